package io.bywash.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.evidence.Fact;
import io.bywash.evidence.History;
import io.bywash.evidence.Measurement;
import io.bywash.evidence.Outcome;
import io.bywash.procedure.Stage;
import io.bywash.procedure.Steps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A stage passes only when each of its steps has measured something and passed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EndingTest {
    private final Ending ending =
            new Ending(null, List.of(Stage.FAILOVER), "failover", new Steps(new History(Clock.systemUTC())));

    private static Fact finished(String id, Outcome outcome) {
        return new Fact.StepFinished(
                Instant.EPOCH,
                id,
                "",
                outcome,
                List.of(new Measurement("role", "ACTIVE", "ACTIVE", true)),
                List.of(),
                "",
                Duration.ZERO);
    }

    private static List<Fact> passed(String... ids) {
        return Stream.of(ids).map(id -> finished(id, Outcome.PASSED)).toList();
    }

    @Test
    void a_stage_whose_steps_have_all_passed_is_proven() {
        assertThat(ending.withoutProof(passed("4.A", "4.B", "4.C", "after 4"))).isEmpty();
    }

    @Test
    void a_stage_that_was_not_held_against_what_was_before_it_is_not_proven() {
        assertThat(ending.withoutProof(passed("4.A", "4.B", "4.C", "after 3"))).containsExactly("after 4");
    }

    @Test
    void a_step_that_did_not_pass_proves_nothing() {
        assertThat(ending.withoutProof(Stream.concat(
                                passed("4.A", "4.C", "after 4").stream(), Stream.of(finished("4.B", Outcome.BROKEN)))
                        .toList()))
                .containsExactly("4.B");
    }
}
