package io.bywash.acceptance;

import io.bywash.evidence.Console;
import io.bywash.evidence.Fact;
import io.bywash.evidence.History;
import io.bywash.evidence.Outcome;
import io.bywash.evidence.RunDirectory;
import io.bywash.evidence.WaitingTime;
import io.bywash.procedure.ChassisInstallation;
import io.bywash.procedure.CloningSwitchedOff;
import io.bywash.procedure.Failover;
import io.bywash.procedure.GroupProof;
import io.bywash.procedure.NotesOfThePage;
import io.bywash.procedure.PackagePreparation;
import io.bywash.procedure.Readiness;
import io.bywash.procedure.Stage;
import io.bywash.procedure.StepId;
import io.bywash.procedure.Steps;
import io.bywash.target.RunRequest;
import io.bywash.target.Target;
import io.bywash.verdict.Panel;
import io.bywash.verdict.Verdict;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One run: its target, its history, and the procedure that acts on the one and writes the other. */
final class Run {
    private static final ThreadLocal<Run> CURRENT = new ThreadLocal<>();

    /** The file in the run's directory that holds what the run said at its end. */
    static final String VERDICT = "verdict.txt";

    private final List<Stage> stages;
    private final PrintStream out;
    private final History history = new History(Clock.systemUTC());
    private final WaitingTime waiting = new WaitingTime();
    private final long started = System.nanoTime();
    private final Steps steps = new Steps(history);
    private final RunDirectory directory;
    private final Target target;
    private final Thread interrupted = new Thread(this::tellOfInterruption, "interrupted");
    private final Map<Character, ChassisInstallation> installations;
    private final PackagePreparation preparation;
    private final CloningSwitchedOff cloning;
    private final Failover failover;

    private Run(List<Stage> stages, Map<?, ?> properties, Path reports, PrintStream out) {
        this.stages = stages;
        this.out = out;
        this.target = Target.of(RunRequest.from(properties), stages, reports, history, waiting);
        this.directory = RunDirectory.create(
                reports, history.now(), target.assignment().group().name(), stageWord());
        this.preparation = new PackagePreparation(target.assignment(), target.means(), steps);
        this.cloning = new CloningSwitchedOff(target.assignment(), target.means(), steps);
        this.failover = new Failover(target.assignment(), target.means(), steps);
        this.installations = Map.of('A', installation('A'), 'B', installation('B'));
    }

    private ChassisInstallation installation(char letter) {
        return new ChassisInstallation(
                target.assignment(), target.means(), steps, target.assignment().chassis(letter));
    }

    /** Begins the run that the command line asks for, and tells of it on {@code out}. */
    static Run begin(String tags, Map<?, ?> properties, Path reports, PrintStream out) {
        Run run = new Run(StageSelection.of(tags), properties, reports, out);
        run.history.follow(run.directory);
        run.history.follow(new Console(out, ZoneId.systemDefault()));
        run.history.record(new Fact.RunStarted(
                run.history.now(),
                run.target.assignment().group().name(),
                run.target.simulated(),
                run.target.means().journal().next(),
                run.target.about()));
        Runtime.getRuntime().addShutdownHook(run.interrupted);
        CURRENT.set(run);
        return run;
    }

    /** The run that was begun on this thread, which is the one its features are run on. */
    static Run current() {
        Run current = CURRENT.get();
        if (current == null) {
            throw new IllegalStateException("The features are run by ProcedureIT: mvn verify");
        }
        return current;
    }

    /** The selected stages in one word, for names of files. */
    String stageWord() {
        return stages.size() == Stage.values().length
                ? "all"
                : String.join(
                        "+",
                        stages.stream().map(stage -> stage.tag().substring(1)).toList());
    }

    Target target() {
        return target;
    }

    Path directory() {
        return directory.path();
    }

    Steps steps() {
        return steps;
    }

    History history() {
        return history;
    }

    PackagePreparation preparation() {
        return preparation;
    }

    CloningSwitchedOff cloning() {
        return cloning;
    }

    ChassisInstallation installationOn(char letter) {
        return installations.get(letter);
    }

    Failover failover() {
        return failover;
    }

    NotesOfThePage notes() {
        return new NotesOfThePage(target.assignment(), target.means(), steps);
    }

    GroupProof proof() {
        return new GroupProof(target.assignment(), target.means(), steps);
    }

    Readiness readiness() {
        return new Readiness(target.assignment(), target.means(), steps, stages, target.confirmed());
    }

    /** Ends the run, says how, and gives the verdict: passed only when every step of every selected stage passed. */
    Outcome end() {
        Runtime.getRuntime().removeShutdownHook(interrupted);
        target.means().lease().release();
        preparation.close();
        cloning.close();
        failover.close();
        installations.values().forEach(ChassisInstallation::close);
        target.close();
        Map<String, Verdict> verdicts = new Panel(target.assignment().group()).judge(history.facts());
        Outcome outcome = outcome(verdicts.values());
        Duration waited = waiting.total();
        Duration whole = Duration.ofNanos(System.nanoTime() - started);
        Duration device = Duration.ofMillis((long) (waited.toMillis() * target.pace()));
        Duration harness = whole.minus(waited);
        history.record(new Fact.RunFinished(history.now(), outcome, verdict(outcome), device, harness));
        tellEnd(outcome, verdicts, device, harness);
        directory.close();
        CURRENT.remove();
        return outcome;
    }

    private Outcome outcome(Collection<Verdict> verdicts) {
        if (verdicts.stream().anyMatch(Verdict.Violated.class::isInstance)) {
            return Outcome.FAILED;
        }
        if (steps.outcome() != Outcome.PASSED) {
            return steps.outcome();
        }
        if (steps.rehearsal()) {
            return Outcome.NOT_RUN;
        }
        return unreached().isEmpty() ? Outcome.PASSED : Outcome.NOT_PROVEN;
    }

    private List<String> unreached() {
        Set<String> passed = new HashSet<>();
        history.facts().stream()
                .filter(Fact.StepFinished.class::isInstance)
                .map(Fact.StepFinished.class::cast)
                .filter(step ->
                        step.outcome() == Outcome.PASSED && !step.measurements().isEmpty())
                .forEach(step -> passed.add(step.id()));
        return stages.stream()
                .filter(stage -> !steps.passedOver().containsKey(stage))
                .flatMap(stage -> stage.steps().stream())
                .map(StepId::toString)
                .filter(id -> !passed.contains(id))
                .toList();
    }

    private String verdict(Outcome outcome) {
        String group = "%s Security Group %s"
                .formatted(
                        target.simulated() ? "SIMULATED" : "REAL",
                        target.assignment().group().name());
        if (steps.rehearsal()) {
            return "REHEARSED, not run: %s; nothing was changed on it".formatted(group);
        }
        return switch (outcome) {
            case PASSED ->
                steps.passedOver().isEmpty()
                        ? "PASSED: %s, %s".formatted(group, stageWord())
                        : "PASSED: %s; %s"
                                .formatted(
                                        group,
                                        String.join("; ", steps.passedOver().values()));
            case FAILED -> "FAILED: %s did what the procedure does not allow".formatted(group);
            case BROKEN ->
                "BROKEN: the harness, its settings, the lab or the network; nothing is said about %s".formatted(group);
            case REFUSED -> "REFUSED: %s is not as this stage needs it; the command was not sent".formatted(group);
            case NOT_PROVEN ->
                "NOT PROVEN: %s, a person has to look%s"
                        .formatted(group, steps.trouble().isPresent() ? "" : "; steps without proof: " + unreached());
            case NOT_RUN -> "NOT RUN: %s, no step was reached".formatted(group);
        };
    }

    private void tellEnd(Outcome outcome, Map<String, Verdict> verdicts, Duration device, Duration harness) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(verdict(outcome));
        steps.trouble().ifPresent(paragraph -> paragraph.lines().forEach(line -> lines.add("  " + line)));
        verdicts.forEach((rule, verdict) -> lines.add("  %s: %s".formatted(rule, told(verdict))));
        howToGoOn(outcome).ifPresent(line -> lines.add("  " + line));
        lines.add("device time %s%s, harness time %s"
                .formatted(
                        Console.told(device),
                        target.simulated()
                                ? " (scaled, %s device seconds a second)".formatted((long) target.pace())
                                : "",
                        Console.told(harness)));
        lines.add("evidence in " + directory.path());
        lines.forEach(out::println);
        directory.keep(VERDICT, lines.stream().filter(line -> !line.isEmpty()).toList());
    }

    private static String told(Verdict verdict) {
        if (verdict instanceof Verdict.Holds holds) {
            return "holds (%d times)".formatted(holds.looks());
        }
        return verdict instanceof Verdict.Violated violated
                ? "VIOLATED: " + violated.where()
                : "not known, " + ((Verdict.Unknown) verdict).missing();
    }

    private Optional<String> howToGoOn(Outcome outcome) {
        if (outcome == Outcome.PASSED) {
            return stages.get(stages.size() - 1)
                    .after()
                    .map(stage -> "next: " + target.assignment().commandFor(stage));
        }
        return steps.rehearsal()
                ? Optional.of("to act: %s -Dbywash.confirm=%s"
                        .formatted(
                                target.assignment().commandFor(firstNotBehind()),
                                target.assignment().group().name()))
                : Optional.empty();
    }

    /** The first selected stage of which something is left to do. */
    private Stage firstNotBehind() {
        return stages.stream()
                .filter(stage -> !steps.passedOver().containsKey(stage))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Ctrl-C ends the process at once; the installation on the device goes on without us.
     *
     * <p>Maven, which carries our console, is gone by then, so the message goes to the terminal itself, and into the run's
     * directory for whoever has none.
     */
    private void tellOfInterruption() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("INTERRUPTED: nothing more is sent. What was sent last may still be at work on the device.");
        lastFact(Fact.StepStarted.class).ifPresent(step -> lines.add("  at step    " + step.title()));
        lastFact(Fact.StatusSeen.class)
                .ifPresent(seen -> lines.add(
                        "  last seen  %s: %s".formatted(seen.at().truncatedTo(ChronoUnit.SECONDS), seen.status())));
        lines.add("  now        look at both chassis: asg stat -v. Leave the one that carries as it is.");
        lines.add("  go on      run the same stage again: it reads the device first, and says what is left to do");
        lines.add("  evidence   " + directory.path());
        Interruption.tell(lines, directory.path());
    }

    private <T extends Fact> Optional<T> lastFact(Class<T> kind) {
        return history.facts().stream().filter(kind::isInstance).map(kind::cast).reduce((before, last) -> last);
    }
}
