package io.bywash.campaign;

import io.bywash.simulator.FaultKind;
import io.bywash.simulator.Faults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The table of a campaign: what became of the seeds that each fault really struck. */
final class Tally {
    private static final String ROW = "%-48s %6s %6s %6s %10s  %s";

    private final List<SeedResult> results;
    private final Duration took;

    Tally(List<SeedResult> results, Duration took) {
        this.results = results;
        this.took = took;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(ROW.formatted("fault", "struck", "passed", "safe", "violations", "seeds of the violations"));
        Faults.all().forEach(fault -> lines.add(row(fault)));
        lines.add(row(
                "none struck",
                results.stream().filter(one -> one.struck().isEmpty()).toList()));
        lines.add(row("all seeds", results));
        lines.add("");
        results.stream().filter(one -> !one.violations().isEmpty()).forEach(one -> {
            lines.add("seed %d: %s".formatted(one.seed(), one.about()));
            lines.add("  runs: " + String.join(", ", one.outcomes()));
            one.violations().forEach((checker, where) -> lines.add("  %s: %s".formatted(checker, where)));
        });
        lines.add("%d seeds in %d s, %d violations, %d hangs"
                .formatted(
                        results.size(),
                        took.toSeconds(),
                        results.stream()
                                .filter(one -> !one.violations().isEmpty())
                                .count(),
                        results.stream().filter(SeedResult::hung).count()));
        return lines;
    }

    private String row(FaultKind fault) {
        return row(
                fault.name(),
                results.stream()
                        .filter(one -> one.struck().contains(fault.name()))
                        .toList());
    }

    private static String row(String name, List<SeedResult> struck) {
        List<Long> violated = struck.stream()
                .filter(one -> !one.violations().isEmpty())
                .map(SeedResult::seed)
                .toList();
        long passed = struck.stream()
                .filter(one -> one.violations().isEmpty() && one.passed())
                .count();
        return ROW.formatted(
                        name,
                        struck.size(),
                        passed,
                        struck.size() - passed - violated.size(),
                        violated.size(),
                        violated.isEmpty() ? "" : violated)
                .stripTrailing();
    }
}
