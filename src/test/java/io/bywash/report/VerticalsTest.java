package io.bywash.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.report.Ruler.Act;
import io.bywash.report.Ruler.Stop;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VerticalsTest {
    private static final long END = MadeRun.nanos(1000);
    private static final TimeAxis TIME = new TimeAxis(false, MadeRun.START, 1, END);

    private static Act act(String step, String words, double seconds) {
        return new Act(step, words, step.equals("4.C"), MadeRun.nanos(seconds));
    }

    private static Verticals of(List<Act> acts, Stop... stops) {
        return Verticals.of(new Ruler(List.of(), List.of(), acts, List.of(stops), END), TIME);
    }

    private static List<String> words(Verticals verticals) {
        return verticals.verticals().stream()
                .flatMap(vertical -> vertical.flag().stream())
                .map(Flags.Flag::words)
                .toList();
    }

    @Test
    void an_act_is_told_with_its_step() {
        assertThat(words(of(List.of(act("3.C", "chassis 1 down", 100))))).containsExactly("3.C chassis 1 down");
    }

    @Test
    void an_act_that_was_sent_again_has_a_line_each_time() {
        assertThat(of(List.of(act("2.D", "cloning off", 100), act("2.D", "cloning off", 300)))
                        .lines())
                .hasSize(2);
    }

    @Test
    void an_act_that_was_sent_again_is_told_once() {
        assertThat(words(of(List.of(act("2.D", "cloning off", 100), act("2.D", "cloning off", 300)))))
                .containsExactly("2.D cloning off");
    }

    @Test
    void acts_close_to_one_another_stand_in_rows() {
        assertThat(of(List.of(act("3.C", "chassis 1 down", 100), act("3.F", "install", 110)))
                        .rows())
                .isEqualTo(2);
    }

    @Test
    void a_line_is_where_its_time_is() {
        assertThat(of(List.of(act("3.C", "chassis 1 down", 100))).lines())
                .containsExactly(TIME.between(Layout.LEFT, Layout.RIGHT, MadeRun.nanos(100)));
    }

    @Test
    void the_fail_over_has_its_words_among_many_acts() {
        List<Act> acts = Stream.concat(
                        Stream.of(act("4.C", "fail-over: chassis 2 down", 500)),
                        IntStream.range(1, 40).mapToObj(number -> act("5.F", "install " + number, 500 + number)))
                .toList();

        assertThat(words(of(acts))).contains("4.C fail-over: chassis 2 down");
    }

    @Test
    void trouble_has_its_words_among_many_acts() {
        List<Act> acts = IntStream.range(1, 40)
                .mapToObj(number -> act("5.F", "install " + number, 500 + number))
                .toList();

        assertThat(words(of(acts, new Stop("failed at 5.F", MadeRun.nanos(500)))))
                .contains("failed at 5.F");
    }
}
