package io.bywash.campaign;

import io.bywash.simulator.FaultKind;
import java.util.ArrayList;
import java.util.List;

/** What became of the harmless disturbances, a row for each; only runs that were really disturbed count. */
final class HarmlessTable {
    private final List<FaultKind> kinds;
    private final List<SeedResult> struck;

    HarmlessTable(List<Disturbance> disturbances, List<SeedResult> results) {
        this.kinds = disturbances.stream().map(Disturbance::kind).toList();
        this.struck = results.stream().filter(one -> !one.struck().isEmpty()).toList();
    }

    /** In Markdown. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("| disturbance | what happens | runs | passed at once | passed after one resume | needless stops |");
        lines.add("| --- | --- | --- | --- | --- | --- |");
        kinds.forEach(kind -> lines.add(row("`%s` | %s".formatted(kind.name(), kind.imitates()), of(kind))));
        lines.add(row("all |", struck));
        return lines;
    }

    /** Those that stopped needlessly, or broke a rule, with what their runs said. */
    List<String> stops() {
        return struck.stream()
                .filter(one -> one.needlessStop() || !one.violations().isEmpty())
                .map(one -> "seed %d: %s%n  %s%n  %s"
                        .formatted(one.seed(), one.about(), one.violations(), String.join("\n  ", one.outcomes())))
                .toList();
    }

    private List<SeedResult> of(FaultKind kind) {
        return struck.stream().filter(one -> one.struck().contains(kind.name())).toList();
    }

    private static String row(String name, List<SeedResult> runs) {
        long needless = runs.stream().filter(SeedResult::needlessStop).count();
        long atOnce =
                runs.stream().filter(one -> one.passed() && one.stops() == 0).count();
        return "| %s | %d | %d | %d | %d |"
                .formatted(name, runs.size(), atOnce, runs.size() - atOnce - needless, needless);
    }
}
