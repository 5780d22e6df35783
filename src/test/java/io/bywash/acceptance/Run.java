package io.bywash.acceptance;

import io.bywash.custody.SigningKey;
import io.bywash.custody.Statement;
import io.bywash.evidence.Console;
import io.bywash.evidence.ExpectedTimes;
import io.bywash.evidence.Fact;
import io.bywash.evidence.History;
import io.bywash.evidence.HistoryFile;
import io.bywash.evidence.Outcome;
import io.bywash.evidence.ProcessBroken;
import io.bywash.evidence.RunDirectory;
import io.bywash.evidence.RunResult;
import io.bywash.evidence.WaitingTime;
import io.bywash.procedure.ChassisInstallation;
import io.bywash.procedure.CloningSwitchedOff;
import io.bywash.procedure.Failover;
import io.bywash.procedure.FailurePage;
import io.bywash.procedure.GroupProof;
import io.bywash.procedure.NotesOfThePage;
import io.bywash.procedure.PackagePreparation;
import io.bywash.procedure.Readiness;
import io.bywash.procedure.Snapshots;
import io.bywash.procedure.Stage;
import io.bywash.procedure.StateNow;
import io.bywash.procedure.Steps;
import io.bywash.procedure.TakeOver;
import io.bywash.procedure.Trouble;
import io.bywash.target.RunRequest;
import io.bywash.target.Target;
import io.bywash.verdict.Panel;
import io.bywash.verdict.RunOutcome;
import io.bywash.verdict.Verdict;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One run: its target, its history, and the procedure that acts on the one and writes the other. */
final class Run {
    private static final ThreadLocal<Run> CURRENT = new ThreadLocal<>();
    private static final Set<Run> LIVE = ConcurrentHashMap.newKeySet();

    /** Whose frames are on the stack of a thread that runs features. */
    private static final List<String> AT_WORK = List.of("io.cucumber.", "org.junit.platform.suite.", "io.bywash.");

    /** The file in the run's directory that holds the failure page. */
    static final String FAILURE = "failure.txt";

    private final List<Stage> stages;
    private final PrintStream out;
    private final History history;
    private final WaitingTime waiting;
    private final Steps steps;
    private final RunDirectory directory;
    private final Target target;
    private final Optional<SigningKey> signWith;
    private final Thread interrupted = new Thread(this::tellOfAnEndFromOutside, "interrupted");
    private final Thread thread = Thread.currentThread();
    private final LastWords lastWords;
    private final Map<Character, ChassisInstallation> installations;
    private final PackagePreparation preparation;
    private final CloningSwitchedOff cloning;
    private final Failover failover;
    private final Ending ending;
    private final String kept;
    private List<String> page = List.of();
    private String goOn = "";
    private Optional<Trouble> trouble = Optional.empty();
    private Optional<StateNow> state = Optional.empty();

    private Run(
            List<Stage> stages,
            Target target,
            History history,
            WaitingTime waiting,
            Fact.RunStarted started,
            ExpectedTimes expected,
            Optional<SigningKey> signWith,
            Path reports,
            PrintStream out) {
        this.stages = stages;
        this.signWith = signWith;
        this.out = out;
        this.history = history;
        this.waiting = waiting;
        this.target = target;
        this.steps = new Steps(history);
        this.directory = RunDirectory.create(
                reports, history.now(), target.assignment().group().name(), stageWord());
        directory.follow(history);
        history.follow(new Console(out, ZoneId.systemDefault(), expected));
        history.record(started);
        TakeOver.tellNotChecked(stages, target.means());
        this.lastWords = new LastWords(target, stages, directory, history, out, history.now());
        target.means().permits().haltWhen(() -> panel().violated(history.facts()));
        this.kept = history.ask("where the evidence is kept", directory.path()::toString);
        target.remember(history);
        history.record(new Fact.Planned(history.now(), Features.planned()));
        this.preparation = new PackagePreparation(target.assignment(), target.means(), steps);
        this.cloning = new CloningSwitchedOff(target.assignment(), target.means(), steps);
        this.failover = new Failover(target.assignment(), target.means(), steps);
        this.installations = Map.of('A', installation('A'), 'B', installation('B'));
        this.ending = new Ending(target, stages, stageWord(), steps);
        steps.whenEnded(this::inTrouble);
    }

    private ChassisInstallation installation(char letter) {
        return new ChassisInstallation(
                target.assignment(), target.means(), steps, target.assignment().chassis(letter));
    }

    /** Begins the run that the command line asks for, and tells of it on {@code out}. */
    static Run begin(String tags, Map<?, ?> properties, Path reports, PrintStream out) {
        List<Stage> stages = StageSelection.of(tags);
        History history = new History(Clock.systemUTC());
        WaitingTime waiting = new WaitingTime();
        RunRequest request = RunRequest.from(properties);
        history.speaks(Words.ofTheProcedure());
        Target target = Target.of(request, stages, reports, history, waiting);
        Fact.RunStarted started = target.begin(history.now(), stages, Features.tool(), reports);
        ExpectedTimes expected = ExpectedTimes.before(started, reports);
        expected.skipped().forEach(out::println);
        Run run = new Run(stages, target, history, waiting, started, expected, request.signWith(), reports, out);
        Interruption.prepare();
        Runtime.getRuntime().addShutdownHook(run.interrupted);
        CURRENT.set(run);
        LIVE.add(run);
        return run;
    }

    /** From now on a thread of this process that dies breaks every run in it. */
    static void answerForEveryThread() {
        Thread.setDefaultUncaughtExceptionHandler((thread, why) -> {
            LIVE.forEach(run -> run.died(thread, why));
            System.err.printf("The thread '%s' died: %s%n", thread.getName(), why);
        });
    }

    private void died(Thread dead, Throwable why) {
        lastWords.makeRoom();
        String paragraph = ProcessBroken.paragraph("The thread '%s' of our own process".formatted(dead.getName()), why);
        history.collapse(paragraph);
        if (dead == thread) {
            lastWords.leave(paragraph, page);
        }
    }

    /**
     * Begins a run that is over once more, from what came from outside then; nothing is connected to.
     *
     * @param reports where the history that comes of it is kept
     */
    static Run again(HistoryFile recorded, Path reports, PrintStream out) {
        Fact.RunStarted started = (Fact.RunStarted) recorded.facts().get(0);
        List<Stage> stages = Arrays.stream(Stage.values())
                .filter(stage -> started.stages().contains(stage.tag()))
                .toList();
        History history = History.again(recorded);
        WaitingTime waiting = new WaitingTime();
        Target target = Target.again(recorded, history, waiting);
        Run run =
                new Run(stages, target, history, waiting, started, ExpectedTimes.NONE, Optional.empty(), reports, out);
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

    /** From now on nothing can be written, as on a disk that is full; for tests. */
    void loseTheDisk() {
        directory.close();
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

    Snapshots snapshots() {
        return new Snapshots(target.assignment(), target.means(), steps);
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

    /** The failure page; empty while the run is in no trouble. */
    List<String> page() {
        return page;
    }

    /** Makes the failure page, while the step that is in trouble has not yet been recorded as ended. */
    private void inTrouble(Trouble what) {
        history.end();
        lastWords.makeRoom();
        try {
            makePage(what);
        } catch (RuntimeException | Error e) {
            if (history.isAgain()) {
                throw e;
            }
            history.collapse(ProcessBroken.paragraph("The failure page", e) + " Before that: " + what.seen());
            page = lastWords.page(history.collapsed().orElseThrow());
            directory.keep(FAILURE, page);
            history.record(new Fact.FailureTold(history.now(), page, goOn));
        }
    }

    private void makePage(Trouble what) {
        List<Fact> before = history.facts();
        directory.onlyTelling();
        trouble = Optional.of(what);
        if (state.isEmpty()) {
            state = Optional.of(new LastLook(target.means().monitor(), history).after(what));
        }
        FailurePage failure =
                new FailurePage(target.assignment(), target.means().dialect(), stages, target.orderedBefore());
        page = failure.of(what, before, state.get(), evidence().replaceFirst("^evidence in ", "")).stream()
                .map(history.redaction()::of)
                .toList();
        goOn = failure.goOn(what, before);
        directory.keep(FAILURE, page);
        history.record(new Fact.FailureTold(history.now(), page, goOn));
    }

    private Panel panel() {
        return new Panel(
                target.assignment().group(), target.assignment().waits().noCarrier());
    }

    private String evidence() {
        return directory.lost().isEmpty()
                ? "evidence in " + kept
                : "THIS CONSOLE IS THE ONLY EVIDENCE; what is in %s is not whole".formatted(kept);
    }

    /** Ends the run, says how, and gives the verdict: passed only when every step of every selected stage passed. */
    Outcome end() {
        if (history.isAgain()) {
            return endAsRunsDo();
        }
        Runtime.getRuntime().removeShutdownHook(interrupted);
        try {
            return endAsRunsDo();
        } catch (RuntimeException | Error e) {
            lastWords.leave(ProcessBroken.paragraph("The end of the run", e), page);
            CURRENT.remove();
            return Outcome.BROKEN;
        } finally {
            LIVE.remove(this);
        }
    }

    private Outcome endAsRunsDo() {
        history.collapsed()
                .filter(why -> steps.ended().isEmpty())
                .ifPresent(why -> steps.breakOff("the end of the run", Outcome.BROKEN, why));
        history.end();
        installations.values().forEach(ChassisInstallation::leaveConsole);
        target.means().lease().release();
        directory.onlyTelling();
        Map<String, Verdict> verdicts = panel().judge(history.facts());
        Outcome judged = judge(verdicts);
        Duration waited = Duration.parse(history.ask(
                "how long the run waited for the device", () -> waiting.total().toString()));
        Duration device = Duration.ofMillis((long) (waited.toMillis() * target.pace()));
        Duration writing = Duration.parse(history.ask(
                "how long writing the history took", () -> directory.writing().toString()));
        Duration harness = Duration.ofNanos(history.nanos()).minus(waited);
        history.record(new Fact.RunFinished(
                history.now(),
                judged,
                ending.verdict(judged),
                page.isEmpty() ? ending.goOn(judged) : goOn,
                Rules.of(verdicts),
                device,
                harness));
        directory.close();
        directory.keepOfHistory(
                Statement.FILE,
                () -> Statement.of(directory.path(), directory.head()).envelope(signWith));
        directory.keepOfHistory(
                RunDirectory.RESULT,
                () -> RunResult.of(HistoryFile.read(directory.path()).facts(), directory.head())
                        .text());
        Outcome outcome = judge(verdicts);
        if (directory.lost().isPresent()) {
            directory.forget(Statement.FILE);
            directory.keep(RunResult.of(history.facts(), directory.head())
                    .worse(outcome, ending.verdict(outcome), page.isEmpty() ? ending.goOn(outcome) : goOn));
        }
        closeAll();
        ending.lines(outcome, page, verdicts, device, harness, writing, evidence(), head())
                .forEach(this::tell);
        CURRENT.remove();
        return outcome;
    }

    /** The outcome as it is now: evidence that cannot be written makes it worse. What no step told is told. */
    private Outcome judge(Map<String, Verdict> verdicts) {
        Outcome outcome = RunOutcome.of(
                outcomes(),
                verdicts.values(),
                ending.withoutProof(history.facts()).isEmpty(),
                steps.rehearsal(),
                directory.lost().isEmpty());
        ending.told(outcome, verdicts, history, directory.lost(), trouble).ifPresent(this::inTrouble);
        return outcome;
    }

    private List<Outcome> outcomes() {
        List<Outcome> outcomes = new ArrayList<>();
        if (steps.outcome() != Outcome.NOT_RUN) {
            outcomes.add(steps.outcome());
        }
        if (history.collapsed().isPresent()) {
            outcomes.add(Outcome.BROKEN);
        }
        return outcomes;
    }

    /** The line to be copied into the change ticket; none where the evidence is not whole. */
    private List<String> head() {
        return directory.lost().isEmpty() ? List.of("head  " + directory.head()) : List.of();
    }

    private void closeAll() {
        List<AutoCloseable> all = new ArrayList<>(List.of(preparation, cloning, failover));
        all.addAll(installations.values());
        all.add(target);
        for (AutoCloseable one : all) {
            try {
                one.close();
            } catch (Exception e) {
                tell("A line could not be closed: " + e.getMessage());
            }
        }
    }

    private void tell(String line) {
        out.println(history.redaction().of(line));
    }

    /** A process that is ended from outside is in the midst of the run; otherwise the run has died of itself. */
    private void tellOfAnEndFromOutside() {
        boolean underWay = Arrays.stream(thread.getStackTrace())
                .map(StackTraceElement::getClassName)
                .anyMatch(frame -> AT_WORK.stream().anyMatch(frame::startsWith));
        Optional<String> collapse = history.collapsed();
        if (underWay && collapse.isEmpty()) {
            tellOfInterruption();
        } else {
            lastWords.leave(
                    collapse.orElse(
                            "Our own process ended before the run did, and does not say why. What was sent last may still be at work: look at both chassis before anything else."),
                    page);
        }
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
        lines.add("  resume     give the same command again: it finds out what took effect, and goes on from there");
        lines.add("  evidence   " + directory.path());
        Interruption.tell(lines, directory.path());
    }

    private <T extends Fact> Optional<T> lastFact(Class<T> kind) {
        return history.facts().stream().filter(kind::isInstance).map(kind::cast).reduce((before, last) -> last);
    }
}
