package io.bywash.verdict;

import io.bywash.evidence.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * Whoever has to go on after a run that did not pass and left something changed finds the state of both chassis, the safe
 * next action, the command to resume with and the rollback, on one page.
 */
public final class WayBackTold implements Checker<Reality> {
    private static final int LONGEST = 25;
    private static final List<String> LABELS =
            List.of("expected", "seen", "chassis1", "chassis2", "next", "resume", "rollback");

    @Override
    public String rule() {
        return "a run that did not pass and left something changed names the command to resume with and the rollback";
    }

    @Override
    public Verdict check(Reality reality) {
        int pages = 0;
        for (RunTold run : reality.runs()) {
            if (run.outcome() != Outcome.PASSED && leftSomethingChanged(run, reality)) {
                Optional<String> missing = missing(run);
                if (missing.isPresent()) {
                    return new Verdict.Violated("%s: %s".formatted(run, missing.get()));
                }
                pages++;
            }
        }
        return new Verdict.Holds(pages);
    }

    private static boolean leftSomethingChanged(RunTold run, Reality reality) {
        return reality.effective().stream().anyMatch(act -> run.holds(act.at()) && leavesAMark(act.kind()));
    }

    /** A lease goes with its run, and a file that was sent changes nothing. */
    private static boolean leavesAMark(ActReceived.Kind kind) {
        return switch (kind) {
            case UPLOAD, LEASE_TAKEN, LEASE_GIVEN_BACK -> false;
            case IMPORT, CLONING_OFF, CHASSIS_DOWN, CHASSIS_UP, INSTALL, LOCK_OVERRIDE, ANOTHER -> true;
        };
    }

    private static Optional<String> missing(RunTold run) {
        if (run.failurePage().isEmpty()) {
            return Optional.of("it left no failure page");
        }
        List<String> page = run.failurePage().get();
        if (page.size() > LONGEST) {
            return Optional.of("its failure page has %d lines, more than %d".formatted(page.size(), LONGEST));
        }
        return LABELS.stream()
                .filter(label -> page.stream().noneMatch(line -> tells(line, label)))
                .findFirst()
                .map("its failure page does not tell '%s'"::formatted);
    }

    /** Whether a line begins with the label and says something behind it. */
    private static boolean tells(String line, String label) {
        String text = line.strip();
        return text.startsWith(label) && text.length() > label.length() + 1;
    }
}
