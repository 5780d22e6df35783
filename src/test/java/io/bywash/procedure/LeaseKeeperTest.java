package io.bywash.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bywash.cluster.Lease;
import io.bywash.cluster.ProcessIdentity;
import io.bywash.evidence.Broken;
import io.bywash.evidence.Fact;
import io.bywash.evidence.Finding;
import io.bywash.evidence.Refused;
import io.bywash.evidence.Remedy;
import io.bywash.group.SgmId;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LeaseKeeperTest {
    private static final String PATH = "/var/log/bywash.lease";
    private static final String EVE = "Eve@desk7/4f2c00aa11bb/9be177cc22dd/4026531836/4711/88122/2026-11-22T01:00:00Z";

    private final Bench bench = new Bench();

    @AfterEach
    void nothing_is_held_after_a_test() {
        bench.means().lease().release();
    }

    private LeaseKeeper keeper() {
        return bench.means().lease();
    }

    private String on(String sgm) {
        return bench.sgm(sgm).lease();
    }

    private List<String> notes() {
        return bench.means().history().facts().stream()
                .filter(Fact.Noted.class::isInstance)
                .map(fact -> ((Fact.Noted) fact).sentence())
                .toList();
    }

    /** The lease of a run of this machine whose process is over. */
    private static String ofTheDead() {
        ProcessIdentity here = ProcessIdentity.here();
        ProcessIdentity dead =
                new ProcessIdentity(here.host(), here.machine(), here.boot(), here.namespace(), 99_999_999, "5");
        return new Lease("Eve", dead, Instant.parse("2026-11-22T01:00:00Z")).toString();
    }

    private static Fact held(String lease) {
        return new Fact.LeaseHeld(Bench.BEGAN, lease);
    }

    private Refused refusedToTake() {
        return catchThrowableOfType(Refused.class, () -> keeper().take());
    }

    @Test
    void the_lease_names_who_is_at_work_and_is_put_on_every_sgm() {
        keeper().take();

        assertThat(on("1_01")).startsWith("Ada.Operator@");
        assertThat(bench.leaseActs())
                .containsExactly(
                        "1_01: ln -sT %s %s".formatted(on("1_01"), PATH),
                        "1_02: ln -sT %s %s".formatted(on("1_01"), PATH),
                        "2_01: ln -sT %s %s".formatted(on("1_01"), PATH),
                        "2_02: ln -sT %s %s".formatted(on("1_01"), PATH));
    }

    @Test
    void the_lease_is_written_down_before_it_is_on_an_sgm() {
        bench.before(
                "readlink " + PATH,
                () -> assertThat(bench.means().history().facts()).anyMatch(Fact.LeaseHeld.class::isInstance));

        keeper().take();

        assertThat(bench.means().history().facts()).contains(new Fact.LeaseHeld(heldAt(), on("1_01")));
    }

    @Test
    void a_lease_whose_line_died_is_put_on_another_line_where_it_is_not_there() {
        bench.before(
                "readlink " + PATH,
                () -> bench.dying("ln -sT %s %s"
                        .formatted(
                                bench.means().history().facts().stream()
                                        .filter(Fact.LeaseHeld.class::isInstance)
                                        .map(fact -> ((Fact.LeaseHeld) fact).lease())
                                        .findFirst()
                                        .orElseThrow(),
                                PATH)));

        keeper().take();

        assertThat(List.of("1_01", "1_02", "2_01", "2_02"))
                .allSatisfy(sgm -> assertThat(on(sgm)).startsWith("Ada.Operator@"));
        assertThat(notes()).anyMatch(note -> note.endsWith("What became of it is read on another line."));
    }

    private Instant heldAt() {
        return bench.means().history().facts().stream()
                .filter(Fact.LeaseHeld.class::isInstance)
                .map(Fact::at)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void where_the_lease_stands_is_noted() {
        keeper().take();

        assertThat(notes())
                .containsExactly("Lease %s is on the SGMs until this run ends (%s).".formatted(on("1_01"), PATH));
    }

    @Test
    void it_is_taken_once() {
        keeper().take();

        keeper().take();

        assertThat(bench.leaseActs()).hasSize(4);
    }

    @Test
    void each_sgm_is_reached_from_the_smo_and_left_again() {
        keeper().take();

        assertThat(bench.typed()).contains("2_01: member 1_1", "2_01: member 1_2", "2_01: member 2_2");
    }

    @Test
    void the_line_on_which_it_was_taken_is_closed() {
        keeper().take();

        assertThat(bench.openLines()).isEmpty();
    }

    @Test
    void an_sgm_that_does_not_answer_stays_as_it_is() {
        bench.sgm("1_02").silent();

        keeper().take();

        assertThat(bench.leaseActs()).hasSize(3).noneMatch(act -> act.startsWith("1_02"));
        assertThat(notes()).contains("1_02 does not answer, so the lease there stays as it is.");
    }

    @Test
    void beside_another_run_nothing_is_put_on_the_sgm() {
        bench.sgm("1_01").lease(EVE);

        assertThat(refusedToTake())
                .hasMessageStartingWith(
                        "Eve is at work on this Security Group from the host desk7, process 4711, since 2026-11-22T01:00:00Z.")
                .hasMessageContaining(
                        "No history here is of that run: ask there. Only when it is certain that this run is over")
                .hasMessageEndingWith("take the lease over: add -Dbywash.takeOver=" + EVE)
                .returns("no other run at work on the group", Refused::expected);
        assertThat(bench.leaseActs()).isEmpty();
        assertThat(notes()).containsExactly("On 1_01 the lease is " + EVE + ".");
    }

    @Test
    void another_run_is_what_the_remedy_is_about() {
        bench.sgm("1_01").lease(EVE);

        assertThat(refusedToTake().finding())
                .returns(Remedy.ANOTHER_RUN, Finding::remedy)
                .returns(EVE, Finding::subject);
    }

    @Test
    void a_run_whose_history_is_here_and_that_may_be_at_work_elsewhere_is_looked_for_here() {
        bench.earlier("a", held(EVE)).sgm("1_01").lease(EVE);

        assertThat(refusedToTake())
                .hasMessageContaining(
                        "That run has its history here, and its process is not certainly over: look there.");
    }

    @Test
    void what_no_run_writes_is_for_a_person() {
        bench.sgm("1_01").lease("/etc/passwd");

        assertThat(refusedToTake())
                .hasMessageStartingWith(
                        "Another run is at work on this Security Group: its lease is \"/etc/passwd\", which no run of this version writes.")
                .hasMessageEndingWith("Find out who wrote /var/log/bywash.lease on the SGMs.");
    }

    @Test
    void a_lease_that_a_person_has_named_is_taken_over() {
        bench.takeOver(EVE).sgm("1_02").lease(EVE);

        keeper().take();

        assertThat(on("1_02")).isEqualTo(on("1_01"));
        assertThat(bench.leaseActs()).contains("1_02: unlink " + PATH);
        assertThat(notes()).contains("The lease %s on 1_02 is taken over: the command line says so.".formatted(EVE));
    }

    @Test
    void a_lease_that_a_person_has_not_named_is_not_taken_over_with_another_one() {
        bench.takeOver(EVE).sgm("1_02").lease(EVE.replace("Eve", "Mallory"));

        assertThat(refusedToTake()).hasMessageStartingWith("Mallory is at work");
    }

    @Test
    void a_run_whose_history_is_here_and_whose_process_is_over_is_taken_over() {
        bench.earlier("a", held(ofTheDead())).sgm("1_02").lease(ofTheDead());

        keeper().take();

        assertThat(on("1_02")).isEqualTo(on("1_01"));
        assertThat(notes())
                .contains("The lease %s on 1_02 is taken over: its run has its history here, and its process is over."
                        .formatted(ofTheDead()));
    }

    @Test
    void a_run_without_a_history_here_is_not_taken_over_though_its_process_is_over() {
        bench.sgm("1_02").lease(ofTheDead());

        assertThat(refusedToTake()).hasMessageStartingWith("Eve is at work");
    }

    @Test
    void a_lease_that_cannot_be_written_is_told_with_its_place() {
        bench.sgm("1_02").leaseThatComesInstead("");

        assertThat(catchThrowableOfType(Broken.class, () -> keeper().take()))
                .hasMessage(
                        "The lease cannot be written on 1_02: /var/log/bywash.lease is not there after it was made. Look at the room and the rights in /var/log there; nothing else was sent.");
    }

    @Test
    void a_run_that_was_faster_keeps_this_one_away() {
        bench.sgm("1_02").leaseThatComesInstead(EVE);

        assertThat(refusedToTake()).hasMessageStartingWith("Eve is at work");
    }

    @Test
    void a_lease_of_ours_that_is_there_already_is_not_taken_away() {
        bench.before("member 1_2", () -> bench.sgm("1_02").lease(on("1_01")));

        keeper().take();

        assertThat(bench.leaseActs()).noneMatch(act -> act.contains("unlink"));
    }

    @Test
    void no_lease_and_its_own_lease_keep_a_run_away_from_nothing() {
        keeper().take();

        assertThat(keeper().foreign(List.of("", on("1_01"), ""))).isEmpty();
    }

    @Test
    void the_first_of_several_that_keeps_it_away_is_named() {
        assertThat(keeper().foreign(List.of("", EVE, "/etc/passwd"))).contains(EVE);
    }

    @Test
    void a_run_of_this_process_that_is_at_work_keeps_another_one_away() {
        keeper().take();
        bench.earlier("a", held(on("1_01")));

        assertThat(bench.anotherRun().lease().foreign(List.of(on("1_01")))).contains(on("1_01"));
    }

    @Test
    void a_run_of_this_process_that_has_ended_keeps_no_other_one_away() {
        keeper().take();
        String lease = on("1_01");
        bench.earlier("a", held(lease));
        keeper().release();

        assertThat(bench.anotherRun().lease().foreign(List.of(lease))).isEmpty();
    }

    @Test
    void a_run_of_this_process_on_another_group_says_nothing_of_this_one() {
        keeper().take();
        Bench other = new Bench().earlier("a", held(on("1_01")));

        assertThat(other.means().lease().foreign(List.of(on("1_01")))).isEmpty();
    }

    private SortedMap<SgmId, String> found(String... leases) {
        SortedMap<SgmId, String> found = new TreeMap<>();
        bench.sgms().keySet().forEach(sgm -> found.put(sgm, leases[found.size()]));
        return found;
    }

    @Test
    void its_own_lease_on_every_sgm_is_as_it_should_be() {
        keeper().take();

        assertThat(keeper().notOurs(found(on("1_01"), on("1_01"), on("1_01"), on("1_01"))))
                .isEmpty();
    }

    @Test
    void a_lease_that_is_gone_is_not_ours() {
        keeper().take();

        assertThat(keeper().notOurs(found(on("1_01"), "", on("1_01"), on("1_01"))))
                .hasToString("{1_02=none}");
    }

    @Test
    void a_lease_of_another_run_is_not_ours() {
        keeper().take();

        assertThat(keeper().notOurs(found(on("1_01"), on("1_01"), on("1_01"), EVE)))
                .hasToString("{2_02=" + EVE + "}");
    }

    @Test
    void where_it_was_never_put_no_lease_is_missing() {
        bench.sgm("1_02").silent();
        keeper().take();

        assertThat(keeper().notOurs(found(on("1_01"), "", on("1_01"), on("1_01"))))
                .isEmpty();
    }

    @Test
    void after_its_release_no_lease_is_missing() {
        keeper().take();
        keeper().release();

        assertThat(keeper().notOurs(found("", "", "", ""))).isEmpty();
    }

    @Test
    void it_is_taken_away_from_every_sgm() {
        keeper().take();

        keeper().release();

        assertThat(bench.sgms().values()).extracting(BenchSgm::lease).containsOnly("");
        assertThat(bench.openLines()).isEmpty();
    }

    @Test
    void a_lease_of_another_run_is_left_where_it_is() {
        keeper().take();
        bench.sgm("1_02").lease(EVE);

        keeper().release();

        assertThat(on("1_02")).isEqualTo(EVE);
    }

    @Test
    void what_was_not_taken_is_not_taken_away() {
        keeper().release();

        assertThat(bench.typed()).isEmpty();
    }

    @Test
    void it_is_taken_away_once() {
        keeper().take();
        keeper().release();
        int typed = bench.typed().size();

        keeper().release();

        assertThat(bench.typed()).hasSize(typed);
    }

    @Test
    void a_lease_that_cannot_be_taken_away_is_told_and_keeps_no_run_of_this_process_away() {
        keeper().take();
        String lease = on("1_01");
        bench.earlier("a", held(lease)).sgm("1_02").says("readlink " + PATH, "-bash: readlink: command not found");

        keeper().release();

        assertThat(notes())
                .last()
                .asString()
                .startsWith("The lease %s could not be taken away everywhere: ".formatted(lease))
                .endsWith("The next run with these reports sees that it was left behind.");
        assertThat(bench.anotherRun().lease().foreign(List.of(lease))).isEmpty();
    }
}
