package io.bywash.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.simulator.EmbeddedGroup;
import io.bywash.simulator.StartingState;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three of the {@link KilledRuns}: before the order to install, amid its questions, and while it is carried out. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KilledRunsTest {
    @TempDir
    private static Path folder;

    private static List<KilledLife> lives;

    @BeforeAll
    static void kill() {
        lives = Stream.of(
                        "ActIntended/installer install:1+0ms:KILL",
                        "ActIntended/installer install:1+60ms:KILL",
                        "ActEnded/installer install:1+0ms:KILL")
                .map(KillPoint::parse)
                .map(point -> Later.doing(() -> KilledLife.live(
                        folder.resolve(String.valueOf(point.hashCode())),
                        Site.group(1, 1).withFrom(StartingState.CLONING_OFF),
                        List.of(point),
                        List.of("@chassisA"))))
                .toList()
                .stream()
                .map(Later::get)
                .toList();
    }

    @Test
    void each_was_killed_where_it_was_to_be() {
        assertThat(lives).extracting(KilledLife::step).containsOnly("3.F");
    }

    @Test
    void each_is_gone_on_from() {
        assertThat(lives).allSatisfy(life -> assertThat(life.stopped()).isEmpty());
    }

    @Test
    void no_act_that_took_effect_is_sent_again() {
        assertThat(lives).allSatisfy(life -> assertThat(life.repeated()).isEmpty());
    }

    @Test
    void each_run_comes_to_the_same_again_as_far_as_it_came() {
        assertThat(lives).allSatisfy(life -> assertThat(life.otherwise()).isEmpty());
    }

    @Test
    void nobody_loses_traffic() {
        assertThat(lives).allSatisfy(life -> assertThat(life.outages()).isEmpty());
    }

    @Test
    void an_act_that_is_sent_again_after_it_took_effect_is_found_out() {
        try (EmbeddedGroup group = EmbeddedGroup.start(Site.group(1, 1))) {
            setDown(group, "y");
            setDown(group, "y");

            assertThat(KilledLife.repeated(group.ledger()))
                    .singleElement()
                    .asString()
                    .endsWith("CHASSIS_DOWN on 2_01: asg chassis_admin -c 1 down");
        }
    }

    @Test
    void an_act_that_is_sent_again_because_it_had_no_effect_is_no_repetition() {
        try (EmbeddedGroup group = EmbeddedGroup.start(Site.group(1, 1))) {
            setDown(group, "n");
            setDown(group, "y");

            assertThat(KilledLife.repeated(group.ledger())).isEmpty();
        }
    }

    private static void setDown(EmbeddedGroup group, String sure) {
        Colleague.types(
                group,
                "expert",
                EmbeddedGroup.EXPERT_PASSWORD,
                "asg chassis_admin -c 1 down",
                sure,
                "Ann",
                "",
                "exit",
                "exit");
    }

    @Test
    void kill_points_lie_before_an_act_after_it_and_within_it() {
        List<String> life = List.of(
                "fact part-3 1000 StepStarted[id=part 3]",
                "fact part-3 1000 ActIntended[line=ln -sT Ada@here/1 /var/log/bywash.lease]",
                "fact part-3 1010 ActEnded[line=ln -sT Ada@here/1 /var/log/bywash.lease]",
                "fact 3.C 2000 ActIntended[line=asg chassis_admin -c 1 down]",
                "fact 3.C 2100 ActEnded[line=asg chassis_admin -c 1 down]");

        assertThat(KillPoints.of(life).choose(5).stream().flatMap(List::stream))
                .extracting(KillPoint::toString)
                .containsExactly(
                        "fact:1+0ms:KILL",
                        "fact:3+0ms:KILL",
                        "ActIntended:2+0ms:KILL",
                        "ActEnded:2+0ms:KILL",
                        "ActIntended:2+16ms:KILL");
    }

    @Test
    void a_kill_point_is_read_as_it_was_written() {
        assertThat(KillPoint.parse("ActIntended/installer install:2+40ms:INT"))
                .hasToString("ActIntended/installer install:2+40ms:INT")
                .isEqualTo(new KillPoint("ActIntended", "installer install", 2, 40, "INT"));
    }
}
