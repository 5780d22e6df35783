package io.bywash.report;

import io.bywash.evidence.Fact;
import io.bywash.evidence.HistoryFile;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What stands over a picture of a run.
 *
 * @param kind SIMULATED or REAL; {@code NO RUN} when the history does not even say that one began
 * @param group its name
 * @param stages as {@code whole procedure} or {@code failover}
 * @param verdict in capitals; INCOMPLETE when the history has no end
 * @param details when, what and how much, in one line
 */
record Heading(String kind, String group, String stages, String verdict, String details) {
    private static final String INCOMPLETE = "INCOMPLETE";
    private static final String SEPARATOR = "  \u00b7  ";
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.UK).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK).withZone(ZoneOffset.UTC);

    static Heading of(HistoryFile run) {
        Optional<Fact.RunStarted> began = first(run, Fact.RunStarted.class);
        Optional<Fact.RunFinished> ended = first(run, Fact.RunFinished.class).filter(fact -> run.whole());
        return new Heading(
                began.map(fact -> fact.target().name()).orElse("NO RUN"),
                began.map(Fact.RunStarted::group).orElse("unknown"),
                began.map(fact -> stages(fact, first(run, Fact.Planned.class))).orElse("nothing"),
                ended.map(fact -> fact.outcome().toString().toUpperCase(Locale.ROOT))
                        .orElse(INCOMPLETE),
                began.map(fact -> details(fact, run)).orElse("The history holds no run."));
    }

    /** Whether everything was proven, or there was nothing to do. */
    boolean good() {
        return verdict.equals("PASSED");
    }

    boolean incomplete() {
        return verdict.equals(INCOMPLETE);
    }

    String title() {
        return "%s: Security Group %s, %s, %s".formatted(kind, group, stages, verdict);
    }

    private static <F extends Fact> Optional<F> first(HistoryFile run, Class<F> kind) {
        return run.facts().stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    private static String stages(Fact.RunStarted began, Optional<Fact.Planned> planned) {
        int all = planned.map(plan -> plan.features().size()).orElse(0);
        return all > 1 && began.stages().size() == all
                ? "whole procedure"
                : began.stages().stream().map(Heading::named).collect(Collectors.joining(", "));
    }

    private static String named(String tag) {
        return tag.replace("@", "");
    }

    private static String details(Fact.RunStarted began, HistoryFile run) {
        List<HistoryFile.Entry> entries = run.entries();
        long took = entries.get(entries.size() - 1).nanos();
        Instant start = began.at();
        List<String> parts = new ArrayList<>();
        parts.add("%s to %s UTC".formatted(DAY_AND_TIME.format(start), TIME.format(start.plusNanos(took))));
        parts.add(began.gear().release());
        parts.add("Take " + began.hotfix().take());
        parts.add("%d SGMs".formatted(began.gear().sgms().size()));
        if (!began.change().ticket().isEmpty()) {
            parts.add("change " + began.change().ticket());
        }
        List<String> over = run.facts().stream()
                .filter(Fact.StagePassedOver.class::isInstance)
                .map(fact -> named(((Fact.StagePassedOver) fact).stage()))
                .toList();
        if (!over.isEmpty()) {
            parts.add("passed over, nothing left to do: " + String.join(", ", over));
        }
        return String.join(SEPARATOR, parts);
    }
}
