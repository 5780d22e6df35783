package io.bywash.acceptance;

import io.bywash.evidence.Fact;
import io.bywash.evidence.Outcome;
import io.cucumber.core.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs features in this process, for tests that want to look at what a run leaves. */
final class WholeRun {
    private final Outcome outcome;
    private final List<Fact> facts;
    private final String console;

    private WholeRun(Outcome outcome, List<Fact> facts, String console) {
        this.outcome = outcome;
        this.facts = facts;
        this.console = console;
    }

    /** Runs the stages that the tags select, with these properties, as the command line would. */
    static WholeRun of(String tags, Map<String, String> properties, Path reports) {
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        Run run = Run.begin(tags, properties, reports, new PrintStream(console, true, StandardCharsets.UTF_8));
        List<String> arguments = new ArrayList<>(List.of(
                "--glue", "io.bywash.acceptance", "--plugin", "io.bywash.acceptance.CurrentStep", "--no-summary"));
        if (!tags.isEmpty()) {
            arguments.addAll(List.of("--tags", tags));
        }
        arguments.add("features/procedure");
        Main.run(arguments.toArray(new String[0]), Thread.currentThread().getContextClassLoader());
        Outcome outcome = run.end();
        return new WholeRun(outcome, run.history().facts(), console.toString(StandardCharsets.UTF_8));
    }

    Outcome outcome() {
        return outcome;
    }

    /** What the engineer saw. */
    String console() {
        return console;
    }

    /** The steps that ended, in order. */
    List<Fact.StepFinished> steps() {
        return facts.stream()
                .filter(Fact.StepFinished.class::isInstance)
                .map(Fact.StepFinished.class::cast)
                .toList();
    }

    /** The lines that were typed, in order. */
    List<String> typed() {
        return facts.stream()
                .filter(Fact.Exchanged.class::isInstance)
                .map(fact -> ((Fact.Exchanged) fact).command())
                .toList();
    }

    /** The verdict that the run ended with. */
    String verdict() {
        return facts.stream()
                .filter(Fact.RunFinished.class::isInstance)
                .map(fact -> ((Fact.RunFinished) fact).verdict())
                .findFirst()
                .orElseThrow();
    }
}
