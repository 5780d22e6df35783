package io.bywash.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.evidence.Deciding;
import io.bywash.evidence.Finding;
import io.bywash.evidence.Outcome;
import io.bywash.evidence.Remedy;
import io.bywash.gaia.Phrase;
import io.bywash.group.SgmId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whole pages, as a person reads them. */
class FailurePageTest {
    private static final String EXPERT_1 = "[Expert@north-gate-ch01-01:0]#";
    private static final String EXPERT_2 = "[Expert@north-gate-ch02-01:0]#";
    private static final String GCLISH_1 = "[Global] north-gate-ch01-01>";
    private static final String GCLISH_2 = "[Global] north-gate-ch02-01>";
    private static final String NONE = "no take installed";
    private static final String TAKE = "Take 110";

    @Test
    void image_cloning_that_is_said_in_an_unknown_word_is_not_proven() {
        Story story = Story.on(2)
                .begins("2.D")
                .acts(Phrase.CLONING_OFF, "", GCLISH_2, "set smo image auto-clone state off", "", GCLISH_2)
                .begins("2.E")
                .types(GCLISH_2, "show smo image auto-clone state", """
                        1_01:
                        Image auto-clone state is off
                        1_02:
                        Image auto-clone state is pending
                        """);

        assertThat(story.page(
                        Story.trouble(
                                "2.E",
                                "the SMO Image Cloning feature is off on every SGM",
                                Outcome.NOT_PROVEN,
                                "Image auto-clone state is off",
                                "1_02 says of image cloning what is not known: \"Image auto-clone state is pending\".",
                                Finding.shownBy(Deciding.lines(List.of("Image auto-clone state is pending")))),
                        Story.screen("STANDBY", "ACTIVE", List.of("UP", "UP"), List.of("UP", "UP"))))
                .isEqualTo("""
                        NOT PROVEN at 2.E: the SMO Image Cloning feature is off on every SGM, 2026-11-22 02:03:40 UTC
                        expected  Image auto-clone state is off
                        seen      1_02 says of image cloning what is not known: "Image auto-clone state is pending".
                                  [Global] north-gate-ch02-01> show smo image auto-clone state
                                  > 1_02: Image auto-clone state is pending
                        chassis1  STANDBY (read 02:03:42 UTC, after the stop): 1_01-1_02 UP
                        chassis2  ACTIVE (read 02:03:42 UTC, after the stop): 2_01-2_02 UP
                        next      Leave chassis2 as it is: it carries. A person looks at what is told above. No SGM may reboot between
                                  now and part 3. gClish: show smo image auto-clone state. When that was looked at and is as expected,
                                  give the command below: it repeats nothing that took effect.
                        resume    mvn verify -Dbywash.confirm=north-gate -Dbywash.target=north-gate.yaml \\
                                  -Dcucumber.filter.tags=@imageCloning
                        rollback  Image cloning, if it was on before and the procedure is given up, only while no SGM has the hotfix:
                                  gClish on the SMO: set smo image auto-clone state on.
                        evidence  reports/2026-11-22T020300Z-north-gate
                        """);
    }

    @Test
    void a_chassis_that_stays_in_service_is_a_failure() {
        Story story = Story.on(2)
                .begins("part 3")
                .reads(NONE, NONE)
                .begins("3.C")
                .acts(Phrase.CHASSIS_DOWN, "chassis1", EXPERT_2, "asg chassis_admin -c 1 down", """
                        You are about to perform Chassis_admin down on Chassis: 1
                        Are you sure? (Y - yes, any other key - no) y
                        Chassis 1 is going DOWN...
                        Chassis 1 state is ACTIVE(!)
                        """, EXPERT_2);

        assertThat(story.page(
                        Story.trouble(
                                "3.C",
                                "I set the state of the Standby Chassis \"A\" to \"down\"",
                                Outcome.FAILED,
                                "to measure: chassis2 carries; state of chassis1",
                                "'asg chassis_admin -c 1 down' ended in state ACTIVE(!) instead of DOWN: the device keeps as the last one in service what has a problem itself. It said: \"Chassis 1 is going DOWN... / Chassis 1 state is ACTIVE(!)\".",
                                Finding.of(Remedy.ON_THE_GROUP, "Find out what is wrong with chassis2 first.")
                                        .with(Finding.OfTheAct.DENIED)
                                        .with(List.of(Deciding.answer(
                                                "asg chassis_admin -c 1 down",
                                                List.of("Chassis 1 state is ACTIVE(!)"))))),
                        Story.screen("ACTIVE", "DOWN", List.of("ACTIVE(!)", "DOWN"), List.of("DOWN", "DOWN"))))
                .isEqualTo("""
                        FAILED at 3.C: I set the state of the Standby Chassis "A" to "down", 2026-11-22 02:03:40 UTC
                        expected  to measure: chassis2 carries; state of chassis1
                        seen      'asg chassis_admin -c 1 down' ended in state ACTIVE(!) instead of DOWN: the device keeps as the last
                                  one in service what has a problem itself. It said: "Chassis 1 is going DOWN... / Chassis 1 state is
                                  ACTIVE(!)".
                                  [Expert@north-gate-ch02-01:0]# asg chassis_admin -c 1 down
                                  > Chassis 1 state is ACTIVE(!)
                        chassis1  ACTIVE (read 02:03:42 UTC, after the stop): 1_01 ACTIVE(!), 1_02 DOWN
                        chassis2  DOWN (read 02:03:42 UTC, after the stop): 2_01-2_02 DOWN
                        next      chassis1 is ACTIVE, but not with every SGM: leave it as it is, and look at those SGMs. 'asg
                                  chassis_admin -c 1 down' was answered, and not carried out as it was meant. Find out what is wrong
                                  with chassis2 first. When that is put right, give the command below: it reads the group first, and
                                  repeats nothing that took effect.
                        resume    mvn verify -Dbywash.confirm=north-gate -Dbywash.target=north-gate.yaml \\
                                  -Dcucumber.filter.tags=@chassisA
                        rollback  chassis2 is DOWN, and this procedure did not set it down: find out why before it is set up (Expert
                                  mode on the SMO: asg chassis_admin -c 2 up (inferred, 70 %)). Image cloning, if it was on before and
                                  the procedure is given up, only while no SGM has the hotfix: gClish on the SMO: set smo image
                                  auto-clone state on.
                        evidence  reports/2026-11-22T020300Z-north-gate
                        """);
    }

    @Test
    void an_act_that_is_held_back_is_refused() {
        String status = Story.screen("STANDBY", "ACTIVE", List.of("UP", "UP"), List.of("UP", "DOWN (admin)"));
        Story story =
                Story.on(2).begins("part 3").reads(NONE, NONE).begins("3.C").sees(status);

        assertThat(story.page(
                        Story.trouble(
                                "3.C",
                                "I set the state of the Standby Chassis \"A\" to \"down\"",
                                Outcome.REFUSED,
                                "chassis2 ACTIVE with every SGM UP",
                                "'asg chassis_admin -c 1 down' was not sent: while chassis1 is worked on, chassis2 has to carry with every SGM, and it does not: 2_02 DOWN (admin).",
                                Finding.of(Remedy.ON_THE_GROUP, "Set chassis2 right first.")
                                        .with(List.of(Deciding.status(List.of(Story.sgm(status, "2_02")))))),
                        status))
                .isEqualTo("""
                        REFUSED at 3.C: I set the state of the Standby Chassis "A" to "down", 2026-11-22 02:03:40 UTC
                        expected  chassis2 ACTIVE with every SGM UP
                        seen      'asg chassis_admin -c 1 down' was not sent: while chassis1 is worked on, chassis2 has to carry with
                                  every SGM, and it does not: 2_02 DOWN (admin).
                                  [Expert@north-gate-ch02-01:0]# asg stat -v
                                  > | 2                      UP                           DOWN (admin)             |
                        chassis1  STANDBY (read 02:03:42 UTC, after the stop): 1_01-1_02 UP
                        chassis2  ACTIVE (read 02:03:42 UTC, after the stop): 2_01 UP, 2_02 DOWN (admin)
                        next      chassis2 is ACTIVE, but not with every SGM: leave it as it is, and look at those SGMs. Nothing was
                                  sent by this step. Set chassis2 right first. When that is put right, give the command below: it
                                  reads the group first, and repeats nothing that took effect.
                        resume    mvn verify -Dbywash.confirm=north-gate -Dbywash.target=north-gate.yaml \\
                                  -Dcucumber.filter.tags=@chassisA
                        rollback  This run sent nothing that changes the group: nothing of it is to be taken back. Image cloning, if
                                  it was on before and the procedure is given up, only while no SGM has the hotfix: gClish on the SMO:
                                  set smo image auto-clone state on.
                        evidence  reports/2026-11-22T020300Z-north-gate
                        """);
    }

    @Test
    void an_installation_whose_line_died_is_not_proven() {
        Story story = Story.on(4)
                .begins("part 3")
                .reads(NONE, NONE)
                .begins("3.C")
                .acts(
                        Phrase.CHASSIS_DOWN,
                        "chassis1",
                        EXPERT_2,
                        "asg chassis_admin -c 1 down",
                        "Chassis 1 state is DOWN",
                        EXPERT_2)
                .begins("3.F")
                .acts(
                        Phrase.INSTALL,
                        "chassis1",
                        GCLISH_1,
                        "installer install 3 member_ids 1_1-1_4",
                        """
                        The machines(1_01,1_02,1_03,1_04) will automatically reboot after install.
                        Do you want to continue? ([y]es / [n]o)
                        y
                        """,
                        "Unanswered: the line died");

        assertThat(story.page(
                        Story.trouble(
                                "3.F",
                                "I install the CPUSE hotfix package on the Standby Chassis \"A\"",
                                Outcome.NOT_PROVEN,
                                "five questions answered, and the installation seen to begin on each SGM",
                                "The line died before it was certain that all questions of the installation on 1_1-1_4 were answered. Whether it began is not known.",
                                Finding.of(
                                                Remedy.SAME_COMMAND,
                                                "Do not order it by hand: the same command finds out what took effect, and waits for what is under way.")
                                        .with(Finding.OfTheAct.NOT_SEEN)
                                        .with(List.of(
                                                Deciding.answer("installer install 3 member_ids 1_1-1_4", List.of())))),
                        Story.screen(
                                "DOWN",
                                "ACTIVE",
                                List.of("DOWN", "DETACHED", "DOWN", "DETACHED"),
                                List.of("ACTIVE", "ACTIVE", "ACTIVE", "ACTIVE"))))
                .isEqualTo("""
                        NOT PROVEN at 3.F: I install the CPUSE hotfix package on the Standby Chassis "A", 2026-11-22 02:03:40 UTC
                        expected  five questions answered, and the installation seen to begin on each SGM
                        seen      The line died before it was certain that all questions of the installation on 1_1-1_4 were answered.
                                  Whether it began is not known.
                                  [Global] north-gate-ch01-01> installer install 3 member_ids 1_1-1_4
                                  > The machines(1_01,1_02,1_03,1_04) will automatically reboot after install.
                                  > Do you want to continue? ([y]es / [n]o)
                                  > y
                        chassis1  DOWN (read 02:03:42 UTC, after the stop): 1_01 1_03 DOWN, 1_02 1_04 DETACHED
                        chassis2  ACTIVE (read 02:03:42 UTC, after the stop): 2_01-2_04 ACTIVE
                        next      Leave chassis2 as it is: it carries. 'installer install 3 member_ids 1_1-1_4' was sent and not
                                  answered: it may be at work. Do not order it by hand: the same command finds out what took effect,
                                  and waits for what is under way. Give the command below now: it reads first what took effect, and
                                  sends only what did not.
                        resume    mvn verify -Dbywash.confirm=north-gate -Dbywash.target=north-gate.yaml \\
                                  -Dcucumber.filter.tags=@chassisA
                        rollback  chassis1 may still be installing: no set-up, reboot or second order before every SGM of it is back
                                  (asg stat -v) and says its take (on each: show installer packages installed). If none or all have
                                  Take 110: Expert mode on the SMO: asg chassis_admin -c 1 up (inferred, 70 %). If only some: in
                                  gClish on one of those installer uninstall <its number there> member_ids <those of 1_1-1_4>, wait
                                  for the reboots, then set it up. Leave image cloning off until every SGM of both chassis has the
                                  same take.
                        evidence  reports/2026-11-22T020300Z-north-gate
                        """);
    }

    @Test
    void a_chassis_that_is_half_installed_is_a_failure() {
        Story story = Story.on(2)
                .begins("part 3")
                .reads(NONE, NONE)
                .begins("3.F")
                .acts(
                        Phrase.INSTALL,
                        "chassis1",
                        GCLISH_1,
                        "installer install 3 member_ids 1_1-1_2",
                        "",
                        "Unanswered: cut")
                .begins("3.K")
                .types(
                        "north-gate-ch01-02>",
                        "show installer packages installed",
                        "Show packages: no packages to display")
                .types(EXPERT_1, "cpinfo -y all", """
                        This is Check Point CPinfo Build 914000231 for GAIA
                        [SMO]
                        	No hotfixes..
                        """);

        assertThat(story.page(
                        Story.trouble(
                                "3.K",
                                "the hotfix is installed on all SGMs of the Chassis \"A\"",
                                Outcome.FAILED,
                                "1_02 by installer, 1_02 by cpinfo: Take 110",
                                "1_02 by installer, 1_02 by cpinfo: no take installed",
                                Finding.shownBy(
                                        Deciding.of(SgmId.parse("1_02"), "show installer packages installed"),
                                        Deciding.of(SgmId.parse("1_02"), "cpinfo -y all"))),
                        Story.screen("STANDBY", "ACTIVE", List.of("UP", "UP"), List.of("UP", "UP"))))
                .isEqualTo("""
                        FAILED at 3.K: the hotfix is installed on all SGMs of the Chassis "A", 2026-11-22 02:03:40 UTC
                        expected  1_02 by installer, 1_02 by cpinfo: Take 110
                        seen      1_02 by installer, 1_02 by cpinfo: no take installed
                                  north-gate-ch01-02> show installer packages installed
                                  > Show packages: no packages to display
                        chassis1  STANDBY (read 02:03:42 UTC, after the stop): 1_01-1_02 UP
                        chassis2  ACTIVE (read 02:03:42 UTC, after the stop): 2_01-2_02 UP
                        next      Leave chassis2 as it is: it carries. Find out why. There is no fail-over before this is clear; on
                                  each SGM: show installer packages installed. When that is put right, give the command below: it
                                  reads the group first, and repeats nothing that took effect.
                        resume    mvn verify -Dbywash.confirm=north-gate -Dbywash.target=north-gate.yaml \\
                                  -Dcucumber.filter.tags=@chassisA
                        rollback  Some SGMs of chassis1 may have Take 110. To take it back, only while chassis2 is ACTIVE with every
                                  SGM UP: Expert mode on the SMO: asg chassis_admin -c 1 down (inferred, 70 %); in gClish on an SGM of
                                  chassis1 installer uninstall <its number there> member_ids 1_1-1_2; wait for the reboots; set it up.
                                  Leave image cloning off until every SGM of both chassis has the same take.
                        evidence  reports/2026-11-22T020300Z-north-gate
                        """);
    }

    @Test
    void a_fail_over_after_which_nobody_carries_is_a_failure() {
        String status = Story.screen("ACTIVE", "DOWN", List.of("UP", "LOST"), List.of("DOWN", "DOWN"));
        Story story = Story.on(2)
                .begins("part 4")
                .reads(TAKE, NONE)
                .begins("4.C")
                .acts(Phrase.CHASSIS_DOWN, "chassis2", EXPERT_2, "asg chassis_admin -c 2 down", "", "Unanswered: cut")
                .sees(status);

        assertThat(story.page(
                        Story.trouble(
                                "4.C",
                                "I set the state of the Active Chassis \"B\" to \"down\"",
                                Outcome.FAILED,
                                "chassis2 DOWN, and chassis1 ACTIVE with every SGM UP, within 5 min",
                                "not reached within 5 min (patience 'chassisDown').\n  missing    1_02 LOST",
                                Finding.of(Remedy.ON_THE_GROUP, "Look at the SGMs named above on their consoles.")
                                        .with(List.of(Deciding.status(List.of(Story.sgm(status, "1_02")))))),
                        status))
                .isEqualTo("""
                        FAILED at 4.C: I set the state of the Active Chassis "B" to "down", 2026-11-22 02:03:40 UTC
                        expected  chassis2 DOWN, and chassis1 ACTIVE with every SGM UP, within 5 min
                        seen      not reached within 5 min (patience 'chassisDown'). missing 1_02 LOST
                                  [Expert@north-gate-ch02-01:0]# asg stat -v
                                  > | 2                      LOST                         DOWN                     |
                        chassis1  ACTIVE (read 02:03:42 UTC, after the stop): 1_01 UP, 1_02 LOST
                        chassis2  DOWN (read 02:03:42 UTC, after the stop): 2_01-2_02 DOWN
                        next      chassis1 is ACTIVE, but not with every SGM: leave it as it is, and look at those SGMs. 'asg
                                  chassis_admin -c 2 down' was not answered, and its effect was seen. Look at the SGMs named above on
                                  their consoles. When that is put right, give the command below: it reads the group first, and
                                  repeats nothing that took effect.
                        resume    mvn verify -Dbywash.confirm=north-gate -Dbywash.target=north-gate.yaml \\
                                  -Dcucumber.filter.tags=@failover
                        rollback  chassis1 is not seen to carry with every SGM, and nothing installs on chassis2: set chassis2 up NOW.
                                  Expert mode on the SMO: asg chassis_admin -c 2 up (inferred, 70 %). Traffic may go back to chassis2
                                  only when it is STANDBY with every SGM UP, with a policy, and synchronised. Leave image cloning off
                                  until every SGM of both chassis has the same take.
                        evidence  reports/2026-11-22T020300Z-north-gate
                        """);
    }

    @Test
    void a_line_that_does_not_come_back_is_broken_and_tells_how_old_the_last_look_is() {
        String status = Story.screen("ACTIVE", "DOWN", List.of("UP", "UP"), List.of("DETACHED", "DOWN"));
        Story story = Story.on(2)
                .begins("part 5")
                .reads(TAKE, NONE)
                .begins("5.F")
                .acts(
                        Phrase.INSTALL,
                        "chassis2",
                        GCLISH_2,
                        "installer install 2 member_ids 2_1-2_2",
                        "",
                        "Unanswered: cut")
                .begins("5.H")
                .sees(status);

        assertThat(story.page(
                        Story.trouble(
                                "5.H",
                                "the SGMs on the Standby Chassis \"B\" reboot and come back",
                                Outcome.BROKEN,
                                "to measure: chassis1 carries; boot of 2_01; boot of 2_02",
                                "192.0.2.10:22 did not answer within 30 s."),
                        new StateNow(
                                Optional.of(Story.status(status, Instant.parse("2026-11-22T02:03:04Z"))),
                                Story.TROUBLE,
                                "no answer within 10 s now")))
                .isEqualTo("""
                        BROKEN at 5.H: the SGMs on the Standby Chassis "B" reboot and come back, 2026-11-22 02:03:40 UTC
                        expected  to measure: chassis1 carries; boot of 2_01; boot of 2_02
                        seen      192.0.2.10:22 did not answer within 30 s.
                        chassis1  ACTIVE (LAST SEEN 02:03:04 UTC, 36 s before the stop; no answer within 10 s now): 1_01-1_02 UP
                        chassis2  DOWN (LAST SEEN 02:03:04 UTC, 36 s before the stop; no answer within 10 s now): 2_01 DETACHED, 2_02
                                  DOWN
                        next      Leave chassis1 as it is: it carried when it was last seen. Put right on our side what is told above;
                                  nothing is said about the group. When that is put right, give the command below: it reads the group
                                  first, and repeats nothing that took effect.
                        resume    mvn verify -Dbywash.confirm=north-gate -Dbywash.target=north-gate.yaml \\
                                  -Dcucumber.filter.tags=@chassisB
                        rollback  Read first which chassis carries (asg stat -v, two times 1 min 30 s apart). If chassis2 is DOWN:
                                  chassis2 may still be installing: no set-up, reboot or second order before every SGM of it is back
                                  (asg stat -v) and says its take (on each: show installer packages installed). If none or all have
                                  Take 110: Expert mode on the SMO: asg chassis_admin -c 2 up (inferred, 70 %). If only some: in
                                  gClish on one of those installer uninstall <its number there> member_ids <those of 2_1-2_2>, wait
                                  for the reboots, then set it up. Leave image cloning off until every SGM of both chassis has the
                                  same take.
                        evidence  reports/2026-11-22T020300Z-north-gate
                        """);
    }
}
