package io.bywash.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.group.SgmId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepRecordTest {
    private static final Instant START = Instant.parse("2025-03-03T22:10:42Z");

    private static StepRecord promising(String... names) {
        return new StepRecord("3.C", "chassis1 is set down", START, List.of(names));
    }

    @Test
    void it_keeps_what_it_was_made_with() {
        StepRecord record = promising("state");

        assertThat(record.id()).isEqualTo("3.C");
        assertThat(record.title()).isEqualTo("chassis1 is set down");
        assertThat(record.started()).isEqualTo(START);
    }

    @Test
    void everything_promised_and_right_is_passed() {
        StepRecord record = promising("state", "audit");
        record.measure("state", "DOWN", "DOWN");
        record.measure("audit", "CHG-7", "CHG-7");

        assertThat(record.outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void one_promise_that_was_not_kept_is_not_proven_and_named() {
        StepRecord record = promising("state", "audit");
        record.measure("state", "DOWN", "DOWN");

        assertThat(record.outcome()).isEqualTo(Outcome.NOT_PROVEN);
        assertThat(record.unmeasured()).containsExactly("audit");
    }

    @Test
    void what_the_device_did_not_tell_is_not_proven_and_points_at_its_screen() {
        StepRecord record = promising("state", "answer of 1_02");
        record.measure("state", "DOWN", "DOWN");
        record.readFrom("answer of 1_02", Deciding.of(SgmId.parse("1_02"), "show state"));
        record.silent("answer of 1_02", "no row");

        assertThat(record.outcome()).isEqualTo(Outcome.NOT_PROVEN);
        assertThat(record.silences()).containsExactly(java.util.Map.entry("answer of 1_02", "no row"));
        assertThat(record.finding().deciding()).containsExactly(Deciding.of(SgmId.parse("1_02"), "show state"));
    }

    @Test
    void a_silence_that_was_not_promised_is_refused() {
        assertThatThrownBy(() -> promising("state").silent("audit", "nothing"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Step 3.C did not promise to measure 'audit'.");
    }

    @Test
    void one_wrong_value_is_a_failure_even_when_another_is_missing() {
        StepRecord record = promising("state", "audit");
        record.measure("state", "DOWN", "ACTIVE(!)");

        assertThat(record.outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void a_step_that_promised_nothing_is_not_proven() {
        assertThat(promising().outcome()).isEqualTo(Outcome.NOT_PROVEN);
    }

    @Test
    void what_was_not_promised_cannot_be_measured() {
        assertThatThrownBy(() -> promising("state").measure("stat", "DOWN", "DOWN"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Step 3.C did not promise to measure 'stat'.");
    }

    @Test
    void measurements_stand_in_the_order_of_the_promises() {
        StepRecord record = promising("state", "audit");
        record.measure("audit", "CHG-7", "CHG-7");
        record.measure("state", 1, 2);

        assertThat(record.measurements())
                .containsExactly(
                        new Measurement("state", "1", "2", false), new Measurement("audit", "CHG-7", "CHG-7", true));
    }

    @Test
    void notes_are_kept_and_prove_nothing() {
        StepRecord record = promising("state");
        record.note("the lock was taken over");

        assertThat(record.notes()).containsExactly("the lock was taken over");
        assertThat(record.outcome()).isEqualTo(Outcome.NOT_PROVEN);
    }

    @Test
    void what_to_do_is_empty_when_it_was_not_said() {
        StepRecord record = promising("state");
        assertThat(record.finding().advice()).isEmpty();

        record.ifNot("Look at both chassis.");

        assertThat(record.finding().advice()).isEqualTo("Look at both chassis.");
    }

    @Test
    void only_the_screens_of_wrong_measurements_are_in_its_finding() {
        StepRecord record = promising("1_01", "1_02");
        record.readFrom("1_01", Deciding.of(SgmId.parse("1_01"), "cpinfo -y all"));
        record.readFrom("1_02", Deciding.of(SgmId.parse("1_02"), "cpinfo -y all"));
        record.measure("1_01", "Take 110", "Take 110");
        record.measure("1_02", "Take 110", "no take installed");

        assertThat(record.finding().deciding()).containsExactly(Deciding.of(SgmId.parse("1_02"), "cpinfo -y all"));
    }

    @Test
    void what_it_promised_stands_in_its_order_measured_or_not() {
        StepRecord record = promising("state", "audit");
        record.measure("audit", "CHG-7", "CHG-7");

        assertThat(record.promised()).containsExactly("state", "audit");
    }
}
