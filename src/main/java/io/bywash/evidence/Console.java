package io.bywash.evidence;

import io.bywash.group.GroupStatus;
import io.bywash.group.SgmId;
import io.bywash.group.SgmStatus;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Tells the engineer at the console what is done, what is waited for and until when, and each change of an SGM. */
public final class Console implements Consumer<Fact> {
    private static final long QUARTERS = 4;
    private static final int MOST_CHARACTERS = 160;

    private final PrintStream out;
    private final DateTimeFormatter time;
    private final ExpectedTimes expected;
    private final Map<SgmId, String> words = new HashMap<>();
    private final Map<String, String> roles = new HashMap<>();
    private long quarter;

    /**
     * @param expected how long each step took in earlier runs; told when the step begins
     */
    public Console(PrintStream out, ZoneId zone, ExpectedTimes expected) {
        this.out = out;
        this.expected = expected;
        this.time = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(zone);
    }

    @Override
    public void accept(Fact fact) {
        if (fact instanceof Fact.RunStarted run) {
            out.println();
            run.about().forEach(line -> out.println("  " + line));
            out.println();
        } else if (fact instanceof Fact.NotChecked not) {
            out.println("  NOT CHECKED: %s: %s".formatted(not.what(), not.why()));
            out.println();
        } else if (fact instanceof Fact.StepStarted step) {
            say(step.at(), "%-6s  %s".formatted(step.id(), withoutId(step)));
            expected.ofStep(step.id()).ifPresent(usual -> say(step.at(), "        " + usual));
        } else if (fact instanceof Fact.StepFinished step) {
            tellEnd(step);
        } else if (fact instanceof Fact.WaitStarted wait) {
            say(
                    wait.at(),
                    "        waiting for %s; at the latest until %s".formatted(wait.what(), time.format(wait.until())));
        } else if (fact instanceof Fact.WaitEnded wait) {
            say(wait.at(), "        %s after %s".formatted(wait.how(), told(wait.took())));
        } else if (fact instanceof Fact.StatusSeen seen) {
            tellChanges(seen.status());
        } else if (fact instanceof Fact.Transferred transferred) {
            tellProgress(transferred);
        } else if (fact instanceof Fact.Noted note) {
            say(note.at(), "        " + note.sentence());
        } else if (fact instanceof Fact.TableKept table && table.title().startsWith("Proof")) {
            tellTable(table);
        }
    }

    private static String withoutId(Fact.StepStarted step) {
        return step.title().replaceFirst("^\\[\\d\\.[A-Z]\\] ", "");
    }

    private void tellEnd(Fact.StepFinished step) {
        step.notes().forEach(note -> say(step.at(), "        " + note));
        if (step.outcome() == Outcome.PASSED) {
            say(step.at(), "        passed in %s: %s".formatted(told(step.took()), summary(step.measurements())));
            return;
        }
        say(step.at(), "        %s".formatted(step.outcome().toString().toUpperCase(Locale.ROOT)));
        step.why().lines().forEach(line -> out.println("                  " + line));
    }

    /** A value that several SGMs share is told once. */
    private static String summary(List<Measurement> measurements) {
        long values = measurements.stream().map(Measurement::actual).distinct().count();
        if (measurements.size() > 2 && values == 1) {
            return "%s to %s: %s"
                    .formatted(
                            measurements.get(0).name(),
                            measurements.get(measurements.size() - 1).name(),
                            measurements.get(0).actual());
        }
        return String.join(
                "; ", measurements.stream().map(Measurement::toString).toList());
    }

    private void tellChanges(GroupStatus status) {
        status.roles().forEach((chassis, role) -> {
            String before = roles.put(chassis.toString(), role.name());
            if (before != null && !before.equals(role.name())) {
                say(status.at(), "        %s %s -> %s".formatted(chassis, before, role));
            }
        });
        for (SgmStatus sgm : status.sgms().values()) {
            String before = words.put(sgm.id(), sgm.word());
            if (before != null && !before.equals(sgm.word())) {
                say(status.at(), "        %s %s -> %s".formatted(sgm.id(), before, sgm.word()));
            }
        }
    }

    private void tellProgress(Fact.Transferred transferred) {
        long now = transferred.bytes() * QUARTERS / Math.max(transferred.of(), 1);
        if (now != quarter) {
            quarter = now;
            say(
                    transferred.at(),
                    "        %s: %d %% of %d bytes"
                            .formatted(transferred.file(), now * 100 / QUARTERS, transferred.of()));
        }
    }

    private void tellTable(Fact.TableKept table) {
        out.println();
        out.println("          " + table.title());
        out.println("          " + row(table.header()));
        table.rows().forEach(cells -> out.println("          " + row(cells)));
        out.println();
    }

    private static String row(List<String> cells) {
        return String.join(
                        "", cells.stream().map(cell -> "%-22s".formatted(cell)).toList())
                .stripTrailing();
    }

    private void say(Instant at, String text) {
        out.println(time.format(at) + "  " + text);
    }

    /** A duration as a person says it: {@code 850 ms}, {@code 12 s}, {@code 3 min 5 s}. */
    public static String told(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds == 0) {
            return duration.toMillis() + " ms";
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds % 60 == 0 ? seconds / 60 + " min" : "%d min %d s".formatted(seconds / 60, seconds % 60);
    }
}
