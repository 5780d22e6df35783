package io.bywash.procedure;

import io.bywash.evidence.Outcome;
import io.bywash.gaia.Dialect;
import io.bywash.gaia.Phrase;
import io.bywash.group.ChassisId;
import io.bywash.group.ChassisRole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The safe next action for a person, after a trouble of this kind at this step. */
final class NextAction {
    private final Assignment assignment;
    private final Dialect dialect;
    private final Trouble trouble;
    private final Traces traces;
    private final StateNow now;
    private final Stage stage;
    private final Optional<Stage> runFirst;

    /**
     * @param runFirst the stage that supplies what is missing
     */
    NextAction(
            Assignment assignment,
            Dialect dialect,
            Trouble trouble,
            Traces traces,
            StateNow now,
            Stage stage,
            Optional<Stage> runFirst) {
        this.assignment = assignment;
        this.dialect = dialect;
        this.trouble = trouble;
        this.traces = traces;
        this.now = now;
        this.stage = stage;
        this.runFirst = runFirst;
    }

    /** The most important first. */
    List<String> told() {
        List<Traces.Act> acts = traces.actsOf(trouble.place());
        List<String> told = new ArrayList<>();
        told.add(whatCarries());
        acts.stream()
                .filter(act -> !act.answered())
                .reduce((first, last) -> last)
                .ifPresent(act -> told.add("'%s' was sent and not answered: it may be at work.".formatted(act.line())));
        told.add(byOutcome());
        if (!acts.isEmpty() || trouble.outcome() == Outcome.FAILED) {
            told.add(byStep());
        }
        return told;
    }

    private String whatCarries() {
        List<ChassisId> carrying = Arrays.stream(ChassisId.values())
                .filter(chassis -> now.carries(assignment.group(), chassis))
                .toList();
        if (now.status().isEmpty()) {
            return traces.changedNothing()
                    ? "This run sent nothing that changes the group."
                    : "HOW THE GROUP STANDS IS NOT KNOWN: look at both chassis at once (%s).".formatted(status());
        }
        if (!carrying.isEmpty()) {
            return "Leave %s as it is: it %s."
                    .formatted(carrying.get(0), now.notRead().isEmpty() ? "carries" : "carried when it was last seen");
        }
        return Arrays.stream(ChassisId.values())
                .filter(chassis -> now.role(chassis).equals(Optional.of(ChassisRole.ACTIVE)))
                .findFirst()
                .map("%s is ACTIVE, but not with every SGM: leave it as it is, and look at those SGMs."::formatted)
                .orElse("NO CHASSIS IS SEEN TO CARRY: look at both at once (%s).".formatted(status()));
    }

    private String byOutcome() {
        return switch (trouble.outcome()) {
            case REFUSED ->
                runFirst.map("Nothing was sent by this step. Run %s first, then this stage."::formatted)
                        .orElse("Nothing was sent by this step. Put right what is missing.");
            case BROKEN -> "Put right on our side what is told above; nothing is said about the group.";
            case NOT_PROVEN -> "A person looks by hand at what is told above, and goes on only when it is as expected.";
            default -> "Find out why before anything is sent again.";
        };
    }

    private String byStep() {
        return switch (stage) {
            case PRELIMINARY -> "This part touches no traffic.";
            case IMAGE_CLONING ->
                "No SGM may reboot between now and part 3. gClish: %s.".formatted(dialect.say(Phrase.CLONING_SHOW));
            case FAILOVER ->
                "Read %s until it shows the same twice: which chassis carries? No other chassis is set down."
                        .formatted(status());
            case CHASSIS_A -> byLetter(assignment.chassisA());
            case CHASSIS_B -> byLetter(assignment.chassisB());
        };
    }

    private String byLetter(ChassisId chassis) {
        String onEach = dialect.say(dialect.has(Phrase.SHOW_INSTALLED) ? Phrase.SHOW_INSTALLED : Phrase.HOTFIXES);
        return switch (trouble.place().matches("\\d\\.[A-Z]") ? trouble.place().charAt(2) : ' ') {
            case 'A', 'B' -> "Read %s; this step sent nothing.".formatted(status());
            case 'C' -> "Do not repeat the 'down'; read %s until it shows the same twice.".formatted(status());
            case 'D', 'E' -> "%s stays DOWN; look at its SGMs on their consoles.".formatted(chassis);
            case 'F' ->
                "Do not order it a second time; read %s, and on each SGM of %s: %s."
                        .formatted(status(), chassis, onEach);
            case 'G', 'H' ->
                "%s stays as it is; read %s until each SGM is back, and look at the others on their consoles."
                        .formatted(chassis, status());
            case 'I', 'J' -> "On the SGMs of %s that are not UP: cphaprob stat names the pnote.".formatted(chassis);
            default -> "Nobody fails over before this is clear; on each SGM: %s.".formatted(onEach);
        };
    }

    private String status() {
        return dialect.say(Phrase.STATUS);
    }
}
