package io.bywash.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.evidence.Outcome;
import io.bywash.gaia.Phrase;
import io.bywash.group.ChassisRole;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every failure page, at every step and whatever the group shows. */
class FailurePagePropertiesTest {
    private static final List<String> WORDS = List.of("UP", "ACTIVE", "DOWN (admin)", "DETACHED", "INIT", "WEDGED");
    private static final List<String> TAKES = List.of("Take 110", "no take installed", "no answer", "");
    private static final List<String> LABELS =
            List.of("expected", "seen", "chassis1", "chassis2", "next", "resume", "rollback", "evidence");

    /** A trouble at a step, with what was sent, what is installed and how the group stands. */
    record Case(
            int sgms,
            String step,
            Outcome outcome,
            String told,
            String takes1,
            String takes2,
            List<Sent> acts,
            ChassisRole role1,
            ChassisRole role2,
            List<String> words,
            int look) {
        List<String> page() {
            Story story = Story.on(sgms).begins("part 1");
            if (!takes1.isEmpty()) {
                story.reads(takes1, takes2);
            }
            story.begins(step);
            acts.forEach(act -> story.acts(
                    act.kind(), act.chassis(), "[Expert@north-gate-ch02-01:0]#", act.line(), "", "Unanswered: cut"));
            String screen =
                    Story.screen(role1.name(), role2.name(), words.subList(0, sgms), words.subList(sgms, 2 * sgms));
            story.sees(screen);
            Trouble trouble = Story.trouble(step, told, outcome, told, told);
            String page = switch (look) {
                case 0 -> story.page(trouble, screen);
                case 1 ->
                    story.page(
                            trouble,
                            new StateNow(
                                    Optional.of(Story.status(screen, Story.TROUBLE.minus(Duration.ofHours(3)))),
                                    Story.TROUBLE,
                                    "not to be read now: " + "x".repeat(70)));
                default -> story.page(trouble, new StateNow(Optional.empty(), Story.TROUBLE, told));
            };
            return page.lines().toList();
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<Integer> sgms = Arbitraries.of(1, 2, 4, 14);
        Arbitrary<String> steps = Arbitraries.of(
                        StepId.all().stream().map(StepId::toString).toList())
                .edgeCases(config -> config.none());
        Arbitrary<Outcome> outcomes =
                Arbitraries.of(Outcome.FAILED, Outcome.BROKEN, Outcome.REFUSED, Outcome.NOT_PROVEN);
        Arbitrary<String> told = Arbitraries.of(
                "short",
                "1_02 WEDGED; 2_14 INIT",
                "many words ".repeat(80),
                "x".repeat(400),
                "two\n  lines\n".repeat(9));
        return sgms.flatMap(count -> Combinators.combine(
                        Combinators.combine(steps, outcomes, told)
                                .as((step, outcome, text) -> new Object[] {step, outcome, text}),
                        Arbitraries.of(TAKES),
                        Arbitraries.of(TAKES),
                        Arbitraries.of(acts(count)).list().uniqueElements().ofMaxSize(4),
                        Arbitraries.of(ChassisRole.class),
                        Arbitraries.of(ChassisRole.class),
                        Arbitraries.of(WORDS).list().ofSize(2 * count),
                        Arbitraries.integers().between(0, 2))
                .as((what, takes1, takes2, acts, role1, role2, words, look) -> new Case(
                        count,
                        (String) what[0],
                        (Outcome) what[1],
                        (String) what[2],
                        takes1,
                        takes1.isEmpty() ? "" : takes2,
                        acts,
                        role1,
                        role2,
                        words,
                        look)));
    }

    /** Something that was sent. */
    record Sent(Phrase kind, String chassis, String line) {}

    private static List<Sent> acts(int sgms) {
        String others = sgms == 1 ? "" : "-%d_" + sgms;
        return List.of(
                new Sent(Phrase.CHASSIS_DOWN, "chassis1", "asg chassis_admin -c 1 down"),
                new Sent(Phrase.CHASSIS_DOWN, "chassis2", "asg chassis_admin -c 2 down"),
                new Sent(Phrase.CHASSIS_UP, "chassis1", "asg chassis_admin -c 1 up"),
                new Sent(Phrase.CHASSIS_UP, "chassis2", "asg chassis_admin -c 2 up"),
                new Sent(Phrase.CLONING_OFF, "", "set smo image auto-clone state off"),
                new Sent(Phrase.IMPORT_PACKAGE, "", "installer import local /var/log/Jumbo_T110.tgz"),
                new Sent(Phrase.INSTALL, "chassis1", "installer install 3 member_ids 1_1" + others.formatted(1)),
                new Sent(Phrase.INSTALL, "chassis2", "installer install 3 member_ids 2_1" + others.formatted(2)));
    }

    @Property(tries = 2000)
    void it_fits_on_one_page(@ForAll("cases") Case one) {
        assertThat(one.page())
                .hasSizeLessThanOrEqualTo(FailurePage.MOST_LINES)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(FailurePage.WIDTH));
    }

    @Property(tries = 500)
    void it_has_every_label_once_and_in_order(@ForAll("cases") Case one) {
        List<String> page = one.page();
        assertThat(page.subList(1, page.size()).stream()
                        .filter(line -> !line.startsWith(" "))
                        .map(line -> LABELS.stream()
                                .filter(line::startsWith)
                                .findFirst()
                                .orElse(line))
                        .dropWhile(line -> !line.equals("expected"))
                        .toList())
                .isEqualTo(LABELS);
    }

    @Property(tries = 500)
    void the_command_to_go_on_is_whole(@ForAll("cases") Case one) {
        List<String> page = one.page();
        int from = IntStream.range(0, page.size())
                .filter(line -> page.get(line).startsWith("resume"))
                .findFirst()
                .orElseThrow();
        StringBuilder command = new StringBuilder(page.get(from).substring("resume".length()));
        for (int line = from; page.get(line).endsWith("\\"); line++) {
            command.setLength(command.length() - 1);
            command.append(page.get(line + 1).strip());
        }
        Stage stage = Stage.ofStep(one.step()).orElseThrow();
        assertThat(command.toString().strip())
                .isEqualTo(
                        "mvn verify -Dbywash.confirm=north-gate -Dbywash.target=north-gate.yaml -Dcucumber.filter.tags="
                                + stage.tag());
    }

    @Property(tries = 2000)
    void nothing_dangerous_is_told_without_its_condition(@ForAll("cases") Case one) {
        String page = String.join(" ", one.page().stream().map(String::strip).toList());
        String wayBack = page.substring(page.indexOf("rollback"), page.indexOf("evidence  "));

        assertThat(wayBack).doesNotContain("member_ids all", "reboot -", "auto_confirm", "installer install");
        for (int chassis = 1; chassis <= 2; chassis++) {
            String down = "asg chassis_admin -c %d down".formatted(chassis);
            String other = "chassis" + (3 - chassis);
            if (wayBack.contains(down)) {
                assertThat(wayBack.substring(0, wayBack.indexOf(down)))
                        .containsPattern("only (?:while|when) .{0,12}(?:is|it is) (?:ACTIVE|STANDBY) with every SGM UP")
                        .contains(other);
            }
            assertThat(wayBack).doesNotContainPattern("member_ids [^ ]*1_[^ ]*2_|member_ids [^ ]*2_[^ ]*1_");
        }
    }

    @Property(tries = 1000)
    void a_chassis_that_may_be_installing_is_not_set_up_before_every_sgm_was_looked_at(
            @ForAll("cases") Case one, @ForAll @IntRange(min = 1, max = 2) int chassis) {
        Sent install = acts(one.sgms()).get(5 + chassis);
        String page = String.join(" ", one.page().stream().map(String::strip).toList());
        String wayBack = page.substring(page.indexOf("rollback"));
        String up = "asg chassis_admin -c %d up".formatted(chassis);
        if (one.acts().contains(install) && wayBack.contains(up)) {
            assertThat(wayBack.substring(0, wayBack.indexOf(up)))
                    .contains("chassis%d may still be installing: no set-up".formatted(chassis));
        }
    }
}
