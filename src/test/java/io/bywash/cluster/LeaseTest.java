package io.bywash.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LeaseTest {
    private static final Lease OURS = Lease.ofThisProcess("Ada Operator", Instant.now());

    @Test
    void it_names_holder_host_process_and_time() {
        assertThat(new Lease("Ada.Operator", "laptop7", 4711, Instant.parse("2026-11-22T02:00:00Z")))
                .hasToString("Ada.Operator@laptop7/4711/2026-11-22T02:00:00Z");
    }

    @Test
    void it_is_read_as_it_was_written() {
        assertThat(Lease.parse(OURS.toString())).contains(OURS);
    }

    @Test
    void a_holder_is_one_word_that_a_shell_takes_as_it_is() {
        assertThat(Lease.ofThisProcess("  Zoë O'Neil; reboot ", Instant.EPOCH).holder())
                .isEqualTo("Zo.O.Neil.reboot");
    }

    @Test
    void a_holder_without_a_letter_that_can_stand_there_is_somebody() {
        assertThat(Lease.ofThisProcess("李", Instant.EPOCH).holder()).isEqualTo("somebody");
    }

    @Test
    void another_text_is_no_lease() {
        assertThat(Lease.parse("/var/log/messages")).isEmpty();
        assertThat(Lease.parse("Ada@laptop7/4711/yesterday")).isEmpty();
    }

    @Test
    void the_lease_of_a_running_process_is_not_left_behind() {
        assertThat(OURS.isLeftBehindHere()).isFalse();
    }

    @Test
    void the_lease_of_a_process_that_is_gone_is_left_behind() {
        assertThat(new Lease("Ada", OURS.host(), 99_999_999, Instant.now()).isLeftBehindHere())
                .isTrue();
    }

    @Test
    void the_lease_of_a_running_process_is_not_left_behind_after_the_clock_was_set() {
        assertThat(new Lease("Ada", OURS.host(), OURS.process(), Instant.EPOCH).isLeftBehindHere())
                .isFalse();
    }

    @Test
    void of_a_process_on_another_host_nobody_here_can_say() {
        assertThat(new Lease("Ada", "laptop7", 99_999_999, Instant.EPOCH).isLeftBehindHere())
                .isFalse();
    }
}
