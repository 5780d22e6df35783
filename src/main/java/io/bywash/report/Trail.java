package io.bywash.report;

import io.bywash.evidence.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an approver has to know besides the steps: what was approved, and what was out of the ordinary. */
final class Trail {
    /** What is noted in every run, and is nothing out of the ordinary. */
    private static final Pattern ORDINARY = Pattern.compile(
            "(?:Lease \\S+ is on the SGMs|would send: |The default shell |The device said: |prompt |The package has number |[12]_\\d\\d: |\\d+ fields: ).*",
            Pattern.DOTALL);

    private static final Pattern INFERRED = Pattern.compile("inferred wording in use: (\\w+):.*", Pattern.DOTALL);

    private final RunFacts run;

    Trail(RunFacts run) {
        this.run = run;
    }

    /** What the history says of who allowed the run to act, a sentence each; never empty. */
    List<String> approvals() {
        List<String> told = new ArrayList<>();
        Map<String, String> options = run.started().settings().options();
        if (options.containsKey("bywash.confirm")) {
            told.add("Confirmed by typing the name of the group: -Dbywash.confirm=%s."
                    .formatted(options.get("bywash.confirm")));
        } else {
            told.add(
                    run.simulated()
                            ? "Nobody had to confirm: the group is simulated."
                            : "Not confirmed, so that the run was only allowed to read.");
        }
        option(options, "bywash.takeOver", "The sign of another run was allowed to be taken over", told);
        option(options, "bywash.afresh", "Earlier runs were declared as set right by hand", told);
        if (run.started().number() > 1) {
            told.add("Run number %d on this group.".formatted(run.started().number()));
        }
        return told;
    }

    private static void option(Map<String, String> options, String name, String meaning, List<String> told) {
        if (options.containsKey(name)) {
            told.add("%s: -D%s=%s.".formatted(meaning, name, options.get(name)));
        }
    }

    /** What was out of the ordinary, a sentence each; empty when nothing of it is in the history. */
    List<String> deviations() {
        List<String> told = new ArrayList<>();
        RunMark.of(run).against().forEach(told::add);
        run.all(Fact.StagePassedOver.class).forEach(over -> told.add("Left out: %s".formatted(over.why())));
        run.all(Fact.Noted.class).stream()
                .filter(note -> !ORDINARY.matcher(note.sentence()).matches())
                .forEach(note -> told.add("%s  %s".formatted(RunFacts.time(note.at()), note.sentence())));
        run.steps()
                .forEach(step -> step.notes().stream()
                        .filter(note -> !ORDINARY.matcher(note).matches())
                        .forEach(note -> told.add("Step %s: %s".formatted(step.id(), note))));
        unanswered(told);
        deadLines(told);
        inferred(told);
        return told;
    }

    private void unanswered(List<String> told) {
        run.all(Fact.ActEnded.class).stream()
                .filter(act -> act.end() == Fact.ActEnd.UNANSWERED)
                .forEach(act -> told.add("Step %s: the device did not answer '%s' (%s)."
                        .formatted(act.step(), act.line(), RunFacts.cut(100, act.how()))));
    }

    private void deadLines(List<String> told) {
        Map<String, Integer> dead = new LinkedHashMap<>();
        run.all(Fact.LineFailed.class)
                .forEach(line -> dead.merge("%s (%s)".formatted(line.terminal(), line.kind()), 1, Integer::sum));
        if (!dead.isEmpty()) {
            told.add("Lines that could not be opened, or died: %s."
                    .formatted(dead.entrySet().stream()
                            .map(line -> "%s, %d time%s"
                                    .formatted(line.getKey(), line.getValue(), line.getValue() == 1 ? "" : "s"))
                            .collect(Collectors.joining("; "))));
        }
    }

    private void inferred(List<String> told) {
        List<String> names = run.started().about().stream()
                .map(INFERRED::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .toList();
        if (!names.isEmpty()) {
            told.add("%d wordings in use are inferred, not documented: %s."
                    .formatted(names.size(), String.join(", ", names)));
        }
    }
}
