package io.bywash.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetFileFaultyTest {
    @TempDir
    private Path directory;

    private TargetFolder folder;

    @BeforeEach
    void fill() {
        folder = new TargetFolder(directory);
    }

    @Test
    void every_fault_is_told_at_once_in_order_of_lines() {
        String yaml = TargetFolder.SOUND
                .replace("user: admin", "user:")
                .replace("take: 110", "take: none")
                .replace("activeChassis: chassis2", "activeChassis: chassis1")
                .replace("mode: gateway", "modus: gateway");

        TargetFileFaulty refusal = catchThrowableOfType(TargetFileFaulty.class, () -> folder.read(yaml));

        assertThat(refusal.getMessage().replace(directory + "/", "")).isEqualToNormalizingNewlines("""
                        north.yaml:1: mode is missing: the mode the Security Group runs in, gateway (Security Gateway) or vsx. Write: mode: gateway
                        north.yaml:3: user is empty. Expected: the Gaia user who logs in, without blanks. Write: user: admin
                        north.yaml:8: take cannot be "none". Expected: the number of the take in the package, a whole number from 1 to 9999 without quotes. Write: take: 110
                        north.yaml:10: activeChassis cannot be "chassis1": standbyChassis (line 9) is chassis1 too, and the hotfix would go onto the chassis that carries the traffic. Write: activeChassis: chassis2, or standbyChassis: chassis2, whichever is true now.
                        north.yaml:15: "modus" is no key of a target file. Write: one of group, address, recording, strictSecrets, sshConfig, knownHosts, user, login, oldAlgorithms, jump, consoles, consolePasswordFrom, expertPasswordFrom, package, take, remoteDirectory, standbyChassis, activeChassis, sgms, release, mode, audit, changeTicket, ticketLink, operator, patience, answer, dialect; or leave it out.
                        5 faults in the target file; no connection was made.""");
    }

    @Test
    void nothing_but_the_message_is_printed() {
        StringWriter printed = new StringWriter();
        TargetFileFaulty refusal = catchThrowableOfType(TargetFileFaulty.class, () -> folder.read("group: x"));

        refusal.printStackTrace(new PrintWriter(printed, true));

        assertThat(printed.toString().strip()).isEqualTo(refusal.getMessage());
    }

    @Test
    void an_unknown_release_is_told_with_those_that_are_known() {
        assertThat(folder.faultsOf("release: R81.10", "release: R77"))
                .containsExactly(
                        "north.yaml:14: release cannot be \"R77\". Expected: the release the Security Group runs, as the vendor writes it. Known: R76SP, R80.20SP, R80.30SP, R81, R81.10, R81.20, R82. Write: release: R81.10");
    }

    @Test
    void a_recording_that_is_said_to_answer_elsewhere_is_refused() {
        assertThat(folder.faultsOf("address: 192.0.2.10", "address: 192.0.2.10\nrecording: true"))
                .containsExactly(
                        "north.yaml:3: recording cannot be the truth value true: a recording is served on 127.0.0.1, and the address (line 2) or a console is elsewhere. Write: address: 127.0.0.1 with the port of the replay, or leave recording out for a Security Group.");
    }

    @Test
    void a_mistyped_key_is_not_told_a_second_time_as_a_missing_one() {
        assertThat(folder.faultsOf("address: 192.0.2.10", "adress: 192.0.2.10"))
                .containsExactly(
                        "north.yaml:2: \"adress\" is no key of a target file; did you mean address? Write: address: 192.0.2.10");
    }

    @Test
    void a_key_that_stands_twice_is_told_with_the_line_of_the_first() {
        assertThat(folder.faultsOf("mode: gateway", "mode: gateway\nmode: vsx"))
                .containsExactly(
                        "north.yaml:16: \"mode\" stands on line 15 already, and only one of them can hold. Write: it once.");
    }

    @Test
    void a_missing_key_is_told_at_the_line_of_the_map_it_belongs_in() {
        assertThat(folder.faultsOf("  reason: Maintenance", "  # no reason"))
                .containsExactly(
                        "north.yaml:16: audit.reason is missing: the reason that goes into the audit log of the Security Group, on one line. Write: reason: Maintenance CHG-1042");
    }

    @Test
    void the_sgms_of_both_chassis_are_asked_for() {
        assertThat(folder.faultsOf("  chassis2: 1-2", "  # none"))
                .containsExactly(
                        "north.yaml:11: sgms.chassis2 is missing: the slots of chassis 2 that hold SGMs, as a range (1-4), a list ([1, 2, 4]) or one number; slots count from 1 to 14, none stands twice. Write: chassis2: 1-4");
    }

    @Test
    void a_slot_that_no_chassis_has_is_told_in_a_range() {
        assertThat(folder.faultsOf("  chassis1: 1-2", "  chassis1: 1-16"))
                .containsExactly(
                        "north.yaml:12: sgms.chassis1 cannot be \"1-16\": a range runs from the lower slot to the higher one, within 1 to 14. Write: chassis1: 1-4");
    }

    @Test
    void a_slot_that_no_chassis_has_is_told_in_a_list() {
        assertThat(folder.faultsOf("  chassis1: 1-2", "  chassis1:\n    - 1\n    - 16"))
                .containsExactly(
                        "north.yaml:14: sgms.chassis1 item 2 cannot be the number 16. Expected: a slot, a whole number from 1 to 14. Write: chassis1: 1-4");
    }

    @Test
    void a_group_that_yaml_takes_for_a_number_is_told_with_quotes() {
        assertThat(folder.faultsOf("group: north-gate", "group: 61000"))
                .containsExactly(
                        "north.yaml:1: group cannot be the number 61000. Expected: the name the site calls the Security Group by, up to 63 letters, digits, dots, hyphens and underscores. Write: group: \"61000\"");
    }

    @Test
    void a_wait_without_a_unit_is_told() {
        assertThat(folder.faultsOf("mode: gateway", "mode: gateway\npatience: {command: 60}"))
                .containsExactly(
                        "north.yaml:16: patience.command cannot be the number 60. Expected: the longest silence of an ordinary command, from 5s to 6h; 60s when left out. Write: command: 60s");
    }

    @ParameterizedTest
    @CsvSource({
        "command, 4s, from 5s to 6h, 60s",
        "reboot, 6h1m, from 5s to 6h, 60m",
        "poll, 100ms, from 200ms to 5m, 15s",
        "quiet, 6s, from 20ms to 5s, 300ms"
    })
    void a_wait_that_makes_no_sense_is_told_with_its_bounds(String key, String text, String bounds, String example) {
        assertThat(folder.faultsOf("mode: gateway", "mode: gateway\npatience:\n  %s: %s".formatted(key, text)))
                .containsExactly("north.yaml:17: patience.%s cannot be \"%s\": it must be %s. Write: %s: %s"
                        .formatted(key, text, bounds, key, example));
    }

    @Test
    void an_ipv6_address_without_brackets_is_told() {
        assertThat(folder.faultsOf("address: 192.0.2.10", "address: 2001:db8::10"))
                .containsExactly(
                        "north.yaml:2: address cannot be \"2001:db8::10\": an IPv6 address needs brackets, or its end reads as a port. Write: address: \"[2001:db8::10]:22\"");
    }

    @Test
    void an_audit_name_of_two_lines_is_told() {
        assertThat(folder.faultsOf("  name: Ada Operator", "  name: \"Ada\\nOperator\""))
                .containsExactly(
                        "north.yaml:17: audit.name cannot be \"Ada Operator\". Expected: the full name that goes into the audit log of the Security Group, on one line. Write: name: Ada Operator");
    }

    @Test
    void an_alias_is_told() {
        assertThat(folder.faultsOf("mode: gateway", "mode: &it gateway\noperator: *it"))
                .containsExactly(
                        "north.yaml:16: An alias (*name) stands here; a target file takes none. Write: the value itself, at both places.");
    }
}
