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
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Runs features in this process, for tests that want to look at what a run leaves. */
public final class WholeRun {
    private static final Pattern READS = Pattern.compile(
            "(?:show|asg stat|asg policy verify|grep|ls|stat|readlink|sha256sum|cpinfo|fw ver|member|exit|expert|clish|gclish|unlock database|installer verify).*|(?:g_all -a )?(?:fw ver|fw tab -t connections -s|ip -o link|cphaprob syncstat|cpinfo -y all|grep btime /proc/stat)|.*<Tab>|.*/bywash\\.lease|(?:mv -fT|scp -t) .*|\\(log-in\\)|");

    private final Outcome outcome;
    private final List<Fact> facts;
    private final String console;
    private final String trouble;
    private final Path directory;

    private WholeRun(Run run, Outcome outcome, List<Fact> facts, String console) {
        this.outcome = outcome;
        this.facts = List.copyOf(facts);
        this.console = console;
        this.trouble = run.steps().trouble().orElse("");
        this.directory = run.directory();
    }

    /** Runs the stages that the tags select, with these properties, as the command line would. */
    static WholeRun of(String tags, Map<String, String> properties, Path reports) {
        return of(tags, properties, reports, fact -> {});
    }

    /** The same, while {@code follower} is told of each fact before the run goes on. */
    static WholeRun of(String tags, Map<String, String> properties, Path reports, Consumer<Fact> follower) {
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        Run run = Run.begin(tags, properties, reports, new PrintStream(console, true, StandardCharsets.UTF_8));
        List<Fact> facts = new ArrayList<>(run.history().facts());
        run.history().follow(facts::add);
        run.history().follow(follower);
        List<String> arguments = new ArrayList<>(List.of(
                "--glue", "io.bywash.acceptance", "--plugin", "io.bywash.acceptance.CurrentStep", "--no-summary"));
        if (!tags.isEmpty()) {
            arguments.addAll(List.of("--tags", tags));
        }
        arguments.add("features/procedure");
        Main.run(arguments.toArray(new String[0]), Thread.currentThread().getContextClassLoader());
        Outcome outcome = run.end();
        return new WholeRun(run, outcome, facts, console.toString(StandardCharsets.UTF_8));
    }

    public Outcome outcome() {
        return outcome;
    }

    /** What the engineer saw. */
    public String console() {
        return console;
    }

    /** The paragraph of the step that ended the run in trouble; empty for none. */
    public String trouble() {
        return trouble;
    }

    /** The command line to go on with, as the run names it; empty when nothing is left to do. */
    public String goOn() {
        return facts.stream()
                .filter(Fact.RunFinished.class::isInstance)
                .map(fact -> ((Fact.RunFinished) fact).goOn())
                .findFirst()
                .orElse("");
    }

    /** Everything that happened, in order. */
    public List<Fact> facts() {
        return facts;
    }

    /** The directory with the evidence. */
    public Path directory() {
        return directory;
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

    /** The lines that were typed and change something, in order. */
    List<String> acts() {
        return acts(typed());
    }

    /** Those of some lines that change something: all but the ones known to read, to move between shells, to put and take the lease of a run, or to bring the package. */
    public static List<String> acts(List<String> lines) {
        return lines.stream().filter(line -> !READS.matcher(line).matches()).toList();
    }

    /** The verdict that the run ended with. */
    public String verdict() {
        return facts.stream()
                .filter(Fact.RunFinished.class::isInstance)
                .map(fact -> ((Fact.RunFinished) fact).verdict())
                .findFirst()
                .orElseThrow();
    }
}
