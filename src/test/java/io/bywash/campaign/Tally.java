package io.bywash.campaign;

import io.bywash.simulator.FaultKind;
import io.bywash.simulator.Faults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The table of a campaign: what became of the seeds that each fault really struck. */
final class Tally {
    private static final String ROW = "%-48s %6s %6s %6s %10s %14s  %s";

    private final List<SeedResult> results;
    private final Duration took;

    Tally(List<SeedResult> results, Duration took) {
        this.results = results;
        this.took = took;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(ROW.formatted("fault", "struck", "passed", "safe", "violations", "needless stops", "their seeds"));
        Faults.all().forEach(fault -> lines.add(row(fault)));
        lines.add(row(
                "none struck",
                results.stream().filter(one -> one.struck().isEmpty()).toList()));
        lines.add(row("all seeds", results));
        lines.add("");
        results.stream().filter(Tally::isToBeLookedAt).forEach(one -> {
            lines.add("seed %d: %s".formatted(one.seed(), one.about()));
            lines.add("  runs: " + String.join(", ", one.outcomes()));
            one.violations().forEach((checker, where) -> lines.add("  %s: %s".formatted(checker, where)));
        });
        lines.add("%d seeds in %d s, %d violations, %d hangs, %d needless stops"
                .formatted(
                        results.size(),
                        took.toSeconds(),
                        results.stream()
                                .filter(one -> !one.violations().isEmpty())
                                .count(),
                        results.stream().filter(SeedResult::hung).count(),
                        results.stream().filter(SeedResult::needlessStop).count()));
        return lines;
    }

    private static boolean isToBeLookedAt(SeedResult one) {
        return !one.violations().isEmpty() || one.needlessStop();
    }

    private String row(FaultKind fault) {
        return row(
                fault.name(),
                results.stream()
                        .filter(one -> one.struck().contains(fault.name()))
                        .toList());
    }

    private static String row(String name, List<SeedResult> struck) {
        List<Long> looked = struck.stream()
                .filter(Tally::isToBeLookedAt)
                .map(SeedResult::seed)
                .toList();
        long violated =
                struck.stream().filter(one -> !one.violations().isEmpty()).count();
        long passed = struck.stream()
                .filter(one -> one.violations().isEmpty() && one.passed())
                .count();
        return ROW.formatted(
                        name,
                        struck.size(),
                        passed,
                        struck.size() - passed - violated,
                        violated,
                        struck.stream().filter(SeedResult::needlessStop).count(),
                        looked.isEmpty() ? "" : looked)
                .stripTrailing();
    }
}
