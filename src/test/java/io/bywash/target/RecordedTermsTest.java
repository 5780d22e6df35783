package io.bywash.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.evidence.Fact;
import io.bywash.evidence.HistoryFile;
import io.bywash.gaia.AnswerSize;
import io.bywash.group.GatewayMode;
import io.bywash.group.Release;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecordedTermsTest {
    private static final Instant START = Instant.parse("2026-11-26T02:00:00Z");
    private static final String TERMS = """
            {"assignment":{"group":{"name":"south-gate","sgms":[{"chassis":"chassis1","slot":1},{"chassis":"chassis1","slot":3},{"chassis":"chassis2","slot":2}]},\
            "chassisA":"chassis2","mode":"VSX","release":"R81.10",\
            "file":{"path":"file:///home/ada/Check_Point_R81_10_JUMBO_HF_MAIN_Bundle_T110_FULL.tgz","size":10,"sha256":"%s"},"take":{"number":110},\
            "remoteDirectory":"/var/tmp","audit":{"name":"Ada, A. Operator","reason":"CHG #1042"},"changeTicket":"CHG-1042",\
            "options":"","waits":{\
            "chassisDown":{"name":"chassisDown","limit":"PT5M","pause":"PT15S"},"reboot":{"name":"reboot","limit":"PT1H","pause":"PT15S"},\
            "chassisUp":{"name":"chassisUp","limit":"PT20M","pause":"PT15S"},"importing":{"name":"import","limit":"PT14M","pause":"PT15S"},\
            "settle":{"name":"settle","limit":"PT1M30S","pause":"PT15S"},"noCarrier":"PT10S"}},"wordings":{"returnState":"UP"},\
            "endpoint":{"host":"192.0.2.10","port":22},"user":"ada","consoles":{"1_03":"TCP 192.0.2.99:7001"},\
            "tempo":{"quiet":"PT0.3S","limit":"PT1M","longest":{"bytes":500000,"lines":20000}},"importing":"PT14M","verifying":"PT10M","installing":"PT11M",\
            "confirmed":true,"takenOver":null}""".formatted("b".repeat(64));

    @TempDir
    private Path directory;

    private TargetFolder folder;

    @BeforeEach
    void fill() {
        folder = new TargetFolder(directory);
        folder.write("known_hosts", "[127.0.0.1]:2229 ssh-ed25519 AAAA");
        folder.write("password", "the word");
    }

    private static RecordedTerms terms(Fact... facts) {
        List<HistoryFile.Entry> entries = new ArrayList<>();
        entries.add(
                new HistoryFile.Entry("", 0, new Fact.LocalAnswer(START, "what the run was told to do", TERMS), ""));
        List.of(facts).forEach(fact -> entries.add(new HistoryFile.Entry("", 0, fact, "")));
        return RecordedTerms.in(new HistoryFile(entries, false));
    }

    private static RecordedTerms.Way way(double pace) {
        return new RecordedTerms.Way(2229, "known_hosts", "password", "-replay-1", pace);
    }

    private TargetSettings read(double pace, Fact... facts) {
        return folder.read(terms(facts).targetFile(way(pace)));
    }

    @Test
    void the_group_is_told_as_it_was_with_a_name_of_its_own() {
        TargetSettings read = read(1);

        assertThat(read.group().name()).isEqualTo("south-gate-replay-1");
        assertThat(read.group().sgms()).hasToString("[1_01, 1_03, 2_02]");
        assertThat(read.standby()).hasToString("chassis2");
        assertThat(read.mode()).isEqualTo(GatewayMode.VSX);
        assertThat(read.release()).isEqualTo(Release.R81_10);
        assertThat(read.hotfix().remoteDirectory()).isEqualTo("/var/tmp");
        assertThat(read.audit()).isEqualTo(new TargetSettings.Audit("Ada, A. Operator", "CHG #1042"));
        assertThat(read.changeTicket()).contains("CHG-1042");
        assertThat(read.dialect()).containsExactly(java.util.Map.entry("returnState", "UP"));
    }

    @Test
    void a_recording_answers_on_this_machine_the_consoles_too() {
        TargetSettings read = read(1);

        assertThat(read.recording()).isTrue();
        assertThat(read.address()).isEqualTo(new TargetSettings.Address("127.0.0.1", 2229));
        assertThat(read.consoles()).hasToString("{1_03=SSH 127.0.0.1:2229 as console-1_03}");
        assertThat(read.access().credentials().user()).isEqualTo("ada");
    }

    @Test
    void at_the_recorded_pace_every_limit_is_as_it_was() {
        assertThat(read(1).patience())
                .isEqualTo(new TargetSettings.Waits(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(14),
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(11),
                        Duration.ofHours(1),
                        Duration.ofMinutes(20),
                        Duration.ofSeconds(90),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(15),
                        Duration.ofMillis(300)));
    }

    @Test
    void as_much_is_read_as_one_answer_as_it_was() {
        assertThat(read(1).answer()).isEqualTo(new AnswerSize(500_000, 20_000));
    }

    @Test
    void at_another_pace_only_the_pause_between_looks_is_another() {
        TargetSettings.Waits read = read(60).patience();

        assertThat(read.poll()).isEqualTo(Duration.ofMillis(250));
        assertThat(read.reboot()).isEqualTo(Duration.ofHours(1));
        assertThat(read.command()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void a_wait_whose_time_was_up_is_given_up_at_that_pace() {
        TargetSettings.Waits read = read(
                        60,
                        new Fact.WaitStarted(START, "rebooted", START.plus(Duration.ofHours(1))),
                        new Fact.TimeUp(START, "rebooted"))
                .patience();

        assertThat(read.reboot()).isEqualTo(Duration.ofMinutes(1));
        assertThat(read.chassisUp()).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void the_terms_of_a_run_before_there_were_consoles_are_read_too() {
        String before = TERMS.replace("\"user\":\"ada\",\"consoles\":{\"1_03\":\"TCP 192.0.2.99:7001\"},", "");
        HistoryFile history = new HistoryFile(
                List.of(new HistoryFile.Entry(
                        "", 0, new Fact.LocalAnswer(START, "what the run was told to do", before), "")),
                false);

        assertThat(before).doesNotContain("consoles");
        assertThat(RecordedTerms.in(history).targetFile(way(1))).doesNotContain("consoles:");
    }

    @Test
    void a_long_name_of_a_group_keeps_what_tells_its_replays_apart() {
        RecordedTerms.Way way = new RecordedTerms.Way(2229, "known_hosts", "password", "-" + "r".repeat(60), 1);

        assertThat(terms().groupOn(way)).isEqualTo("so-" + "r".repeat(60));
    }
}
