package io.bywash.acceptance;

import io.bywash.custody.Statement;
import io.bywash.evidence.Fact;
import io.bywash.evidence.History;
import io.bywash.evidence.Outcome;
import io.bywash.evidence.RunDirectory;
import io.bywash.evidence.RunResult;
import io.bywash.evidence.Wrapped;
import io.bywash.procedure.Stage;
import io.bywash.target.Target;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a run leaves when its own process is broken, so that it cannot end as runs do: a page, a result and a verdict, each
 * of them whatever becomes of the others.
 */
final class LastWords {
    private static final int RESERVE = 4 * 1024 * 1024;
    private static final int WIDTH = 100;

    private final Target target;
    private final List<Stage> stages;
    private final RunDirectory directory;
    private final History history;
    private final PrintStream out;
    private final Instant begun;
    private byte[] reserve = new byte[RESERVE];
    private boolean left;

    LastWords(
            Target target,
            List<Stage> stages,
            RunDirectory directory,
            History history,
            PrintStream out,
            Instant begun) {
        this.target = target;
        this.stages = stages;
        this.directory = directory;
        this.history = history;
        this.out = out;
        this.begun = begun;
    }

    /** Gives back the memory that was kept for this. */
    void makeRoom() {
        reserve = new byte[0];
    }

    /** The failure page where the usual one cannot be made. */
    List<String> page(String paragraph) {
        List<String> page = new ArrayList<>();
        page.add("BROKEN at %s, %s".formatted(step(), history.now()));
        page.add("expected  a process of ours that lives until the run has ended");
        add(page, "seen      ", Wrapped.to(WIDTH, paragraph));
        lastSeen()
                .ifPresent(seen ->
                        add(page, "last seen ", Wrapped.to(WIDTH, "%s: %s".formatted(seen.at(), seen.status()))));
        add(page, "next      ", List.of("Look at both chassis: asg stat -v. Leave the one that carries as it is."));
        add(page, "resume    ", Wrapped.command(WIDTH, goOn()));
        add(page, "evidence  ", List.of(directory.path().toString()));
        return page;
    }

    private static void add(List<String> page, String name, List<String> lines) {
        for (int line = 0; line < lines.size(); line++) {
            page.add((line == 0 ? name : " ".repeat(name.length())) + lines.get(line));
        }
    }

    private String step() {
        return last(Fact.StepStarted.class).map(Fact.StepStarted::title).orElse("the beginning of the run");
    }

    private Optional<Fact.StatusSeen> lastSeen() {
        return last(Fact.StatusSeen.class);
    }

    private <T extends Fact> Optional<T> last(Class<T> kind) {
        return history.facts().stream().filter(kind::isInstance).map(kind::cast).reduce((before, after) -> after);
    }

    private String goOn() {
        return target.assignment().commandFor(stages.get(0));
    }

    /**
     * Leaves page, result and verdict, once.
     *
     * @param page the page that was made before; empty where none could be
     */
    synchronized void leave(String paragraph, List<String> page) {
        if (left) {
            return;
        }
        left = true;
        makeRoom();
        List<String> told = new ArrayList<>(page);
        attempt(() -> told.addAll(page.isEmpty() ? page(paragraph) : List.of()));
        String verdict = "BROKEN: our own process; nothing is said about %s Security Group %s"
                .formatted(
                        target.simulated() ? "SIMULATED" : "REAL",
                        target.assignment().group().name());
        attempt(directory::onlyTelling);
        attempt(() -> directory.forget(Statement.FILE));
        attempt(() -> directory.keep(Run.FAILURE, told));
        attempt(() -> directory.keep(result(verdict)));
        attempt(() -> Interruption.onTheConsole(told, out));
        attempt(() -> Interruption.onTheConsole(List.of(paragraph, "evidence in " + directory.path(), verdict), out));
    }

    private RunResult result(String verdict) {
        return new RunResult(
                target.assignment().group().name(),
                target.simulated(),
                Outcome.BROKEN.name(),
                verdict,
                begun,
                history.now(),
                0,
                0,
                List.of(),
                List.of(),
                List.of(),
                goOn(),
                directory.head());
    }

    /** What cannot be left any more must not keep the rest from being left. */
    private static void attempt(Runnable leaving) {
        try {
            leaving.run();
        } catch (RuntimeException | Error e) {
            System.err.println("Not left: " + e);
        }
    }
}
