package io.bywash.report;

import io.bywash.evidence.Fact;
import io.bywash.report.StepFacts.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What changed the Security Group, with what had to hold before, and what was waited for, as the rows of a table. */
final class Acts {
    static final List<String> HEADER = List.of("UTC", "what", "which", "how it stands", "line of the history");

    private Acts() {}

    static List<List<String>> rows(List<Line> lines) {
        List<List<String>> rows = new ArrayList<>();
        for (Line line : lines) {
            if (line.fact() instanceof Fact.PermitGiven permit) {
                rows.add(row(line, permit.at(), "permit", permit.line(), "given for step " + permit.step()));
            } else if (line.fact() instanceof Fact.InvariantExamined invariant) {
                rows.add(row(
                        line,
                        invariant.at(),
                        "invariant",
                        invariant.what(),
                        (invariant.held() ? "holds: " : "DOES NOT HOLD: ") + invariant.seen()));
            } else if (line.fact() instanceof Fact.ActIntended act) {
                rows.add(row(line, act.at(), "ACT", act.line(), "about to be sent"));
            } else if (line.fact() instanceof Fact.ActEnded act) {
                rows.add(row(line, act.at(), "act ended", act.line(), told(act.end()) + ": " + act.how()));
            } else if (line.fact() instanceof Fact.WaitStarted wait) {
                rows.add(row(
                        line, wait.at(), "wait", wait.what(), "at the latest until " + Exchanges.time(wait.until())));
            } else if (line.fact() instanceof Fact.WaitEnded wait) {
                rows.add(row(
                        line,
                        wait.at(),
                        "wait ended",
                        wait.what(),
                        "%s after %d ms".formatted(wait.how(), wait.took().toMillis())));
            }
        }
        return rows;
    }

    private static List<String> row(Line line, Instant at, String what, String which, String how) {
        return List.of(Exchanges.time(at), what, which, how, Integer.toString(line.number()));
    }

    private static String told(Fact.ActEnd end) {
        return end.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
