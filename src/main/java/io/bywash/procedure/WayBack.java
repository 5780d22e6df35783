package io.bywash.procedure;

import io.bywash.cpuse.InstallScope;
import io.bywash.evidence.Console;
import io.bywash.gaia.Dialect;
import io.bywash.gaia.Phrase;
import io.bywash.group.ChassisId;
import io.bywash.group.ChassisRole;
import io.bywash.procedure.Traces.Hotfix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How to take back, from here, what the procedure did: by what was really sent and by the last status, never by hopes.
 *
 * <p>It holds no command that could stop the traffic without saying first what must be true: a chassis is set down only
 * while the other one carries or can, one that may still be installing is not set up, and nothing is uninstalled on members
 * of both chassis (REFERENCE 6 and 10).
 */
final class WayBack {
    private final Assignment assignment;
    private final Dialect dialect;
    private final Traces traces;
    private final StateNow now;
    private final Rollback rollback;
    private final int part;

    /**
     * @param part the part of the page in which the run ended, 1 to 5
     */
    WayBack(Assignment assignment, Dialect dialect, Traces traces, StateNow now, Rollback rollback, int part) {
        this.assignment = assignment;
        this.dialect = dialect;
        this.traces = traces;
        this.now = now;
        this.rollback = rollback;
        this.part = part;
    }

    /** The most urgent first. */
    List<String> told() {
        if (rollback == Rollback.NOT_FROM_HERE) {
            return List.of("Nothing is taken back from here while the other run is at work.");
        }
        List<String> told = new ArrayList<>();
        if (traces.changedNothing()) {
            told.add("This run sent nothing that changes the group: nothing of it is to be taken back.");
        }
        chassis(assignment.chassisB()).ifPresent(told::add);
        chassis(assignment.chassisA()).ifPresent(told::add);
        boolean untouched = untouched(assignment.chassisA()) && untouched(assignment.chassisB());
        if (traces.sent(Phrase.CLONING_OFF, Optional.empty()) || part > Stage.IMAGE_CLONING.number()) {
            told.add(
                    untouched
                            ? "Image cloning, if it was on before and the procedure is given up, only while no SGM has the hotfix: gClish on the SMO: %s."
                                    .formatted(typed(Phrase.CLONING_ON))
                            : "Leave image cloning off until every SGM of both chassis has the same take.");
        }
        if (untouched && traces.broughtThePackage()) {
            told.add("The package may stay on the SGMs: it changes nothing until it is installed.");
        }
        if (told.isEmpty()) {
            told.add("Nothing that was sent is to be taken back.");
        }
        return told;
    }

    private boolean untouched(ChassisId chassis) {
        Hotfix hotfix = traces.hotfix(chassis);
        return hotfix == Hotfix.NONE || hotfix == Hotfix.UNKNOWN && part < Stage.CHASSIS_A.number();
    }

    private Optional<String> chassis(ChassisId chassis) {
        if (rollback == Rollback.BY_WHAT_IS_READ_FIRST) {
            boolean touched = traces.sent(Phrase.CHASSIS_DOWN, Optional.of(chassis))
                    || traces.hotfix(chassis) == Hotfix.ORDERED
                    || now.role(chassis).equals(Optional.of(ChassisRole.DOWN));
            return touched
                    ? Optional.of("Read first which chassis carries (%s, two times %s apart). If %s is DOWN: %s"
                            .formatted(
                                    status(),
                                    Console.told(assignment.waits().settle().limit()),
                                    chassis,
                                    down(chassis)))
                    : Optional.empty();
        }
        Optional<ChassisRole> role = now.role(chassis);
        if (role.isEmpty()) {
            return Optional.of("The role of %s is not known: look first (%s).".formatted(chassis, status()));
        }
        return switch (role.get()) {
            case DOWN -> Optional.of(down(chassis));
            case STANDBY -> standby(chassis);
            case ACTIVE -> active(chassis);
        };
    }

    private String down(ChassisId chassis) {
        return switch (traces.hotfix(chassis)) {
            case NONE -> downAndClean(chassis);
            case UNKNOWN ->
                "%s may not be set up before it is known what its SGMs have (on each: %s); then %s."
                        .formatted(chassis, showsInstalled(), up(chassis));
            case ALL ->
                """
                %s has %s on every SGM: %s, when %s shows them all back. Or take it back while it is DOWN: %s, wait for the \
                reboots, then set it up.""".formatted(
                                chassis,
                                assignment.take(),
                                up(chassis),
                                status(),
                                uninstall("one of its SGMs", members(chassis)));
            case SOME, ORDERED ->
                """
                %s may still be installing: no set-up, reboot or second order before every SGM of it is back (%s) and says \
                its take (on each: %s). If none or all have %s: %s. If only some: %s, wait for the reboots, then set it \
                up.""".formatted(
                                chassis,
                                status(),
                                showsInstalled(),
                                assignment.take(),
                                up(chassis),
                                uninstall("one of those", "<those of %s>".formatted(members(chassis))));
        };
    }

    /** A chassis without the hotfix that nobody installs on. */
    private String downAndClean(ChassisId chassis) {
        boolean ours = traces.sent(Phrase.CHASSIS_DOWN, Optional.of(chassis))
                || part >= (chassis == assignment.chassisA() ? Stage.CHASSIS_A : Stage.FAILOVER).number();
        if (!ours) {
            return "%s is DOWN, and this procedure did not set it down: find out why before it is set up (%s)."
                    .formatted(chassis, up(chassis));
        }
        if (rollback == Rollback.BY_WHAT_IS_READ_FIRST) {
            return "%s has no hotfix: %s, when %s shows each of its SGMs and none starting; at once when no chassis is ACTIVE."
                    .formatted(chassis, up(chassis), status());
        }
        if (!now.carries(assignment.group(), chassis.other())) {
            return "%s is not seen to carry with every SGM, and nothing installs on %s: set %s up NOW. %s."
                    .formatted(chassis.other(), chassis, chassis, up(chassis));
        }
        return "%s has no hotfix: %s, when %s shows each of its SGMs and none starting. It comes back as STANDBY; %s goes on carrying."
                .formatted(chassis, up(chassis), status(), chassis.other());
    }

    private Optional<String> standby(ChassisId chassis) {
        Hotfix hotfix = traces.hotfix(chassis);
        if (hotfix == Hotfix.NONE || hotfix == Hotfix.UNKNOWN) {
            return Optional.empty();
        }
        String has = hotfix == Hotfix.ALL ? "%s has %s" : "Some SGMs of %s may have %s";
        return Optional.of(
                "%s. To take it back, only while %s is ACTIVE with every SGM UP: %s; %s; wait for the reboots; set it up."
                        .formatted(
                                has.formatted(chassis, assignment.take()),
                                chassis.other(),
                                setDown(chassis),
                                uninstall("an SGM of " + chassis, members(chassis))));
    }

    /** What carries is left alone until the other chassis could take over. */
    private Optional<String> active(ChassisId chassis) {
        Hotfix hotfix = traces.hotfix(chassis);
        if (hotfix == Hotfix.NONE || hotfix == Hotfix.UNKNOWN) {
            return Optional.empty();
        }
        String when =
                "Traffic may go back to %s only when it is STANDBY with every SGM UP, with a policy, and synchronised"
                        .formatted(chassis.other());
        boolean mightBe = now.role(chassis.other()).equals(Optional.of(ChassisRole.STANDBY));
        return Optional.of(mightBe ? "%s: %s.".formatted(when, setDown(chassis)) : when + ".");
    }

    private String setDown(ChassisId chassis) {
        return "Expert mode on the SMO: %s".formatted(typed(Phrase.CHASSIS_DOWN, chassis));
    }

    private String up(ChassisId chassis) {
        return "Expert mode on the SMO: %s".formatted(typed(Phrase.CHASSIS_UP, chassis));
    }

    private String uninstall(String on, String members) {
        if (!dialect.has(Phrase.UNINSTALL)) {
            return "uninstall it on %s by the vendor's guide for %s, whose command is not known here"
                    .formatted(members, assignment.release());
        }
        return "in gClish on %s %s"
                .formatted(
                        on,
                        typed(Phrase.UNINSTALL)
                                .replace("{number}", "<its number there>")
                                .replace("{members}", members));
    }

    /** What shows on an SGM which hotfix it has. */
    private String showsInstalled() {
        return dialect.say(dialect.has(Phrase.SHOW_INSTALLED) ? Phrase.SHOW_INSTALLED : Phrase.HOTFIXES);
    }

    private String members(ChassisId chassis) {
        return InstallScope.of(assignment.group(), chassis).memberIds();
    }

    private String status() {
        return dialect.say(Phrase.STATUS);
    }

    private String typed(Phrase phrase, ChassisId chassis) {
        return typed(dialect, phrase, chassis);
    }

    private String typed(Phrase phrase) {
        return typed(dialect, phrase);
    }

    static String typed(Dialect dialect, Phrase phrase, ChassisId chassis) {
        return typed(dialect, phrase).replace("{chassis}", Integer.toString(chassis.number()));
    }

    /** The wording, with how far it can be trusted where nobody has seen it documented for this. */
    private static String typed(Dialect dialect, Phrase phrase) {
        Dialect.Wording wording = dialect.wording(phrase);
        return wording.inferred()
                ? "%s (inferred, %s)".formatted(wording.text(), wording.mark().replaceFirst("^I ", ""))
                : wording.text();
    }
}
