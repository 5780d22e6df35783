package io.bywash.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.group.ChassisId;
import io.bywash.group.ChassisRole;
import io.bywash.group.GroupStatus;
import io.bywash.group.SgmId;
import io.bywash.group.SgmState;
import io.bywash.group.SgmStatus;
import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Where in a fact a secret is looked for, and where not. */
class SecretsInFactsTest {
    private static final Instant AT = Instant.parse("2026-11-22T02:03:40Z");
    private static final String CANARY = "Kanarie-9";

    private static final List<String> NAMES = List.of(
            "ActEnded.line",
            "ActEnded.step",
            "ActIntended.chassis",
            "ActIntended.kind",
            "ActIntended.line",
            "ActIntended.step",
            "BootsSeen.chassis",
            "Change.operator",
            "Change.reason",
            "Change.ticket",
            "Difference.field",
            "Difference.rule",
            "Exchanged.hostKey",
            "Exchanged.member",
            "Exchanged.shell",
            "Exchanged.terminal",
            "Exchanged.vs",
            "FailureTold.goOn",
            "Gear.address",
            "Gear.chassisA",
            "Gear.mode",
            "Gear.release",
            "Gear.sgms",
            "Heard.terminal",
            "Hotfix.file",
            "Hotfix.sha256",
            "InvariantExamined.what",
            "LeaseHeld.lease",
            "LineFailed.terminal",
            "LineFailed.whole",
            "LinkOpened.hostKey",
            "LinkOpened.terminal",
            "LocalAnswer.answer",
            "LocalAnswer.question",
            "NotChecked.what",
            "NotChecked.why",
            "PackageLacking.sgms",
            "PackageLacking.sha256",
            "PermitGiven.chassis",
            "PermitGiven.kind",
            "PermitGiven.line",
            "PermitGiven.step",
            "PlannedFeature.file",
            "PlannedFeature.name",
            "PlannedFeature.tag",
            "PlannedFeature.text",
            "PlannedScenario.name",
            "PlannedScenario.steps",
            "Rule.rule",
            "Rule.verdict",
            "RunFinished.goOn",
            "RunStarted.group",
            "RunStarted.stages",
            "Settings.file",
            "Settings.options",
            "Settings.sha256",
            "Settings.ticketLink",
            "SnapshotTaken.stage",
            "SnapshotsCompared.stage",
            "StagePassedOver.stage",
            "StepFinished.id",
            "StepFinished.title",
            "StepStarted.id",
            "StepStarted.title",
            "TableKept.header",
            "TableKept.title",
            "TimeUp.what",
            "Tool.commit",
            "Tool.features",
            "Tool.version",
            "TransferEnded.file",
            "Transferred.file",
            "Typed.terminal",
            "WaitEnded.what",
            "WaitStarted.what");

    private final History history = new History(Clock.fixed(AT, ZoneOffset.UTC));
    private final List<Fact> told = new ArrayList<>();

    SecretsInFactsTest() {
        history.keep(Secret.named("expertPasswordFrom", CANARY));
        history.follow(told::add);
    }

    private Fact recorded(Fact fact) {
        history.record(fact);
        return told.get(told.size() - 1);
    }

    @Test
    void a_sentence_loses_the_secret_alone() {
        assertThat(recorded(new Fact.Noted(AT, "it said Kanarie-9!")))
                .isEqualTo(new Fact.Noted(AT, "it said (secret)!"));
    }

    @Test
    void the_name_of_a_step_the_line_of_an_act_and_the_keys_of_a_snapshot_keep_what_looks_like_it() {
        assertThat(recorded(new Fact.StepStarted(AT, CANARY, CANARY)))
                .isEqualTo(new Fact.StepStarted(AT, CANARY, CANARY));
        assertThat(recorded(new Fact.ActIntended(AT, CANARY, CANARY, CANARY, CANARY)))
                .isEqualTo(new Fact.ActIntended(AT, CANARY, CANARY, CANARY, CANARY));
        assertThat(recorded(new Fact.SnapshotTaken(
                        AT, "@chassisA", Fact.Moment.BEFORE, new TreeMap<>(Map.of(CANARY, "was " + CANARY)))))
                .isEqualTo(new Fact.SnapshotTaken(
                        AT, "@chassisA", Fact.Moment.BEFORE, new TreeMap<>(Map.of(CANARY, "was (secret)"))));
    }

    @Test
    void measured_values_and_rows_of_tables_lose_it() {
        assertThat(recorded(new Fact.StepFinished(
                        AT,
                        "3.C",
                        "down",
                        Outcome.PASSED,
                        List.of(new Measurement("state", "DOWN", "DOWN " + CANARY, true)),
                        List.of(),
                        "",
                        Duration.ZERO)))
                .extracting(
                        fact -> ((Fact.StepFinished) fact).measurements().get(0).actual())
                .isEqualTo("DOWN (secret)");
        assertThat(recorded(new Fact.TableKept(AT, "Proof", List.of("SGM"), List.of(List.of("1_01", CANARY)))))
                .isEqualTo(new Fact.TableKept(AT, "Proof", List.of("SGM"), List.of(List.of("1_01", "(secret)"))));
    }

    @Test
    void a_word_that_a_status_screen_shows_loses_it_and_a_state_never_changes() {
        SgmId sgm = SgmId.parse("1_01");
        GroupStatus status = new GroupStatus(
                AT,
                Map.of(ChassisId.CHASSIS1, ChassisRole.STANDBY),
                new TreeMap<>(Map.of(sgm, new SgmStatus(sgm, SgmState.UNKNOWN, "UP " + CANARY))),
                Optional.empty(),
                Optional.of(CANARY),
                Optional.empty());

        GroupStatus written = ((Fact.StatusSeen) recorded(new Fact.StatusSeen(AT, status))).status();

        assertThat(written.sgms().get(sgm)).isEqualTo(new SgmStatus(sgm, SgmState.UNKNOWN, "UP (secret)"));
        assertThat(written.policy()).contains("(secret)");
        assertThat(written.roles()).isEqualTo(status.roles());
    }

    /** A new part of a fact is free text, or stands here because it is a name, a state, a sum or a line of ours. */
    @Test
    void every_text_of_a_fact_is_free_or_known_to_be_none() {
        List<String> names = new ArrayList<>();
        for (Class<?> kind : Fact.class.getDeclaredClasses()) {
            for (RecordComponent part : kind.isRecord() ? kind.getRecordComponents() : new RecordComponent[0]) {
                if (part.getGenericType().getTypeName().contains("java.lang.String")
                        && !part.isAnnotationPresent(FreeText.class)) {
                    names.add(kind.getSimpleName() + "." + part.getName());
                }
            }
        }
        assertThat(names).isSubsetOf(NAMES);
    }

    @Test
    void what_our_own_machine_says_is_a_word_of_the_run_from_then_on() {
        assertThat(history.ask("where the evidence is kept", () -> "reports/Kanarie-9"))
                .isEqualTo("reports/Kanarie-9");
        assertThat(history.redaction().inTheOpen()).containsExactly("expertPasswordFrom");
    }

    @Test
    void a_secret_of_fewer_than_six_characters_is_named_and_left_in_free_text() {
        History other = new History(Clock.systemUTC());
        other.keep(Secret.named("login.passwordFrom", "down"));
        other.keep(Secret.named("expertPasswordFrom", CANARY));

        assertThat(other.redaction().of("chassis1 is down, Kanarie-9")).isEqualTo("chassis1 is down, (secret)");
        assertThat(other.redaction().inTheOpen()).containsExactly("login.passwordFrom");
    }

    @Test
    void a_line_of_the_history_is_json_whatever_the_secret_is() {
        History other = new History(Clock.systemUTC());
        for (String secret : List.of("\",\"at\":\"2", "\"}\n{\"before\":\"", "fact\":\"Noted\",\"x", "\\u0041\\\"")) {
            other.keep(Secret.of(secret));
        }
        List<Fact> written = new ArrayList<>();
        other.follow(written::add);
        other.note("a sentence with \",\"at\":\"2 and \\u0041\\\" in it");

        String line = HistoryFile.line(HistoryFile.NOTHING, 7, written.get(0));
        assertThat(HistoryFile.parsed(line).fact()).isEqualTo(written.get(0));
    }
}
