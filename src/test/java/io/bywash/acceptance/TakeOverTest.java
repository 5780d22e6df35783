package io.bywash.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.acceptance.Site.Visit;
import io.bywash.campaign.Plans;
import io.bywash.evidence.Fact;
import io.bywash.evidence.Outcome;
import io.bywash.group.Release;
import io.bywash.simulator.EmbeddedGroup;
import io.bywash.simulator.EmbeddedSettings;
import io.bywash.simulator.StartingState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The traffic is not moved onto SGMs that cannot take it over, whatever the status screen says of them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TakeOverTest {
    private static final String DOWN = "asg chassis_admin -c 2 down";

    @TempDir
    private static Path folder;

    private static Later<Visit> good;
    private static Later<Visit> unsynchronised;
    private static Later<Visit> otherPolicy;
    private static Later<Visit> untold;
    private static Later<Visit> lostMeanwhile;
    private static Later<Visit> leftOut;
    private static Later<Visit> withoutSyncstat;

    @BeforeAll
    static void visitAll() {
        good = visit("good", ready());
        unsynchronised = visit(
                "sync",
                ready().withFaults(
                                Plans.telling("SGM 1 of chassis2", "synchronisation off on the chassis that carries")));
        otherPolicy = visit(
                "policy", ready().withFaults(Plans.telling("the start", "policy of another signature on one SGM")));
        untold = visit(
                "untold",
                ready().withFaults(Plans.telling(
                        "MISSING_IN_THE_TABLE", "one SGM does not say whether it can take over")));
        lostMeanwhile = Site.visit(
                folder.resolve("meanwhile"),
                ready(),
                site -> site.run("@failover", atStep("4.C", site, "fw ctl setsync off")));
        leftOut = Site.visit(
                folder.resolve("left-out"),
                ready(),
                site -> site.writing("take: 110", "take: 110\ndialect: {syncStatus: none, policyVerify: none}")
                        .run("@failover"));
        withoutSyncstat = visit("R76SP", ready().withRelease(Release.R76SP));
    }

    /** Part 3 is done on a group of two SGMs. */
    private static EmbeddedSettings ready() {
        return Site.group(1, 1).withFrom(StartingState.CHASSIS_A_DONE);
    }

    private static Later<Visit> visit(String name, EmbeddedSettings settings) {
        return Site.visit(folder.resolve(name), settings, site -> site.run("@failover"));
    }

    /** Somebody types this in Expert mode when the step begins. */
    private static Consumer<Fact> atStep(String id, Site site, String line) {
        return fact -> {
            if (fact instanceof Fact.StepStarted step && step.id().equals(id)) {
                Colleague.types(site.group(), "expert", EmbeddedGroup.EXPERT_PASSWORD, line, "exit", "exit");
            }
        };
    }

    private static List<Fact.NotChecked> notChecked(Visit visit) {
        return visit.run().facts().stream()
                .filter(Fact.NotChecked.class::isInstance)
                .map(Fact.NotChecked.class::cast)
                .toList();
    }

    private static String file(Visit visit, String name) {
        try {
            return Files.readString(visit.run().directory().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_group_whose_SGMs_all_say_so_is_failed_over() {
        assertThat(good.get().run().outcome()).isEqualTo(Outcome.PASSED);
        assertThat(good.get().acts()).contains(DOWN);
        assertThat(good.get().run().facts())
                .filteredOn(Fact.InvariantExamined.class::isInstance)
                .extracting(fact -> ((Fact.InvariantExamined) fact).what())
                .contains("every SGM has the same policy", "every SGM is synchronised");
        assertThat(notChecked(good.get())).isEmpty();
    }

    @Test
    void an_SGM_that_is_not_synchronised_is_named_before_anything_is_sent() {
        Visit visit = unsynchronised.get();

        assertThat(visit.run().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(visit.trouble())
                .startsWith("Step part 4: ")
                .containsPattern(
                        "every SGM is synchronised; seen: 2_01: Off - [A-Z][A-Za-z -]+\\. 'cphaprob syncstat' on each of them");
        assertThat(visit.acts()).isEmpty();
    }

    @Test
    void another_signature_is_named_before_anything_is_sent() {
        Visit visit = otherPolicy.get();

        assertThat(visit.run().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(visit.trouble())
                .containsPattern("every SGM has the same policy; seen: 1_01: signature \\w{9}, Failed;")
                .contains("Install the policy on the whole group, until 'asg policy verify' shows one signature");
        assertThat(visit.acts()).isEmpty();
    }

    @Test
    void an_SGM_that_does_not_say_so_is_not_believed_to_be_good() {
        Visit visit = untold.get();

        assertThat(visit.run().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(visit.trouble()).contains(": not in the table");
        assertThat(visit.acts()).isEmpty();
    }

    @Test
    void what_is_lost_after_the_readiness_is_seen_right_before_the_order() {
        Visit visit = lostMeanwhile.get();

        assertThat(visit.run().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(visit.trouble())
                .startsWith("Step 4.C: '" + DOWN + "' was not sent: ")
                .contains(
                        "it has to be that every SGM is synchronised, and it is not. 2_01: Off - Manually disabled sync.")
                .contains("'cphaprob syncstat' on each of them names the reason");
        assertThat(visit.acts()).doesNotContain(DOWN);
    }

    @Test
    void what_a_site_leaves_out_is_said_in_the_first_lines_of_the_console() {
        Visit visit = leftOut.get();

        assertThat(visit.run().outcome()).isEqualTo(Outcome.PASSED);
        assertThat(visit.run().console().lines().takeWhile(line -> !line.contains("part 4")))
                .contains(
                        "  NOT CHECKED: before the fail-over, that every SGM has the same policy: 'policyVerify: none' in the target file leaves it out",
                        "  NOT CHECKED: before the fail-over, that every SGM is synchronised: 'syncStatus: none' in the target file leaves it out");
    }

    @Test
    void what_a_site_leaves_out_stands_in_the_result_and_in_the_summary() {
        assertThat(file(leftOut.get(), "result.json"))
                .containsPattern(
                        "\"notChecked\"\\s*:\\s*\\[\\s*\\{\\s*\"what\"\\s*:\\s*\"before the fail-over, that every SGM has the same policy\"");
        assertThat(file(leftOut.get(), "history.jsonl")).contains("\"fact\":\"NotChecked\"");
    }

    @Test
    void a_release_without_the_command_is_said_to_be_not_checked() {
        Visit visit = withoutSyncstat.get();

        assertThat(visit.run().outcome()).isEqualTo(Outcome.PASSED);
        assertThat(notChecked(visit)).singleElement().satisfies(not -> {
            assertThat(not.what()).isEqualTo("before the fail-over, that every SGM is synchronised");
            assertThat(not.why()).startsWith("R76SP has no command for it");
        });
    }
}
