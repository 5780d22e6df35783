package io.bywash.acceptance;

import io.bywash.evidence.Broken;
import io.bywash.evidence.Fact;
import io.bywash.evidence.HistoryFile;
import io.bywash.evidence.Outcome;
import io.bywash.evidence.Wrapped;
import io.bywash.recording.Recording;
import io.bywash.recording.ReplaySite;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * Makes the runs of a recording once more, on the recording, and compares how they ended.
 *
 * <p>Other than a recheck, which begins with what the lines said, this goes over SSH: the log-in, the shells, the dialogues
 * and the waits all happen again.
 */
public final class Replayed {
    private static final int WIDTH = 160;

    private Replayed() {}

    /**
     * What came of it.
     *
     * @param runs how many were made
     * @param whole whether the last recorded run came to its end
     * @param differences what ended otherwise than then, in words; empty when nothing did
     * @param reports where the evidence of the runs is
     */
    record Result(int runs, boolean whole, List<String> differences, Path reports) {
        boolean same() {
            return differences.isEmpty();
        }

        /** The same for a person; the last line is the verdict. */
        List<String> told() {
            List<String> told = new ArrayList<>();
            differences.forEach(difference -> told.addAll(Wrapped.to(WIDTH, "- " + difference)));
            told.add("evidence in " + reports);
            if (!same()) {
                told.add("DIFFERENT: a run on the recording did not end as recorded");
            } else if (whole) {
                told.add("THE SAME: %s on the recording ended as recorded, in every step and every rule"
                        .formatted(runs == 1 ? "the run" : runs + " runs"));
            } else {
                told.add("INCOMPLETE: the same as far as it goes, but the recorded run did not come to its end");
            }
            return told;
        }
    }

    /**
     * Makes the runs.
     *
     * @param folder that is not there yet; the evidence of the runs is kept in it
     * @param pace how many recorded seconds a second has, at least 1
     * @throws Broken when the recording cannot be read or served
     */
    static Result of(Path file, Path folder, double pace, PrintStream out) {
        Recording recording = Recording.in(file);
        List<String> differences = new ArrayList<>();
        if (recording.isOfNoDevice()) {
            out.println("The recording is of a SIMULATED run: nothing of a device is in it.");
        }
        try (ReplaySite site = ReplaySite.open(recording, folder, pace, 0, Instant.now(), out::println)) {
            for (int run = 0; run < recording.runs().size() && differences.isEmpty(); run++) {
                HistoryFile recorded = recording.runs().get(run);
                differences.addAll(compare(recorded, again(site, run, site.reports(), out)));
            }
            boolean whole = isWhole(recording);
            if (whole || !site.server().isThrough()) {
                site.server().deviation().ifPresent(differences::add);
            }
            if (differences.isEmpty() && !site.server().isThrough()) {
                differences.add("the run came to its end before the recording did: "
                        + site.server().progress());
            }
            return new Result(recording.runs().size(), whole, differences, site.reports());
        }
    }

    private static boolean isWhole(Recording recording) {
        return recording.runs().stream().allMatch(HistoryFile::whole);
    }

    private static HistoryFile again(ReplaySite site, int number, Path reports, PrintStream out) {
        Run run = Run.begin(site.tags(number), site.properties(number), reports, out);
        Recheck.perform(List.of(site.tags(number)));
        run.end();
        return HistoryFile.read(run.directory());
    }

    private static List<String> compare(HistoryFile recorded, HistoryFile again) {
        List<String> differences = new ArrayList<>();
        compare("step ", steps(recorded), steps(again), differences);
        if (recorded.whole() && !again.whole()) {
            differences.add("the recorded run came to its end, and the history of this one did not");
        } else if (recorded.whole()) {
            compare("rule: ", rules(recorded), rules(again), differences);
            Outcome then = finished(recorded).outcome();
            Outcome now = finished(again).outcome();
            if (then != now) {
                differences.add("the recorded run %s, and this one %s".formatted(then, now));
            }
        }
        return differences;
    }

    private static void compare(
            String what, Map<String, String> recorded, Map<String, String> again, List<String> differences) {
        recorded.forEach((name, then) -> {
            String now = again.getOrDefault(name, "not reached");
            if (!then.equals(now)) {
                differences.add("%s%s: then %s, now %s".formatted(what, name, then, now));
            }
        });
    }

    private static Map<String, String> steps(HistoryFile run) {
        Map<String, String> steps = new LinkedHashMap<>();
        for (Fact fact : run.facts()) {
            if (fact instanceof Fact.StepFinished step) {
                steps.merge(step.id() + " " + step.title(), step.outcome().toString(), "%s, %s"::formatted);
            }
        }
        return steps;
    }

    private static Map<String, String> rules(HistoryFile run) {
        Map<String, String> rules = new LinkedHashMap<>();
        finished(run).rules().forEach(rule -> rules.put(rule.rule(), rule.verdict()));
        return rules;
    }

    private static Fact.RunFinished finished(HistoryFile run) {
        return (Fact.RunFinished) run.facts().get(run.facts().size() - 1);
    }

    /**
     * Makes the runs of the recording that is named, or serves it for somebody else.
     *
     * <p>It reads four properties: {@code recording}, the file; {@code pace}; {@code port}, or 0 for making the runs here;
     * {@code into}, the directory in which the folder of the replay is made, or nothing for {@code target}. Ends with 0
     * when the runs ended as recorded, with 1 when not, and with 2 when the last recorded run did not come to its end.
     */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            String file = System.getProperty("recording", "");
            if (file.isBlank()) {
                throw new Broken("Name the recording that is to be replayed: -Dbywash.recording=FILE");
            }
            double pace = pace(System.getProperty("pace", ""));
            int port = port(System.getProperty("port", ""));
            String into = System.getProperty("into", "");
            Path folder = Path.of(into.isBlank() ? "target" : into)
                    .resolve("replay-" + ProcessHandle.current().pid());
            if (port != 0) {
                serve(Path.of(file), folder, pace, port);
            }
            Result result = of(Path.of(file), folder, pace, System.out);
            result.told().forEach(System.out::println);
            System.exit(result.same() ? result.whole() ? 0 : 2 : 1);
        } catch (Broken e) {
            System.out.println(e.getMessage());
            System.exit(1);
        }
    }

    private static double pace(String text) {
        if (!text.matches("\\d{1,4}(?:\\.\\d+)?") || Double.parseDouble(text) < 1) {
            throw new Broken(
                    "-Dbywash.pace=%s: it is a number of recorded seconds per second, from 1 to 9999.".formatted(text));
        }
        return Double.parseDouble(text);
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65535) {
            throw new Broken("-Dbywash.port=%s: it is a number up to 65535.".formatted(text));
        }
        return Integer.parseInt(text);
    }

    private static void serve(Path file, Path folder, double pace, int port) throws InterruptedException {
        Recording recording = Recording.in(file);
        try (ReplaySite site = ReplaySite.open(recording, folder, pace, port, Instant.now(), System.out::println)) {
            System.out.println(
                    "The recording is served once on 127.0.0.1:%d, until Ctrl-C. In another window:".formatted(port));
            for (int run = 0; run < recording.runs().size(); run++) {
                System.out.println("  " + site.command(run));
                System.out.println("  recorded: " + ended(recording.runs().get(run)));
            }
            new CountDownLatch(1).await();
        }
    }

    private static String ended(HistoryFile run) {
        return run.whole() ? finished(run).verdict() : "it did not come to its end";
    }
}
