package io.bywash.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
    @Test
    void a_reader_that_cannot_write_keeps_no_other_from_being_told() {
        History history = new History(Clock.systemUTC());
        List<Fact> told = new ArrayList<>();
        history.follow(fact -> {
            throw new Broken("no room");
        });
        history.follow(told::add);

        assertThatThrownBy(() -> history.note("image cloning was on")).hasMessage("no room");
        assertThat(told).hasSize(1);
    }

    @Test
    void what_could_not_be_written_is_remembered_all_the_same() {
        History history = new History(Clock.systemUTC());
        history.follow(fact -> {
            throw new Broken("no room");
        });

        assertThatThrownBy(() -> history.note("image cloning was on")).isInstanceOf(Broken.class);
        assertThat(history.facts()).hasSize(1);
    }
}
