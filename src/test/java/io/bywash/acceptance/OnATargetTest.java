package io.bywash.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.bywash.acceptance.Site.Visit;
import io.bywash.acceptance.Site.WayToRun;
import io.bywash.evidence.Fact;
import io.bywash.evidence.Outcome;
import io.bywash.group.GatewayMode;
import io.bywash.group.Release;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import io.bywash.group.Take;
import io.bywash.simulator.EmbeddedGroup;
import io.bywash.simulator.EmbeddedPackage;
import io.bywash.simulator.EmbeddedSettings;
import io.bywash.simulator.LoginShell;
import io.bywash.simulator.StartingState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs that a target file points at a group, as if it were real: what the engineer is told, and what really reached the
 * group.
 *
 * <p>All visits begin at the same time before the first test, because a real target's pauses cannot be scaled away.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OnATargetTest {
    private static final String NOT_THE_WORD = "Not-the-word";
    private static final String PACKAGE = "Check_Point_R81_10_JUMBO_HF_MAIN_Bundle_T110_FULL.tgz";
    private static final String[] ALL_STAGES = {"@preliminary", "@imageCloning", "@chassisA", "@failover", "@chassisB"};
    private static final String[] FROM_CHASSIS_A = {"@chassisA", "@failover", "@chassisB"};

    @TempDir
    private static Path folder;

    private static List<Later<Visit>> visits;

    @BeforeAll
    static void visitAll() {
        visits = new ArrayList<>();
        Passed.begin();
        Amidst.begin();
        Rehearsed.begin();
        TooEarly.begin();
        WayIn.begin();
        Inventory.begin();
        Packages.begin();
        NotAsNeeded.begin();
    }

    private static Later<Visit> visit(EmbeddedSettings settings, WayToRun way) {
        Later<Visit> visit = Site.visit(folder.resolve("site-" + visits.size()), settings, way);
        visits.add(visit);
        return visit;
    }

    private static EmbeddedSettings group() {
        return Site.group(1, 1);
    }

    private static EmbeddedSettings group(StartingState from) {
        return group().withFrom(from);
    }

    private static void assertNothingReached(Visit visit) {
        assertThat(visit.run().acts()).isEmpty();
        assertThat(visit.run().facts()).doesNotHaveAnyElementsOfTypes(Fact.Transferred.class);
        assertThat(visit.acts()).isEmpty();
        assertThat(visit.changes()).isEmpty();
    }

    private static void assertRefused(Visit visit, String... told) {
        assertThat(visit.run().verdict())
                .isEqualTo(
                        "REFUSED: REAL Security Group north-gate is not as this stage needs it; the command was not sent");
        assertThat(visit.run().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(visit.trouble()).contains(told);
        assertThat(visit.console(visit.run())).contains(told[0].replaceFirst("^Step \\S+: ", ""));
    }

    private static void assertBroken(Visit visit, String... told) {
        assertThat(visit.run().verdict())
                .isEqualTo(
                        "BROKEN: the harness, its settings, the lab or the network; nothing is said about REAL Security Group north-gate");
        assertThat(visit.run().outcome()).isEqualTo(Outcome.BROKEN);
        assertThat(visit.trouble()).contains(told);
        assertThat(visit.console(visit.run())).contains(told[0].replaceFirst("^Step \\S+: ", ""));
    }

    private static void assertEverySgmHasTheTake(Visit visit) {
        assertThat(visit.installed()).isNotEmpty();
        assertThat(visit.installed().values()).containsOnly(Optional.of(new Take(110)));
    }

    @Test
    void no_run_shows_a_stack_trace() {
        assertThat(visits.stream().flatMap(visit -> visit.get().runs().stream()))
                .extracting(WholeRun::console)
                .noneMatch(console -> console.matches("(?s).*(?:\\R\\s+at [\\w.$]+\\(|Exception).*"));
    }

    @Test
    void no_password_is_told() {
        assertThat(visits.stream().flatMap(visit -> visit.get().runs().stream()))
                .extracting(WholeRun::console)
                .noneMatch(OnATargetTest::tellsAPassword);
    }

    @Test
    void no_password_is_in_the_evidence() {
        assertThat(visits.stream().flatMap(visit -> evidence(visit.get())))
                .hasSizeGreaterThan(visits.size())
                .noneMatch(OnATargetTest::tellsAPassword);
    }

    private static boolean tellsAPassword(String text) {
        return text.contains(EmbeddedGroup.LOGIN_PASSWORD)
                || text.contains(EmbeddedGroup.EXPERT_PASSWORD)
                || text.contains(NOT_THE_WORD);
    }

    private static Stream<String> evidence(Visit visit) {
        try (Stream<Path> files = Files.walk(visit.reports())) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.add(Files.readString(file));
            }
            return texts.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nested
    class Passed {
        private static Later<Visit> stageByStage;
        private static Later<Visit> vsx;
        private static Later<Visit> returningUp;
        private static Later<Visit> moreOnChassisA;
        private static Later<Visit> moreOnChassisB;

        static void begin() {
            stageByStage = visit(group(), site -> {
                site.runEach(ALL_STAGES);
                site.run("@chassisA");
            });
            vsx = visit(
                    group().withMode(GatewayMode.VSX).withRelease(Release.R82).withLoginShell(LoginShell.EXPERT),
                    site -> site.runEach(ALL_STAGES));
            returningUp = visit(
                    group(StartingState.CLONING_OFF)
                            .withRelease(Release.R80_30SP)
                            .withReturnsDown(false),
                    site -> site.writing("take: 110", "take: 110\ndialect: {returnState: UP}")
                            .runEach(FROM_CHASSIS_A));
            moreOnChassisA = visit(Site.group(2, 1).withFrom(StartingState.CLONING_OFF), site -> site.run("@chassisA"));
            moreOnChassisB = visit(Site.group(1, 2).withFrom(StartingState.FAILED_OVER), site -> site.run("@chassisB"));
        }

        @Test
        void our_own_lines_are_not_in_each_other_s_way() {
            assertThat(stageByStage.get().runs())
                    .allSatisfy(run -> assertThat(run.typed()).doesNotContain("lock database override"));
            assertThat(stageByStage.get().runs().get(0).typed()).contains("unlock database");
        }

        @Test
        void each_stage_passes_after_the_one_before() {
            assertThat(stageByStage.get().runs().stream().limit(5))
                    .extracting(WholeRun::verdict)
                    .containsExactly(
                            "PASSED: REAL Security Group north-gate, preliminary",
                            "PASSED: REAL Security Group north-gate, imageCloning",
                            "PASSED: REAL Security Group north-gate, chassisA",
                            "PASSED: REAL Security Group north-gate, failover",
                            "PASSED: REAL Security Group north-gate, chassisB");
        }

        @Test
        void a_stage_that_passed_names_the_next() {
            assertThat(stageByStage.get().console(stageByStage.get().runs().get(0)))
                    .contains(
                            "next: mvn verify -Dbywash.confirm=north-gate -Dbywash.target=north.yaml -Dcucumber.filter.tags=@imageCloning");
        }

        @Test
        void after_the_last_stage_every_sgm_has_the_take_by_the_group_s_own_record() {
            assertEverySgmHasTheTake(stageByStage.get());
        }

        @Test
        void traffic_was_carried_all_the_time_by_the_group_s_own_record() {
            assertThat(stageByStage.get().ledger().outages()).isEmpty();
        }

        @Test
        void a_stage_that_is_done_already_is_passed_over() {
            WholeRun again = stageByStage.get().run();

            assertThat(again.verdict())
                    .startsWith("PASSED: REAL Security Group north-gate")
                    .contains("part 3 (@chassisA) was already done", "every SGM of chassis1 has Take 110 and is UP");
        }

        @Test
        void a_stage_that_is_done_already_sends_nothing() {
            assertThat(stageByStage.get().run().acts()).isEmpty();
            assertThat(stageByStage.get().acts())
                    .filteredOn(line -> line.startsWith("asg chassis_admin"))
                    .containsExactly(
                            "asg chassis_admin -c 1 down",
                            "asg chassis_admin -c 1 up",
                            "asg chassis_admin -c 2 down",
                            "asg chassis_admin -c 2 up");
        }

        @Test
        void it_passes_in_vsx_mode_on_r82_with_expert_as_login_shell() {
            assertThat(vsx.get().run().verdict())
                    .as(vsx.get().run().trouble())
                    .isEqualTo("PASSED: REAL Security Group north-gate, chassisB");
            assertEverySgmHasTheTake(vsx.get());
        }

        @Test
        void it_passes_where_a_chassis_comes_back_up_and_the_target_file_says_so() {
            assertThat(returningUp.get().run().verdict())
                    .as(returningUp.get().run().trouble())
                    .isEqualTo("PASSED: REAL Security Group north-gate, chassisB");
            assertEverySgmHasTheTake(returningUp.get());
        }

        @Test
        void it_passes_with_more_sgms_on_chassis_a() {
            assertThat(moreOnChassisA.get().run().verdict())
                    .as(moreOnChassisA.get().run().trouble())
                    .isEqualTo("PASSED: REAL Security Group north-gate, chassisA");
            assertThat(moreOnChassisA.get().acts()).contains("installer install 1 member_ids 1_1-1_2");
            assertThat(moreOnChassisA.get().installed())
                    .containsOnly(
                            entry(SgmId.parse("1_1"), Optional.of(new Take(110))),
                            entry(SgmId.parse("1_2"), Optional.of(new Take(110))),
                            entry(SgmId.parse("2_1"), Optional.empty()));
        }

        @Test
        void it_passes_with_more_sgms_on_chassis_b() {
            assertThat(moreOnChassisB.get().run().verdict())
                    .as(moreOnChassisB.get().run().trouble())
                    .isEqualTo("PASSED: REAL Security Group north-gate, chassisB");
            assertEverySgmHasTheTake(moreOnChassisB.get());
        }
    }

    @Nested
    class Rehearsed {
        private static Later<Visit> all;
        private static Later<Visit> withoutWizard;

        static void begin() {
            all = visit(group(), site -> site.rehearse(""));
            withoutWizard = visit(group().withWizardAccepted(false), site -> site.rehearse(""));
        }

        @Test
        void without_a_confirmation_it_is_a_rehearsal_and_not_a_pass() {
            assertThat(all.get().run().verdict())
                    .as(all.get().run().trouble())
                    .isEqualTo("REHEARSED, not run: REAL Security Group north-gate; nothing was changed on it");
            assertThat(all.get().run().outcome()).isEqualTo(Outcome.NOT_RUN);
        }

        @Test
        void a_rehearsal_says_what_it_would_send() {
            assertThat(all.get().run().console())
                    .contains(
                            "would send: 1.F  gClish on the SMO: installer import local /var/log/" + PACKAGE,
                            "would send: 3.F  gClish on 1_01: installer install <its number there> member_ids 1_1",
                            "would send: 4.C  Expert mode on the SMO: asg chassis_admin -c 2 down");
        }

        @Test
        void a_rehearsal_says_how_to_act() {
            assertThat(all.get().console(all.get().run()))
                    .contains(
                            "to execute: mvn verify -Dbywash.target=north.yaml -Dcucumber.filter.tags=@preliminary -Dbywash.confirm=north-gate");
        }

        @Test
        void a_rehearsal_reads_the_group() {
            assertThat(all.get().run().typed()).contains("asg stat -v", "show installer packages imported");
        }

        @Test
        void a_rehearsal_changes_nothing() {
            assertNothingReached(all.get());
        }

        @Test
        void a_rehearsal_finds_what_would_stop_the_run() {
            assertRefused(
                    withoutWizard.get(),
                    "the First Time Configuration Wizard was run on every SGM; seen: not on [1_01, 2_01].");
        }
    }

    @Nested
    class TooEarly {
        private static Later<Visit> imageCloning;
        private static Later<Visit> chassisA;
        private static Later<Visit> failover;
        private static Later<Visit> chassisB;

        static void begin() {
            imageCloning = visit(group(), site -> site.run("@imageCloning"));
            chassisA = visit(group(), site -> site.run("@chassisA"));
            failover = visit(group(StartingState.CLONING_OFF), site -> site.run("@failover"));
            chassisB = visit(group(StartingState.CHASSIS_A_DONE), site -> site.run("@chassisB"));
        }

        @Test
        void image_cloning_needs_the_package() {
            assertRefused(
                    imageCloning.get(),
                    "part 2 (@imageCloning) cannot begin, so nothing was sent.",
                    "the package is imported on every SGM; seen: not on [1_01, 2_01]. Supplied by part 1 (@preliminary).");
            assertNothingReached(imageCloning.get());
        }

        @Test
        void chassis_a_needs_the_package_and_image_cloning_off() {
            assertRefused(
                    chassisA.get(),
                    "part 3 (@chassisA) cannot begin, so nothing was sent.",
                    "the package is imported on every SGM; seen: not on [1_01, 2_01]. Supplied by part 1 (@preliminary)",
                    "image cloning is off on every SGM; seen: {1_01=Image auto-clone state is on, 2_01=Image auto-clone state is on}. Supplied by part 2 (@imageCloning).");
            assertNothingReached(chassisA.get());
        }

        @Test
        void the_fail_over_needs_the_hotfix_on_chassis_a() {
            assertRefused(
                    failover.get(),
                    "part 4 (@failover) cannot begin, so nothing was sent.",
                    "every SGM of chassis1 has Take 110; seen: 1_01 no take installed by installer, no take installed by cpinfo. Supplied by part 3 (@chassisA).");
            assertNothingReached(failover.get());
        }

        @Test
        void chassis_b_needs_the_fail_over() {
            assertRefused(
                    chassisB.get(),
                    "part 5 (@chassisB) cannot begin, so nothing was sent.",
                    "chassis1 is ACTIVE with every SGM UP; seen: chassis1 is STANDBY. Supplied by part 4 (@failover).",
                    "chassis2 is STANDBY with every SGM UP, or already DOWN; seen: chassis1 STANDBY");
            assertNothingReached(chassisB.get());
        }
    }

    @Nested
    class WayIn {
        private static final AtomicInteger ATTEMPTS = new AtomicInteger();
        private static Later<Visit> wrongPassword;
        private static Later<Visit> wrongExpertPassword;
        private static Later<Visit> unknownHostKey;
        private static Later<Visit> lineOfTheMessage;
        private static Later<Visit> changedHostKey;
        private static Later<Visit> hostKeyOfAnotherKind;

        static void begin() {
            wrongPassword = visit(group(), WayIn::atADoorThatCounts);
            wrongExpertPassword = visit(
                    group(), site -> site.write("expert-password", NOT_THE_WORD).run("@preliminary"));
            unknownHostKey =
                    visit(group(), site -> site.write("known_hosts", "# none\n").run("@preliminary"));
            lineOfTheMessage = visit(group(), site -> {
                String told = site.write("known_hosts", "# none\n")
                        .rehearse("@preliminary")
                        .trouble();
                site.write("known_hosts", told.lines().reduce("", (before, last) -> last) + "\n")
                        .rehearse("@preliminary");
            });
            changedHostKey = visit(group(), site -> withTheKeyOf(256, site));
            hostKeyOfAnotherKind = visit(group(), site -> withTheKeyOf(384, site));
        }

        private static void withTheKeyOf(int bits, Site site) throws IOException {
            try (SshServer other = door(bits)) {
                String key = Colleague.hostKeyLine(other.getPort());
                site.write(
                                "known_hosts",
                                key.replace(
                                        ":" + other.getPort(),
                                        ":" + site.group().port()))
                        .run("@preliminary");
            }
        }

        private static SshServer door(int bits) throws IOException {
            SshServer door = SshServer.setUpDefaultServer();
            door.setHost("127.0.0.1");
            SimpleGeneratorHostKeyProvider key = new SimpleGeneratorHostKeyProvider();
            key.setAlgorithm(KeyUtils.EC_ALGORITHM);
            key.setKeySize(bits);
            door.setKeyPairProvider(key);
            door.setPasswordAuthenticator((user, password, session) -> ATTEMPTS.incrementAndGet() < 0);
            door.start();
            return door;
        }

        private static void atADoorThatCounts(Site site) throws IOException {
            try (SshServer door = door(256)) {
                site.write("known_hosts", Colleague.hostKeyLine(door.getPort()))
                        .write("login-password", NOT_THE_WORD)
                        .writing("address: 127.0.0.1:" + site.group().port(), "address: 127.0.0.1:" + door.getPort())
                        .run("@preliminary");
            }
        }

        @Test
        void a_wrong_password_is_told_with_the_place_it_was_taken_from() {
            assertBroken(
                    wrongPassword.get(),
                    "refused the log-in of user 'admin' with a password.",
                    "Check the user, and where the target file takes the password from.",
                    "so that the user is not locked out.");
        }

        @Test
        void a_wrong_password_is_tried_once_in_each_of_the_two_ways_of_a_log_in() {
            assertThat(wrongPassword.get().run().outcome()).isNotEqualTo(Outcome.PASSED);
            assertThat(ATTEMPTS).hasValueBetween(1, 2);
        }

        @Test
        void a_wrong_expert_password_is_told_with_the_place_it_was_taken_from() {
            assertBroken(
                    wrongExpertPassword.get(),
                    "north-gate-ch02-01 refused the Expert password. Check where the target file takes 'expertPasswordFrom' from.");
        }

        @Test
        void a_wrong_expert_password_is_tried_once() {
            assertThat(wrongExpertPassword.get().run().typed())
                    .containsExactly("(log-in)", "unlock database", "expert");
            assertNothingReached(wrongExpertPassword.get());
        }

        @Test
        void an_unknown_host_key_is_told_with_its_fingerprint() {
            assertBroken(
                    unknownHostKey.get(),
                    "Neither a user name nor a password was sent. The host key of 127.0.0.1:",
                    " is not known. It is ecdsa-sha2-nistp256 SHA256:",
                    "Compare it with the device's own (on its console: ssh-keygen -lf for each /etc/ssh/ssh_host_*_key.pub), then add the line to");
            assertThat(unknownHostKey.get().ledger().commands()).isEmpty();
        }

        @Test
        void the_line_that_the_message_gives_for_known_hosts_is_enough() {
            assertThat(lineOfTheMessage.get().run().verdict())
                    .as(lineOfTheMessage.get().run().trouble())
                    .startsWith("REHEARSED, not run");
        }

        @Test
        void a_changed_host_key_is_not_explained_away() {
            assertBroken(
                    changedHostKey.get(),
                    "has changed: it is now ecdsa-sha2-nistp256 SHA256:",
                    "Either another machine answers at this address, or the device was installed anew, or the SMO moved to a member whose key is not there yet. Find out which before anything else");
            assertThat(changedHostKey.get().ledger().commands()).isEmpty();
        }

        @Test
        void a_host_key_of_another_kind_than_the_known_one_is_a_changed_one() {
            assertBroken(
                    hostKeyOfAnotherKind.get(),
                    "has changed: it is now ecdsa-sha2-nistp256 SHA256:",
                    "Either another machine answers at this address, or the device was installed anew, or the SMO moved to a member");
        }
    }

    @Nested
    class Inventory {
        private static Later<Visit> oneTooMany;
        private static Later<Visit> oneTooFew;
        private static Later<Visit> anotherRelease;
        private static Later<Visit> swappedChassis;

        static void begin() {
            oneTooMany = visit(
                    Site.group(1, 2),
                    site -> site.writing("  chassis2: [1, 2]", "  chassis2: 1").run("@preliminary"));
            oneTooFew = visit(
                    group(),
                    site -> site.writing("  chassis2: [1]", "  chassis2: 1-2").run("@preliminary"));
            anotherRelease = visit(group(), site -> {
                EmbeddedPackage.write(site.folder(), Release.R81_20, new Take(110), 16);
                site.writing("release: R81.10", "release: R81.20")
                        .writing("package: " + PACKAGE, "package: " + PACKAGE.replace("R81_10", "R81_20"))
                        .run("@preliminary");
            });
            swappedChassis = visit(
                    group(),
                    site -> site.writing("standbyChassis: chassis1", "standbyChassis: chassis2")
                            .writing("activeChassis: chassis2", "activeChassis: chassis1")
                            .run("@preliminary"));
        }

        @Test
        void an_sgm_that_was_not_described_is_named() {
            assertRefused(
                    oneTooMany.get(),
                    "On the device and not described: [2_02]. Described and not on the device: [].",
                    "Correct 'sgms' in the target file, or 'address', if this is another group.");
            assertNothingReached(oneTooMany.get());
        }

        @Test
        void an_sgm_that_is_not_there_is_named() {
            assertRefused(
                    oneTooFew.get(), "On the device and not described: []. Described and not on the device: [2_02].");
            assertNothingReached(oneTooFew.get());
        }

        @Test
        void another_release_is_told_with_both() {
            assertRefused(
                    anotherRelease.get(),
                    "The Security Group north-gate runs R81.10, and R81.20 was described, so nothing was sent. Correct 'release' in the target file");
            assertNothingReached(anotherRelease.get());
        }

        @Test
        void chassis_whose_roles_are_the_other_way_round_are_told_with_what_to_exchange() {
            assertRefused(
                    swappedChassis.get(),
                    "chassis2 is STANDBY with every SGM UP; seen: chassis1 STANDBY: 1_01 ACTIVE; chassis2 ACTIVE: 2_01 ACTIVE.",
                    "exchange 'standbyChassis' and 'activeChassis' in the target file.");
            assertNothingReached(swappedChassis.get());
        }
    }

    @Nested
    class Packages {
        private static Later<Visit> garbage;
        private static Later<Visit> otherBuild;
        private static Later<Visit> sameAgain;

        static void begin() {
            garbage = visit(group(), site -> site.write(PACKAGE, "no package").run("@preliminary"));
            otherBuild = visit(group(), site -> {
                site.run("@preliminary");
                EmbeddedPackage.write(site.folder(), Release.R81_10, new Take(110), 32);
                site.run("@preliminary");
            });
            sameAgain = visit(group(), site -> site.runEach("@preliminary", "@preliminary"));
        }

        @Test
        void a_package_that_is_none_fails_with_the_words_of_each_sgm() {
            assertThat(garbage.get().run().verdict())
                    .as(garbage.get().run().trouble())
                    .startsWith("FAILED: REAL Security Group north-gate");
            assertThat(garbage.get().run().trouble())
                    .startsWith(
                            "Step 1.F: 1_01 refused, its row says \"Package import failed. The package is corrupted.\".")
                    .contains(
                            "2_01 refused, its row says \"Package import failed. The package is corrupted.\".",
                            "Action was aborted (import, '" + PACKAGE + "').",
                            "fetched again and named in the target file");
        }

        @Test
        void after_a_failed_import_nothing_is_sent() {
            assertThat(garbage.get().acts()).last().isEqualTo("installer import local /var/log/" + PACKAGE);
        }

        @Test
        void another_build_under_the_same_name_is_told_with_the_sgm_s_words() {
            assertThat(otherBuild.get().run().outcome()).isEqualTo(Outcome.FAILED);
            assertThat(otherBuild.get().run().trouble())
                    .startsWith("Step 1.F: 1_01 stores a different build under the name " + PACKAGE
                            + ": it says \"Build number 110 of this package is already stored on this machine.")
                    .contains("Remove the stored build there (Gaia Clish: installer delete <number>)");
        }

        @Test
        void a_package_that_is_imported_already_passes() {
            assertThat(sameAgain.get().run().verdict())
                    .as(sameAgain.get().run().trouble())
                    .isEqualTo("PASSED: REAL Security Group north-gate, preliminary");
        }

        @Test
        void a_package_that_is_imported_already_is_not_sent_again() {
            assertThat(sameAgain.get().run().acts()).isEmpty();
            assertThat(sameAgain.get().run().facts()).doesNotHaveAnyElementsOfTypes(Fact.Transferred.class);
        }
    }

    @Nested
    class NotAsNeeded {
        private static Later<Visit> wizardAtFirst;
        private static Later<Visit> wizardAtChassisA;
        private static Later<Visit> noBrakeAtFirst;
        private static Later<Visit> noBrakeAtChassisA;
        private static Later<Visit> noBrakeAtTheFailover;
        private static Later<Visit> cloningOnAgain;
        private static Later<Visit> halfWay;
        private static Later<Visit> lockedByBob;

        static void begin() {
            wizardAtFirst = visit(group().withWizardAccepted(false), site -> site.run("@preliminary"));
            wizardAtChassisA =
                    visit(group(StartingState.CLONING_OFF).withWizardAccepted(false), site -> site.run("@chassisA"));
            noBrakeAtFirst = visit(group().withAutoConfirm(true), site -> site.run("@preliminary"));
            noBrakeAtChassisA =
                    visit(group(StartingState.CLONING_OFF).withAutoConfirm(true), site -> site.run("@chassisA"));
            noBrakeAtTheFailover =
                    visit(group(StartingState.CHASSIS_A_DONE).withAutoConfirm(true), site -> site.run("@failover"));
            cloningOnAgain = visit(group(StartingState.PACKAGE_VERIFIED), site -> {
                site.run("@imageCloning");
                switchCloningOn(site);
                site.run("@chassisA");
            });
            halfWay = visit(Site.group(2, 1).withFrom(StartingState.CLONING_OFF), site -> {
                Colleague.installsOn(site.group(), "1_2");
                site.run("@chassisA");
            });
            lockedByBob = visit(group().withLockHeldBy("bob"), site -> site.run("@preliminary"));
        }

        @Test
        void the_first_stage_needs_the_wizard_on_every_sgm() {
            assertRefused(
                    wizardAtFirst.get(),
                    "the First Time Configuration Wizard was run on every SGM; seen: not on [1_01, 2_01]. Run it there first");
            assertNothingReached(wizardAtFirst.get());
        }

        @Test
        void a_later_stage_needs_the_wizard_on_every_sgm_before_a_chassis_is_set_down() {
            assertRefused(
                    wizardAtChassisA.get(),
                    "the First Time Configuration Wizard was run on every SGM; seen: not on [1_01, 2_01]. Run it there first");
            assertNothingReached(wizardAtChassisA.get());
        }

        @Test
        void a_group_that_skips_its_questions_is_refused() {
            assertRefused(
                    noBrakeAtFirst.get(),
                    "no SGM skips the audit questions; seen: /etc/.asg_auto_confirm exists on [1_01, 2_01].",
                    "find out who made the file, and remove it on every SGM.");
            assertNothingReached(noBrakeAtFirst.get());
        }

        @Test
        void a_group_that_skips_its_questions_has_no_chassis_set_down() {
            assertRefused(
                    noBrakeAtChassisA.get(),
                    "no SGM skips the audit questions; seen: /etc/.asg_auto_confirm exists on [1_01, 2_01].");
            assertNothingReached(noBrakeAtChassisA.get());
        }

        @Test
        void a_group_that_skips_its_questions_is_not_failed_over() {
            assertRefused(
                    noBrakeAtTheFailover.get(),
                    "no SGM skips the audit questions; seen: /etc/.asg_auto_confirm exists on [1_01, 2_01].");
            assertNothingReached(noBrakeAtTheFailover.get());
        }

        @Test
        void image_cloning_that_was_switched_on_again_refuses_the_next_stage() {
            assertRefused(
                    cloningOnAgain.get(),
                    "image cloning is off on every SGM; seen: {1_01=Image auto-clone state is on, 2_01=Image auto-clone state is on}. Supplied by part 2 (@imageCloning)");
            assertThat(cloningOnAgain.get().run().acts()).isEmpty();
            assertThat(cloningOnAgain.get().acts()).last().isEqualTo("set smo image auto-clone state on");
        }

        @Test
        void a_chassis_that_is_half_way_is_told_sgm_by_sgm() {
            assertRefused(
                    halfWay.get(),
                    "no SGM of chassis1 has the hotfix yet; seen: 1_01 no take installed by installer, no take installed by cpinfo, 1_02 Take 110 by installer, Take 110 by cpinfo.",
                    "finish it or take it back by hand on the SGMs that differ.");
            assertThat(halfWay.get().run().acts()).isEmpty();
        }

        @Test
        void a_configuration_lock_that_is_taken_over_is_named_once() {
            assertThat(lockedByBob.get().run().facts())
                    .filteredOn(fact -> fact instanceof Fact.Noted note
                            && note.sentence().contains("owned by bob and is taken over"))
                    .singleElement()
                    .extracting(fact -> ((Fact.Noted) fact).sentence())
                    .isEqualTo(
                            "The configuration lock was owned by bob and is taken over for 'installer import local /var/log/"
                                    + PACKAGE
                                    + "'. The lines of this run give it up before they open another shell.");
        }

        @Test
        void a_configuration_lock_is_taken_over_once() {
            assertThat(lockedByBob.get().run().outcome()).isEqualTo(Outcome.PASSED);
            assertThat(lockedByBob.get().acts()).containsOnlyOnce("lock database override");
            assertThat(lockedByBob.get().changes())
                    .containsOnlyOnce("audit: configuration lock of bob on 2_01 overridden");
        }
    }

    @Nested
    class Amidst {
        private static Later<Visit> cloningOnAgain;
        private static Later<Visit> partTwoAfterIt;
        private static Later<Visit> returningUp;
        private static Later<Visit> lostBeforeDown;
        private static Later<Visit> lostBeforeFailover;

        static void begin() {
            lostBeforeDown = visit(
                    group(StartingState.CLONING_OFF).withGroup(SecurityGroup.dual("north-gate", 1, 2)),
                    site -> site.run("@chassisA", after("3.B", () -> setDown(site, "2_2"))));
            lostBeforeFailover = visit(
                    group(StartingState.CHASSIS_A_DONE).withGroup(SecurityGroup.dual("north-gate", 2, 1)),
                    site -> site.run("@failover", after("4.B", () -> setDown(site, "1_2"))));
            cloningOnAgain = visit(group(StartingState.CLONING_OFF), Amidst::switchedOnBeforeTheInstallation);
            partTwoAfterIt = visit(group(StartingState.CLONING_OFF), site -> {
                switchedOnBeforeTheInstallation(site);
                site.runEach("@imageCloning", "@chassisA");
            });
            returningUp = visit(group(StartingState.CLONING_OFF).withReturnsDown(false), site -> site.run("@chassisA"));
        }

        private static void switchedOnBeforeTheInstallation(Site site) {
            site.run("@chassisA", fact -> {
                if (fact instanceof Fact.StepFinished step && step.id().equals("3.E")) {
                    switchCloningOn(site);
                }
            });
        }

        @Test
        void image_cloning_that_was_switched_on_behind_our_back_refuses_the_installation() {
            assertRefused(
                    cloningOnAgain.get(),
                    "Step 3.F: 'installer install 2 member_ids 1_1' was not sent: image cloning has to be off on every SGM",
                    "[2_01] say otherwise: {1_01=Image auto-clone state is off, 2_01=Image auto-clone state is on}.");
        }

        @Test
        void image_cloning_that_was_switched_on_behind_our_back_is_the_last_thing_that_reached_the_group() {
            assertThat(cloningOnAgain.get().run().acts()).containsExactly("asg chassis_admin -c 1 down");
            assertThat(cloningOnAgain.get().acts()).last().isEqualTo("set smo image auto-clone state on");
        }

        @Test
        void a_chassis_is_not_set_down_when_the_other_has_just_lost_an_sgm() {
            assertRefused(
                    lostBeforeDown.get(),
                    "Step 3.C: 'asg chassis_admin -c 1 down' was not sent: while chassis1 is worked on, chassis2 has to carry with every SGM, and it does not: 2_02 DOWN");
            assertThat(lostBeforeDown.get().acts()).noneMatch(act -> act.startsWith("asg chassis_admin"));
        }

        @Test
        void nothing_fails_over_to_a_chassis_that_has_just_lost_an_sgm() {
            assertRefused(
                    lostBeforeFailover.get(),
                    "Step 4.C: 'asg chassis_admin -c 2 down' was not sent: chassis1 has to be STANDBY with every SGM UP");
            assertThat(lostBeforeFailover.get().acts()).noneMatch(act -> act.startsWith("asg chassis_admin"));
        }

        @Test
        void what_the_refusal_says_to_do_leads_on() {
            assertThat(partTwoAfterIt.get().runs())
                    .extracting(WholeRun::outcome)
                    .containsExactly(Outcome.REFUSED, Outcome.PASSED, Outcome.PASSED);
        }

        @Test
        void a_chassis_that_comes_back_up_is_told_with_the_wording_to_write() {
            assertThat(returningUp.get().run().outcome()).isEqualTo(Outcome.FAILED);
            assertThat(returningUp.get().run().trouble())
                    .startsWith(
                            "Step 3.H: every SGM of chassis1 rebooted and back in state DOWN, while chassis2 carries: cannot be reached any more.")
                    .contains(
                            "every SGM came back UP, and the dialect waits for DOWN.",
                            "write 'returnState: UP' under 'dialect' in the target file");
        }

        @Test
        void a_chassis_that_comes_back_up_is_sent_nothing_more() {
            assertThat(returningUp.get().acts())
                    .containsExactly("asg chassis_admin -c 1 down", "installer install 2 member_ids 1_1");
        }
    }

    private static Consumer<Fact> after(String stepId, Runnable meanwhile) {
        return fact -> {
            if (fact instanceof Fact.StepFinished step && step.id().equals(stepId)) {
                meanwhile.run();
            }
        };
    }

    private static void setDown(Site site, String sgm) {
        Colleague.types(
                site.group(),
                "expert",
                EmbeddedGroup.EXPERT_PASSWORD,
                "g_clusterXL_admin -b " + sgm + " down",
                "y",
                "Ann",
                "Test",
                "exit",
                "exit");
    }

    private static void switchCloningOn(Site site) {
        Colleague.types(
                site.group(), "gclish", "lock database override", "set smo image auto-clone state on", "exit", "exit");
    }
}
