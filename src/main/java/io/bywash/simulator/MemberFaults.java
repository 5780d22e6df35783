package io.bywash.simulator;

import static io.bywash.simulator.FaultKind.Family.MEMBERS;

import io.bywash.group.ChassisId;
import io.bywash.simulator.Moment.Kind;
import java.time.Duration;
import java.util.List;

/** The faults of a single SGM around its reboot. */
final class MemberFaults {
    static final List<Recipe> ALL = List.of(
            Recipe.of(
                    MEMBERS,
                    "SGM does not come back",
                    "it reboots and is never heard of again",
                    "7 no. 10",
                    dice -> new RebootLonger(dice.victim(), Duration.ofDays(3650))),
            Recipe.of(
                    MEMBERS,
                    "SGM comes back late",
                    "its reboot takes many minutes longer",
                    "7 no. 10",
                    dice -> new RebootLonger(dice.victim(), dice.seconds(8 * 60, 25 * 60))),
            Recipe.of(
                    MEMBERS,
                    "SGM stays DOWN with a problem note",
                    "one critical device stays in problem after the reboot",
                    "7 no. 11",
                    dice -> new SgmFails(
                            When.next(Kind.BOOT, dice.victim()), SgmState.DOWN, dice.oneOf("FSYNC", "AMW", "ROUTED"))),
            Recipe.of(
                    MEMBERS,
                    "SGM stays DETACHED",
                    "it is back and answers, but the group does not take it in",
                    "4, DETACHED",
                    dice -> new SgmFails(When.next(Kind.BOOT, dice.victim()), SgmState.DETACHED, "")),
            Recipe.of(
                    MEMBERS,
                    "SGM stays READY",
                    "it is back with another version than its peers",
                    "7 no. 15",
                    dice -> new SgmFails(When.next(Kind.BOOT, dice.victim()), SgmState.READY, "")),
            Recipe.of(
                    MEMBERS,
                    "SGM flaps",
                    "once it is up after its reboot it goes down and up again several times",
                    "invented",
                    dice -> new SgmFlaps(dice.victim(), dice.from(2, 5), dice.seconds(8, 70), dice.seconds(5, 40))),
            Recipe.of(
                    MEMBERS,
                    "SGM reboots twice",
                    "it reboots once more when it is hardly back",
                    "invented",
                    dice -> new RebootsTwice(dice.victim(), dice.seconds(10, 230))),
            Recipe.of(
                    MEMBERS,
                    "SGM does not reboot",
                    "after the installation it goes on without a reboot",
                    "invented",
                    dice -> new RebootLeftOut(dice.victim())),
            Recipe.of(
                    MEMBERS,
                    "hotfix lost by cloning",
                    "image cloning comes on for one SGM as it reboots, and it takes the packages of the SMO",
                    "7 no. 13",
                    dice -> new ClonedAtBoot(dice.victimOf(ChassisId.CHASSIS1))),
            Recipe.of(
                    MEMBERS,
                    "synchronisation off after the reboot",
                    "one SGM carries when it is back, and is not synchronised",
                    "15, syncstat",
                    dice -> syncOff(
                            dice.victim(),
                            dice.oneOf(
                                    "Full-sync failure",
                                    "Policy installation failure",
                                    "Cluster module not started",
                                    "Full-sync checksum error",
                                    "Release version mismatch",
                                    "Could not start a connection to remote member",
                                    "Was not able to start for more than 300 second"))),
            Recipe.of(
                    MEMBERS,
                    "interface stays down after the reboot",
                    "one interface of an SGM has no link when it is back",
                    "invented",
                    dice -> new LinkLost(dice.victim())));

    private static Fault syncOff(Victim victim, String reason) {
        return new SyncOff(When.next(Kind.BOOT, victim), victim, reason);
    }

    private MemberFaults() {}
}
