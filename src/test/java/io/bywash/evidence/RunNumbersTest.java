package io.bywash.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RunNumbersTest {
    @TempDir
    private Path reports;

    private int next(int highestKept) {
        return RunNumbers.next(reports, "north-gate", Fact.TargetKind.REAL, highestKept);
    }

    @Test
    void the_first_run_has_number_1() {
        assertThat(next(0)).isEqualTo(1);
    }

    @Test
    void a_number_is_not_given_again_when_the_history_of_its_run_is_gone() {
        next(0);
        next(1);

        assertThat(next(0)).isEqualTo(3);
    }

    @Test
    void a_number_in_a_history_is_not_given_again_when_the_file_is_gone() {
        assertThat(next(7)).isEqualTo(8);
    }

    @Test
    void each_group_and_each_kind_has_its_own() {
        next(4);

        assertThat(RunNumbers.next(reports, "south-gate", Fact.TargetKind.REAL, 0))
                .isEqualTo(1);
        assertThat(RunNumbers.next(reports, "north-gate", Fact.TargetKind.SIMULATED, 0))
                .isEqualTo(1);
    }

    @Test
    void runs_that_begin_at_the_same_time_have_different_numbers() {
        List<Integer> given =
                IntStream.range(0, 40).parallel().mapToObj(run -> next(0)).toList();

        assertThat(given).doesNotHaveDuplicates();
    }

    @Test
    void a_file_that_cannot_be_understood_is_for_a_person() throws IOException {
        Files.writeString(reports.resolve("run-numbers"), "north-gate REAL seven\n");

        assertThatThrownBy(() -> next(0)).isInstanceOf(Broken.class).hasMessageContaining("run-numbers");
    }
}
