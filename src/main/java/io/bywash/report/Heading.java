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
 * @param mark how the run is marked, as in the summary
 * @param details when, what and how much, in one line
 * @param against what speaks against the word of the run itself, a sentence each
 */
record Heading(String kind, String group, String stages, Mark mark, String details, List<String> against) {
    private static final String SEPARATOR = "  \u00b7  ";
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.UK).withZone(ZoneOffset.UTC);

    static Heading of(HistoryFile file) {
        if (file.facts().stream().noneMatch(Fact.RunStarted.class::isInstance)) {
            return new Heading("NO RUN", "unknown", "nothing", Mark.INCOMPLETE, "The history holds no run.", List.of());
        }
        RunFacts run = new RunFacts(file);
        RunMark mark = RunMark.of(run);
        return new Heading(
                run.started().target().name(),
                run.started().group(),
                stages(run.started(), run.first(Fact.Planned.class)),
                mark.mark(),
                details(run, mark),
                mark.against());
    }

    String title() {
        return "%s: Security Group %s, %s, %s".formatted(kind, group, stages, mark.loudWord());
    }

    private static String stages(Fact.RunStarted began, Optional<Fact.Planned> planned) {
        int all = planned.map(plan -> plan.features().size()).orElse(0);
        return all > 1 && began.stages().size() == all
                ? "whole procedure"
                : began.stages().stream().map(Heading::named).collect(Collectors.joining(", "));
    }

    private static String details(RunFacts run, RunMark mark) {
        Fact.RunStarted began = run.started();
        List<HistoryFile.Entry> entries = run.file().entries();
        Instant end = began.at().plusNanos(entries.get(entries.size() - 1).nanos());
        List<String> parts = new ArrayList<>();
        parts.add("%s to %s UTC".formatted(DAY_AND_TIME.format(began.at()), RunFacts.time(end)));
        parts.add(began.gear().release());
        parts.add("Take " + began.hotfix().take());
        parts.add("%d SGMs".formatted(began.gear().sgms().size()));
        if (!began.change().ticket().isEmpty()) {
            parts.add("change " + began.change().ticket());
        }
        List<String> over = run.all(Fact.StagePassedOver.class).stream()
                .map(fact -> named(fact.stage()))
                .toList();
        if (!over.isEmpty()) {
            parts.add("passed over, nothing left to do: " + String.join(", ", over));
        }
        if (!mark.against().isEmpty()) {
            parts.add("the history speaks against its own verdict, see the summary");
        }
        return String.join(SEPARATOR, parts);
    }

    private static String named(String tag) {
        return tag.replace("@", "");
    }
}
