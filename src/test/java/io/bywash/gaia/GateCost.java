package io.bywash.gaia;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.evidence.Fact;
import io.bywash.evidence.History;
import io.bywash.evidence.RunDirectory;
import io.bywash.group.ChassisId;
import io.bywash.group.Release;
import io.bywash.group.SecurityGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the gate and the history take of our own time, without the round trips to the device: {@code mvn test -Dtest=GateCost}.
 *
 * <p>The safeguard reads nothing here. The history is written to the disk under {@code target}, and what is about to be
 * sent is synced, as in a run. It is no part of {@code mvn test}, because a busy machine would turn it red.
 */
class GateCost {
    private static final int ROUNDS = 2_000;
    private static final String INSTALL = "installer install 3 member_ids 1_1-1_4";
    private static final Prompt HERE =
            Prompt.read("[Global] harbour-ch01-01 > ").orElseThrow();
    private static final String SCREEN =
            "| 1                      ACTIVE                       ACTIVE                   |\n".repeat(24);

    private static Path reports;

    @BeforeAll
    static void beside_the_reports_of_a_run() throws IOException {
        reports = Files.createDirectories(Path.of("target", "gate-cost"));
    }

    @Test
    void a_read_costs_at_most_1_ms() {
        assertThat(median("a read", this::read)).isLessThanOrEqualTo(Duration.ofMillis(1));
    }

    @Test
    void an_act_costs_at_most_5_ms() {
        assertThat(median("an act", this::act)).isLessThanOrEqualTo(Duration.ofMillis(5));
    }

    private interface Round {
        void run(Permits permits, History history);
    }

    private void read(Permits permits, History history) {
        Command command = Command.read(Shell.EXPERT, "asg stat -v");
        history.record(new Fact.Exchanged(
                Instant.now(),
                "work",
                "",
                "",
                "",
                HERE.text(),
                command.line(),
                SCREEN,
                HERE.text(),
                Duration.ZERO,
                ""));
    }

    private void act(Permits permits, History history) {
        Permit permit = permits.forChassis("3.F", ChassisId.CHASSIS1, Phrase.INSTALL, INSTALL, () -> {});
        permit.use(INSTALL, HERE);
        permit.ended(Fact.ActEnd.ANSWERED, HERE.text());
        history.record(new Fact.Exchanged(
                Instant.now(), "work", "", "", "", HERE.text(), INSTALL, SCREEN, HERE.text(), Duration.ZERO, ""));
    }

    private static Duration median(String what, Round round) {
        long[] gate = measured(round, new History(Clock.systemUTC()));
        long[] all;
        try (RunDirectory directory = RunDirectory.create(reports, Instant.now(), "harbour", "cost")) {
            History history = new History(Clock.systemUTC());
            history.follow(directory);
            all = measured(round, history);
        }
        System.out.printf(
                Locale.ROOT,
                "%s: gate alone %s; gate and history on the disk %s (%d rounds)%n",
                what,
                told(gate),
                told(all),
                ROUNDS);
        return Duration.ofNanos(all[ROUNDS / 2]);
    }

    private static String told(long[] nanos) {
        return "median %.3f ms, p99 %.3f ms".formatted(nanos[ROUNDS / 2] / 1e6, nanos[ROUNDS * 99 / 100] / 1e6);
    }

    /** The time of each round after as many to warm up, shortest first. */
    private static long[] measured(Round round, History history) {
        Permits permits = new Permits(Dialect.of(Release.R81_10), SecurityGroup.dual("harbour", 4, 4), history);
        long[] nanos = new long[2 * ROUNDS];
        for (int index = 0; index < nanos.length; index++) {
            long started = System.nanoTime();
            round.run(permits, history);
            nanos[index] = System.nanoTime() - started;
        }
        long[] warm = Arrays.copyOfRange(nanos, ROUNDS, nanos.length);
        Arrays.sort(warm);
        return warm;
    }
}
