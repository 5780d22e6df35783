package io.bywash.simulator;

import static io.bywash.simulator.FaultKind.Family.GROUP;

import io.bywash.group.ChassisId;
import io.bywash.simulator.Colleague.Deed;
import java.time.Duration;
import java.util.List;

/** The faults of the group as a whole, of what is shown of it, and of who else works on it. */
final class GroupFaults {
    static final List<Recipe> ALL = List.of(
            Recipe.of(
                    GROUP,
                    "ACTIVE(!) on down",
                    "as a chassis is set down the other one fails, so it has to carry on alone",
                    "7 no. 12",
                    dice -> new OthersFailOnDown(When.chassisGoesDown(dice.from(1, 3)), "FSYNC")),
            Recipe.of(
                    GROUP,
                    "set-down refused",
                    "a chassis that is set down stays in service, one of its SGMs ACTIVE(!), though the other one is whole",
                    "6 no. 13",
                    dice -> new SetDownRefused(When.chassisGoesDown(dice.from(1, 3)))),
            Recipe.of(
                    GROUP,
                    "chassis A degraded at the start",
                    "one SGM of chassis 1 is DOWN before we begin",
                    "6 no. 3",
                    dice -> new SgmLost(
                            When.atTheStart(), dice.victimOf(ChassisId.CHASSIS1), dice.oneOf("FSYNC", "ROUTED"))),
            Recipe.of(
                    GROUP,
                    "chassis B loses an SGM during the installation",
                    "an SGM of the chassis that carries fails while the other one is being installed",
                    "6 no. 3",
                    dice -> new SgmLost(
                            When.taskBegins(CpuseTask.Kind.INSTALL)
                                    .on(new Victim(ChassisId.CHASSIS1, 0))
                                    .plus(dice.seconds(5, 17 * 60)),
                            dice.victimOf(ChassisId.CHASSIS2),
                            "ROUTED")),
            Recipe.of(
                    GROUP,
                    "roles swapped at the start",
                    "chassis 1 is ACTIVE and chassis 2 STANDBY",
                    "4, chassis states",
                    dice -> new RolesFlip(When.atTheStart())),
            Recipe.of(
                    GROUP,
                    "roles flip",
                    "the group fails over by itself",
                    "invented",
                    dice -> new RolesFlip(dice.moment())),
            Recipe.of(
                    GROUP,
                    "stale state shown",
                    "screens go on showing an old state for minutes",
                    "7 no. 23",
                    dice -> new ShownWrong(dice.moment(), ShownWrong.Lie.STALE, dice.seconds(20, 600))),
            Recipe.of(
                    GROUP,
                    "both chassis shown ACTIVE",
                    "screens show two Active chassis for minutes",
                    "4: exactly one in normal work",
                    dice -> new ShownWrong(dice.moment(), ShownWrong.Lie.BOTH_ACTIVE, dice.seconds(20, 3600))),
            Recipe.of(
                    GROUP,
                    "nobody shown up",
                    "screens show every SGM DOWN for minutes while an installation is waited for",
                    "7 no. 23; nobody at all invented",
                    dice -> new ShownWrong(
                            When.taskBegins(CpuseTask.Kind.INSTALL).plus(dice.seconds(30, 240)),
                            ShownWrong.Lie.NOBODY_UP,
                            dice.seconds(1200, 2400))),
            Recipe.of(
                    GROUP,
                    "policy missing after reboot",
                    "one SGM has no policy when it is back",
                    "6 no. 3",
                    dice -> new PolicyMissing(dice.victim())),
            Recipe.of(
                    GROUP,
                    "colleague sets an SGM down",
                    "somebody else sets an SGM down",
                    "invented",
                    dice -> new Colleague(dice.moment(), Deed.SETS_SGM_DOWN, dice.victim())),
            Recipe.of(
                    GROUP,
                    "colleague switches cloning on",
                    "somebody else switches image cloning on everywhere",
                    "7 no. 13",
                    dice -> new Colleague(dice.moment(), Deed.SWITCHES_CLONING_ON, dice.victim())),
            Recipe.of(
                    GROUP,
                    "colleague installs a policy",
                    "somebody else installs a policy on the whole group",
                    "6 no. 10: no policy installation in between",
                    dice -> new Colleague(dice.moment(), Deed.INSTALLS_POLICY, dice.victim())),
            Recipe.of(
                    GROUP,
                    "colleague sets a chassis up",
                    "somebody else sets a chassis up that is being worked on",
                    "invented",
                    dice -> new Colleague(
                            When.taskBegins(CpuseTask.Kind.INSTALL).plus(dice.seconds(5, 1000)),
                            Deed.SETS_CHASSIS_UP,
                            dice.victim())),
            Recipe.of(
                    GROUP,
                    "device clock jumps",
                    "dates and boot times on screens jump",
                    "invented",
                    dice -> new ClockJumps(
                            dice.moment(), Duration.ofMinutes(dice.oneOf(-1440, -185, -30, 20, 60, 1440)))),
            Recipe.of(
                    GROUP,
                    "synchronisation off on the chassis that carries",
                    "one SGM of chassis 2 has been without synchronisation since before we began",
                    "15, syncstat",
                    dice -> new SyncOff(
                            When.atTheStart(),
                            dice.victimOf(ChassisId.CHASSIS2),
                            dice.oneOf(
                                    "Manually disabled sync", "Connection to remote member timed-out", "SIC failure"))),
            Recipe.of(
                    GROUP,
                    "policy of another signature on one SGM",
                    "one SGM has another policy than the others, under the same name and date",
                    "14.8",
                    dice -> policyDiffers(dice.victim(), dice.coin())),
            Recipe.of(
                    GROUP,
                    "one SGM does not say whether it can take over",
                    "its synchronisation cannot be read, or it is missing in the table of the policy",
                    "invented",
                    dice -> new TakeOverUnread(dice.victim(), dice.oneOf(TakeOverUnread.Answer.values()))),
            Recipe.of(
                    GROUP,
                    "slow answers before the fail-over",
                    "synchronisation and policy are told late",
                    "invented",
                    dice -> new TakeOverSlow(dice.seconds(10, 900))));

    private static Fault policyDiffers(Victim victim, boolean fromTheStart) {
        return new PolicyDiffers(fromTheStart ? When.atTheStart() : When.next(Moment.Kind.BOOT, victim), victim);
    }

    private GroupFaults() {}
}
