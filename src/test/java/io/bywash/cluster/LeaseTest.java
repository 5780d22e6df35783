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
    void it_names_holder_process_and_time() {
        ProcessIdentity process =
                new ProcessIdentity("laptop7", "4f2c00aa11bb", "9be177cc22dd", "4026531836", 4711, "88122");

        assertThat(new Lease("Ada.Operator", process, Instant.parse("2026-11-22T02:00:00Z")))
                .hasToString(
                        "Ada.Operator@laptop7/4f2c00aa11bb/9be177cc22dd/4026531836/4711/88122/2026-11-22T02:00:00Z");
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
    void a_holder_without_a_letter_that_can_stand_there_is_unnamed() {
        assertThat(Lease.ofThisProcess("李", Instant.EPOCH).holder()).isEqualTo("unnamed");
    }

    @Test
    void the_longest_one_is_short_enough_for_the_gate() {
        Lease longest = new Lease(
                "a".repeat(40),
                new ProcessIdentity(
                        "h".repeat(60), "4f2c00aa11bb", "9be177cc22dd", "4026531836", 4194304, "88122000000"),
                Instant.parse("2026-11-22T02:00:00.123Z"));

        assertThat(longest.toString()).hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void another_text_is_no_lease() {
        assertThat(Lease.parse("/var/log/messages")).isEmpty();
        assertThat(Lease.parse("Ada@laptop7/4f2c00aa11bb/9be177cc22dd/4026531836/4711/88122/yesterday"))
                .isEmpty();
    }

    @Test
    void the_lease_of_a_running_process_is_not_left_behind() {
        assertThat(OURS.isLeftBehind()).isFalse();
    }

    @Test
    void the_lease_of_a_running_process_is_not_left_behind_after_the_clock_was_set() {
        assertThat(new Lease("Ada", OURS.process(), Instant.EPOCH).isLeftBehind())
                .isFalse();
    }
}
