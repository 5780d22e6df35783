package io.bywash.procedure;

import io.bywash.evidence.Console;
import io.bywash.evidence.Outcome;
import io.bywash.gaia.Dialect;
import io.bywash.gaia.Phrase;
import io.bywash.group.ChassisId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sentences about what a person does next, each for a fact of the run. */
final class NextAction {
    private final Assignment assignment;
    private final Dialect dialect;
    private final Trouble trouble;
    private final Traces traces;
    private final StateNow now;
    private final View view;
    private final Stage stage;

    NextAction(
            Assignment assignment,
            Dialect dialect,
            Trouble trouble,
            Traces traces,
            StateNow now,
            View view,
            Stage stage) {
        this.assignment = assignment;
        this.dialect = dialect;
        this.trouble = trouble;
        this.traces = traces;
        this.now = now;
        this.view = view;
        this.stage = stage;
    }

    private Fate fate() {
        return Fate.of(traces.lastOf(trouble.place()), trouble.finding(), now);
    }

    /** The situation in which the run ended. */
    Situation situation() {
        return Situation.of(Situation.End.of(trouble, fate()));
    }

    /** The most important first. */
    List<String> told() {
        Situation situation = situation();
        List<String> told = new ArrayList<>();
        if (situation != Situation.ANOTHER_RUN) {
            told.add(whatCarries());
            view.moving().map(this::reading).ifPresent(told::add);
        }
        told.add(sent());
        String advice = trouble.finding().advice();
        told.add(
                advice.isEmpty() || situation == Situation.EARLIER_PART
                        ? situation
                                .next()
                                .replace("{part}", part())
                                .replace("{step}", view.moving().isPresent() ? "" : byStep())
                                .strip()
                        : advice);
        told.add(situation.resume().sentence());
        told.removeIf(String::isEmpty);
        return told;
    }

    private String part() {
        return Stage.tagged(trouble.finding().subject()).map(Stage::toString).orElse("");
    }

    private String sent() {
        return traces.lastOf(trouble.place())
                .map(act -> fate().of(act.line()))
                .orElse(trouble.outcome() == Outcome.REFUSED ? "Nothing was sent by this step." : "");
    }

    private String whatCarries() {
        String chassis = view.chassis().map(ChassisId::toString).orElse("");
        boolean settled = view.moving().isEmpty();
        return switch (view.sight()) {
            case NEVER_TAKEN ->
                traces.changedNothing()
                        ? "This run sent nothing that changes the group."
                        : "HOW THE GROUP STANDS IS NOT KNOWN: look at both chassis at once (%s).".formatted(status());
            case BOTH_ACTIVE ->
                settled
                        ? "Both chassis are shown ACTIVE: change nothing on either. Read %s until it shows the same twice; when both stay ACTIVE, look whether they see each other (synchronisation)."
                                .formatted(status())
                        : "Both chassis are shown ACTIVE.";
            case CARRIES ->
                "Leave %s as it is: it %s."
                        .formatted(
                                chassis,
                                !view.afterTheStop()
                                        ? "carried when it was last seen"
                                        : settled ? "carries" : "carried on this look");
            case ACTIVE ->
                "%s is ACTIVE, but not with every SGM: leave it as it is, and look at those SGMs.".formatted(chassis);
            case NONE ->
                view.supportsChange()
                        ? "NO CHASSIS IS SEEN TO CARRY: look at both at once (%s).".formatted(status())
                        : "NO CHASSIS WAS ACTIVE ON THE LAST LOOK: look at both at once (%s).".formatted(status());
        };
    }

    /** What is read before anything is changed, and what each answer means. */
    private String reading(Traces.Act act) {
        String settle = Console.told(assignment.waits().settle().limit());
        return "%s, so nothing is changed yet. Read %s first, two times %s apart. %s"
                .formatted(age(act), status(), settle, meaning(act));
    }

    private String age(Traces.Act act) {
        Optional<Instant> look = now.status().map(seen -> seen.at());
        if (look.isEmpty()) {
            return "No look was taken after '%s'".formatted(act.line());
        }
        return look.get().isBefore(act.at())
                ? "The last look is older than '%s'".formatted(act.line())
                : "The last look is %s younger than '%s', whose effect may take longer"
                        .formatted(Console.told(Duration.between(act.at(), look.get())), act.line());
    }

    private String meaning(Traces.Act act) {
        ChassisId chassis = act.chassis().orElse(assignment.chassisA());
        String neither = "Neither ACTIVE both times: look at both on their consoles.";
        if (act.is(Phrase.CHASSIS_DOWN)) {
            Traces.Hotfix hotfix = traces.hotfix(chassis);
            boolean mayBeInstalling = hotfix == Traces.Hotfix.ORDERED || hotfix == Traces.Hotfix.SOME;
            return "%s DOWN and %s ACTIVE: it worked. %s not DOWN: it had no effect. %s"
                    .formatted(
                            chassis,
                            chassis.other(),
                            chassis,
                            mayBeInstalling
                                    ? neither
                                    : "Neither ACTIVE both times: set %s up (Expert mode on the SMO: %s)."
                                            .formatted(chassis, WayBack.typed(dialect, Phrase.CHASSIS_UP, chassis)));
        }
        if (act.is(Phrase.CHASSIS_UP)) {
            return "%s STANDBY: it worked. %s DOWN: it had no effect. %s".formatted(chassis, chassis, neither);
        }
        return "SGMs of %s away: they reboot, leave them. All there: each says what it has (%s)."
                .formatted(chassis, showsInstalled());
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
        return switch (StepId.letterIn(trouble.place())) {
            case 'A', 'B' -> "Read %s.".formatted(status());
            case 'C' -> "Do not repeat the 'down' by hand; read %s until it shows the same twice.".formatted(status());
            case 'D', 'E' -> "%s stays DOWN; look at its SGMs on their consoles.".formatted(chassis);
            case 'F' ->
                "Do not order it by hand; read %s, and on each SGM of %s: %s."
                        .formatted(status(), chassis, showsInstalled());
            case 'G', 'H' ->
                "%s stays as it is; read %s until each SGM is back, and look at the others on their consoles."
                        .formatted(chassis, status());
            case 'I', 'J' -> "On the SGMs of %s that are not UP: cphaprob stat names the pnote.".formatted(chassis);
            default -> "There is no fail-over before this is clear; on each SGM: %s.".formatted(showsInstalled());
        };
    }

    private String showsInstalled() {
        return dialect.say(dialect.has(Phrase.SHOW_INSTALLED) ? Phrase.SHOW_INSTALLED : Phrase.HOTFIXES);
    }

    private String status() {
        return dialect.say(Phrase.STATUS);
    }
}
