package io.bywash.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.evidence.Fact;
import io.bywash.evidence.HistoryFile;
import io.bywash.evidence.Outcome;
import io.bywash.group.ChassisId;
import io.bywash.group.ChassisRole;
import io.bywash.group.GroupStatus;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import io.bywash.group.SgmState;
import io.bywash.group.SgmStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What it takes to make the evidence of a long run of 2 x 14 SGMs, and how large its report is:
 * {@code mvn test -Dtest=ReportCost -Dbywash.attachments=10000}.
 *
 * <p>Each attachment is a status screen of 28 SGMs that differs from all others, which is worse than any run. It is no part
 * of {@code mvn test}, because a busy machine would turn it red.
 */
class ReportCost {
    private static final int ATTACHMENTS = Integer.getInteger("bywash.attachments", 2_000);
    private static final SecurityGroup GROUP = SecurityGroup.dual("north-gate", 14, 14);
    private static final int BETWEEN_LOOKS = 30;
    private static final double MEBIBYTE = 1024 * 1024;

    private static Duration took;
    private static long size;
    private static int attached;

    @BeforeAll
    static void make(@TempDir Path reports) throws IOException {
        Path run = ReportedRun.kept(history(), reports);
        long started = System.nanoTime();
        Path report = Evidence.make(AllureDistribution.path(), run, Optional.empty(), Optional.empty());
        took = Duration.ofNanos(System.nanoTime() - started);
        size = Files.size(report);
        attached = Files.readString(report).split("d\\('data/attachments/", -1).length - 1;
        System.out.printf(
                Locale.ROOT,
                "%d attachments: %.1f s, report.html %.1f MiB, of a history of %.1f MiB%n",
                attached,
                took.toMillis() / 1000.0,
                size / MEBIBYTE,
                Files.size(run.resolve(HistoryFile.NAME)) / MEBIBYTE);
    }

    private static HistoryFile history() {
        ReportedRun run = ReportedRun.of(Fact.TargetKind.REAL, "CHG-1042", GROUP, "@failover", "@chassisB");
        List<String> steps = List.of(ReportedRun.NEEDS, ReportedRun.CONNECT, ReportedRun.DOWN, ReportedRun.INSTALL);
        for (String step : steps) {
            run.begins(step);
            for (int number = 0; number < ATTACHMENTS / steps.size(); number++) {
                run.types("asg stat -v", screen(step, number));
                if (number % BETWEEN_LOOKS == 0) {
                    run.fact(new Fact.StatusSeen(run.now(), status(run, number / BETWEEN_LOOKS % 14)));
                }
            }
            run.ends(step, Outcome.PASSED, "");
        }
        return run.finished(Outcome.PASSED);
    }

    private static String screen(String step, int number) {
        StringBuilder screen = new StringBuilder("| Version  R81.10   look %d of %s |%n".formatted(number, step));
        for (SgmId sgm : GROUP.sgms()) {
            screen.append("| %-4s | %-30s | %-30s |%n".formatted(sgm, "ACTIVE", "Enforcing Security"));
        }
        return screen.toString();
    }

    private static GroupStatus status(ReportedRun run, int down) {
        SortedMap<SgmId, SgmStatus> sgms = new TreeMap<>();
        GROUP.sgms().forEach(sgm -> {
            SgmState state = sgm.chassis() == ChassisId.CHASSIS2 && sgm.slot() == down ? SgmState.DOWN : SgmState.UP;
            sgms.put(sgm, new SgmStatus(sgm, state, state.name()));
        });
        return new GroupStatus(
                run.now(),
                Map.of(ChassisId.CHASSIS1, ChassisRole.ACTIVE, ChassisId.CHASSIS2, ChassisRole.STANDBY),
                sgms,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void all_attachments_are_there() {
        assertThat(attached).isGreaterThanOrEqualTo(ATTACHMENTS);
    }

    @Test
    void it_takes_at_most_10_s_for_2000_attachments_and_60_s_for_10000() {
        assertThat(took).isLessThanOrEqualTo(Duration.ofSeconds(ATTACHMENTS <= 2_000 ? 10 : 60));
    }

    @Test
    void the_report_has_at_most_20_mb() {
        assertThat(size).isLessThanOrEqualTo(20_000_000L);
    }
}
