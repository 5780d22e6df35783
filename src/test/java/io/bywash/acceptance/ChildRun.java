package io.bywash.acceptance;

import io.bywash.evidence.Fact;
import io.bywash.evidence.Outcome;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * The procedure on a target, stage after stage, in a process of its own that somebody else kills. It says on standard
 * output {@code here <step> <fact>} where it is to be killed, {@code ended <tag> <outcome>} after each stage, and without a
 * kill point {@code fact <step> <time> <fact>} at each fact.
 *
 * <p>Arguments: the target file, the directory for the evidence, the kill point or {@code none}, and the stages.
 */
final class ChildRun implements Consumer<Fact> {
    static final String NONE = "none";

    private final PrintStream out = System.out;
    private final KillPoint point;
    private int seen;
    private String step = "-";

    private ChildRun(KillPoint point) {
        this.point = point;
    }

    public static void main(String[] arguments) {
        Run.answerForEveryThread();
        ChildRun child = new ChildRun(arguments[2].equals(NONE) ? null : KillPoint.parse(arguments[2]));
        for (String tag : List.of(arguments).subList(3, arguments.length)) {
            WholeRun run = WholeRun.of(
                    tag,
                    Map.of("bywash.target", arguments[0], "bywash.confirm", Site.NAME),
                    Path.of(arguments[1]),
                    child);
            child.out.println("ended %s %s".formatted(tag, run.outcome()));
            if (run.outcome() != Outcome.PASSED) {
                child.out.println(run.console());
                System.exit(1);
            }
        }
    }

    @Override
    public void accept(Fact fact) {
        if (fact instanceof Fact.StepStarted started) {
            step = started.id().replace(' ', '-');
        }
        if (point == null) {
            out.println("fact %s %d %s".formatted(step, fact.at().toEpochMilli(), told(fact)));
        } else if (point.counts(fact) && ++seen == point.number()) {
            out.println("here %s %s".formatted(step, told(fact)));
            breakOrStandStill();
        }
    }

    private void breakOrStandStill() {
        switch (point.signal()) {
            case "MEMORY" -> useUpTheMemory();
            case "STACK" -> useUpTheStack();
            case "THREAD" -> letAThreadDie();
            case "STOP" -> stopTheProcess();
            default -> {
                if (point.millis() == 0) {
                    standStill();
                }
            }
        }
    }

    private static void useUpTheMemory() {
        List<long[]> used = new ArrayList<>();
        while (!used.contains(null)) {
            used.add(new long[256 * 1024]);
        }
    }

    private static int useUpTheStack() {
        return useUpTheStack() + 1;
    }

    private static void letAThreadDie() {
        Thread thread = new Thread(
                () -> {
                    throw new IllegalStateException("a bug of ours");
                },
                "inquiries over SSH");
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** All its threads stand from within this call on, until another process continues it. */
    private static void stopTheProcess() {
        Child.signal("STOP", ProcessHandle.current().pid());
    }

    private static String told(Fact fact) {
        String line = fact.toString().replace('\n', ' ');
        return line.substring(0, Math.min(200, line.length()));
    }

    private static void standStill() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
