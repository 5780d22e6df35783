package io.bywash.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.group.ChassisId;
import io.bywash.group.Release;
import io.bywash.group.SecurityGroup;
import io.bywash.group.Take;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FaultPlanTest {
    @TempDir
    Path root;

    @Test
    void there_are_more_than_forty_faults_with_a_name_of_their_own() {
        Set<String> names = new HashSet<>();
        Faults.all().forEach(kind -> assertThat(names.add(kind.name())).isTrue());

        assertThat(names).hasSizeGreaterThan(40);
    }

    @Test
    void the_same_seed_makes_the_same_plan_and_other_seeds_make_other_ones() {
        Set<FaultPlan> plans = new HashSet<>();
        for (long seed = 0; seed < 500; seed++) {
            FaultPlan plan = FaultPlan.ofSeed(seed);
            assertThat(FaultPlan.ofSeed(seed)).isEqualTo(plan).hasToString(plan.toString());
            assertThat(plan.names()).hasSizeBetween(1, 2);
            plans.add(plan);
        }

        assertThat(plans).hasSizeGreaterThan(400);
    }

    @Test
    void a_thousand_seeds_choose_every_fault() {
        Set<String> chosen = new TreeSet<>();
        for (long seed = 0; seed < 1000; seed++) {
            chosen.addAll(FaultPlan.ofSeed(seed).names());
        }

        assertThat(chosen).hasSameSizeAs(Faults.all());
    }

    @Test
    void tells_what_strikes_and_when() {
        assertThat(FaultPlan.of("link cut", new LinksCut(When.before("installer install", 2))))
                .hasToString("link cut [when=just before 'installer install' no. 2]");
        assertThat(FaultPlan.of("host key changed", "SGM does not come back").names())
                .containsExactly("host key changed", "SGM does not come back");
        assertThat(FaultPlan.none()).hasToString("no faults");
    }

    @Test
    void the_page_has_the_row_of_every_fault() throws IOException {
        String page = Files.readString(Path.of("src/site/markdown/simulator.md"));

        assertThat(page)
                .contains(Faults.all().stream()
                        .map(kind -> "| `%s` | %s | %s |".formatted(kind.name(), kind.imitates(), kind.source()))
                        .toList());
    }

    @Test
    void an_unknown_name_is_refused_with_the_known_ones() {
        assertThatThrownBy(() -> FaultPlan.of("flood"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("There is no fault 'flood'. There are: link cut, link black-holed,");
    }

    @Test
    void every_fault_lets_a_quiet_day_pass() {
        for (FaultKind kind : Faults.all()) {
            Desk desk = new Desk(Desk.twoByTwo(StartingState.FRESH).withFaults(FaultPlan.of(kind.name())), root);
            desk.pass(Duration.ofHours(1));
            desk.pass(Duration.ofHours(23));
            assertThat(desk.group.ledger().acts()).isEmpty();
        }
    }

    @Test
    void the_whole_procedure_typed_blindly_never_breaks_the_group() {
        int struck = 0;
        for (long seed = 0; seed < 60; seed++) {
            Desk desk = new Desk(Desk.twoByTwo(StartingState.FRESH).withFaults(FaultPlan.ofSeed(seed)), root);
            typeEverything(desk);
            Ledger ledger = desk.group.ledger();
            struck += ledger.strikes().isEmpty() ? 0 : 1;
            assertThat(ledger.acts()).isNotEmpty();
            assertThat(ledger.whoCarried().get(0).from()).isEqualTo(Desk.START);
        }

        assertThat(struck).isGreaterThan(30);
    }

    private static void typeEverything(Desk desk) {
        EmbeddedPackage.write(desk.sgm("2_1").files().at("/var/log"), Release.R81_10, new Take(110), 1);
        desk.group.seams().moments().happened(Moment.of(Moment.Kind.CONNECTION, null));
        desk.gclish("2_1", "installer import local /var/log/" + Desk.PACKAGE);
        desk.gclish("2_1", "show installer packages imported");
        desk.gclish("2_1", "installer verify " + Desk.PACKAGE);
        desk.gclish("2_1", "set smo image auto-clone state off");
        for (int chassis = 1; chassis <= 2; chassis++) {
            desk.chassis(chassis, "down");
            desk.expert("2_1", "asg stat -v; uptime -s");
            // nobody waits for ever where an installation hangs
            desk.group
                    .sgmsOf(ChassisId.of(chassis))
                    .forEach(sgm -> install(desk, sgm.id().typed()));
            desk.pass(Duration.ofMinutes(50));
            desk.expert(chassis + "_1", "cpinfo -y all; cphaprob stat; hostname");
            desk.chassis(chassis, "up");
            desk.expert("1_1", "asg stat -v");
        }
    }

    private static void install(Desk desk, String sgm) {
        HotfixPackage hotfix =
                new HotfixPackage(Desk.PACKAGE, Release.R81_10.toString(), 110, "an import of the same file");
        CpuseTask task = new CpuseTask(CpuseTask.Kind.INSTALL, hotfix, desk.clock.now(), DeviceTimes.INSTALL, "");
        SimulatedSgm on = desk.sgm(sgm);
        desk.group.change(() -> {
            on.setTask(desk.group.seams().twisted(on, task));
            desk.group.seams().moments().happened(new Moment(Moment.Kind.TASK_BEGINS, on, "install"));
        });
    }

    @Test
    void a_group_with_the_faults_of_a_seed_starts_and_closes_cleanly() {
        for (long seed = 0; seed < 25; seed++) {
            EmbeddedSettings settings = EmbeddedSettings.defaults()
                    .withGroup(SecurityGroup.dual("ketch", 1, 1))
                    .withPace(10_000)
                    .withFaults(FaultPlan.ofSeed(seed));
            try (EmbeddedGroup group = EmbeddedGroup.start(settings)) {
                assertThat(group.ledger().happenings())
                        .noneMatch(entry -> entry.what().startsWith("the simulator failed"));
            }
        }
    }
}
