package io.bywash.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.bywash.evidence.Told;
import io.bywash.gaia.Dialect;
import io.bywash.gaia.ScriptedTerminal;
import io.bywash.gaia.UnknownLine;
import io.bywash.group.Release;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all members are asked at once. */
class EverySgmTest {
    private static final String PROMPT = "[Expert@harbour-ch01-01:0]# ";
    private static final SgmId SGM_1_01 = SgmId.parse("1_1");
    private static final SgmId SGM_2_01 = SgmId.parse("2_1");
    private static final SecurityGroup GROUP = SecurityGroup.of("harbour", List.of(SGM_1_01, SGM_2_01));
    private static final String BOTH = "-*- 2 blades: 1_01 2_01 -*-\r\n";
    private static final String COUNTS = """
            HOST                  NAME                               ID #VALS #PEAK #SLINKS\r
            localhost             connections                      8158  %s  5120    1011\r
            """;

    private static ScriptedTerminal telling(String version) {
        return ScriptedTerminal.saying(PROMPT)
                .line("g_all -a fw ver", BOTH + version + PROMPT)
                .line("g_all -a grep btime /proc/stat", BOTH + "btime 1741039842\r\n" + PROMPT);
    }

    private static final String VERSION = "This is Check Point's software version R81.20 - Build 059\r\n";

    @Test
    void each_member_has_its_software_its_boot_its_interfaces_and_its_connections() {
        ScriptedTerminal terminal = telling(VERSION)
                .line(
                        "g_all -a ip -o link",
                        BOTH
                                + "1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536\r\n2: eth1-07: <BROADCAST,UP,LOWER_UP> mtu 1500 \\    link/ether\r\n"
                                + PROMPT)
                .line(
                        "g_all -a fw tab -t connections -s",
                        "-*- 1 blade: 1_01 -*-\r\n" + COUNTS.formatted("0") + "-*- 1 blade: 2_01 -*-\r\n"
                                + COUNTS.formatted("4711") + PROMPT);

        assertThat(EverySgm.read(terminal.session(), Dialect.of(Release.R81_20), GROUP))
                .containsExactly(
                        entry(
                                SGM_1_01,
                                new java.util.TreeMap<>(Map.of(
                                        "release", "R81.20",
                                        "build", "059",
                                        "booted", "2025-03-03T22:10:42Z",
                                        "interface eth1-07", "up",
                                        "connections", "0"))),
                        entry(
                                SGM_2_01,
                                new java.util.TreeMap<>(Map.of(
                                        "release", "R81.20",
                                        "build", "059",
                                        "booted", "2025-03-03T22:10:42Z",
                                        "interface eth1-07", "up",
                                        "connections", "4711"))));
    }

    @Test
    void what_a_site_has_no_command_for_is_not_asked() {
        Dialect dialect = Dialect.of(Release.R81_20).with(Map.of("interfaces", "none", "connections", "none"));
        ScriptedTerminal terminal = telling(VERSION);

        assertThat(EverySgm.read(terminal.session(), dialect, GROUP).get(SGM_1_01))
                .containsOnlyKeys("release", "build", "booted");
        assertThat(terminal.surprises()).isEmpty();
    }

    private static ScriptedTerminal withoutIp() {
        return telling(VERSION)
                .line("g_all -a ip -o link", BOTH + "-bash: ip: command not found\r\n" + PROMPT)
                .line(
                        "g_all -a fw tab -t connections -s",
                        BOTH + "Table 'connections' not found on the kernel\r\n" + PROMPT);
    }

    @Test
    void what_the_device_does_not_tell_beside_the_procedure_is_not_read() {
        assertThat(EverySgm.read(withoutIp().session(), Dialect.of(Release.R81_20), GROUP)
                        .get(SGM_2_01))
                .contains(entry("interfaces", "not read"), entry("connections", "not read"))
                .contains(entry("build", "059"));
    }

    @Test
    void what_one_member_refuses_beside_the_procedure_is_not_read_of_any() {
        ScriptedTerminal terminal = telling(VERSION)
                .line(
                        "g_all -a ip -o link",
                        "-*- 1 blade: 1_01 -*-\r\n-bash: ip: command not found\r\n-*- 1 blade: 2_01 -*-\r\n"
                                + "2: eth1-07: <BROADCAST,UP,LOWER_UP> mtu 1500\r\n" + PROMPT);

        assertThat(EverySgm.read(
                                terminal.session(),
                                Dialect.of(Release.R81_20).with(Map.of("connections", "none")),
                                GROUP)
                        .values())
                .allSatisfy(ofIt -> assertThat(ofIt).containsEntry("interfaces", "not read"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"interfaces: ip -o link", "connections: fw tab -t connections -s"})
    void what_the_target_file_demands_has_to_be_told(String own) {
        Dialect dialect = Dialect.of(Release.R81_20)
                .with(Map.of(own.substring(0, own.indexOf(':')), own.substring(own.indexOf(' ') + 1)));

        assertThatThrownBy(() -> EverySgm.read(withoutIp().session(), dialect, GROUP))
                .isInstanceOf(Told.class);
    }

    @Test
    void a_member_that_does_not_answer_is_said_not_to() {
        Dialect dialect = Dialect.of(Release.R81_20).with(Map.of("interfaces", "none", "connections", "none"));
        ScriptedTerminal terminal = ScriptedTerminal.saying(PROMPT)
                .line("g_all -a fw ver", "-*- 1 blade: 1_01 -*-\r\n" + VERSION + PROMPT)
                .line("g_all -a grep btime /proc/stat", "-*- 1 blade: 1_01 -*-\r\nbtime 1741039842\r\n" + PROMPT);

        assertThat(EverySgm.read(terminal.session(), dialect, GROUP).get(SGM_2_01))
                .containsExactly(entry("booted", "no answer"), entry("release", "no answer"));
    }

    @Test
    void a_link_is_up_or_without_carrier_or_switched_off() {
        assertThat(Links.read(
                        SGM_1_01,
                        List.of(
                                "1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536",
                                "4: eth1-Mgmt1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 state UP",
                                "5: bond3.812@bond3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500",
                                "6: eth2-09: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 9000 state DOWN",
                                "7: eth2-10: <BROADCAST,MULTICAST> mtu 1500 state DOWN")))
                .containsExactly(
                        entry("bond3.812", "up"),
                        entry("eth1-Mgmt1", "up"),
                        entry("eth2-09", "no link"),
                        entry("eth2-10", "off"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-bash: ip: command not found",
                "1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536",
                "2: eth1-01: UP mtu 1500",
                "2: eth1-01: <UP,LOWER_UP>\n2: eth1-01: <UP>"
            })
    void a_list_of_interfaces_in_another_form_is_not_guessed_at(String screen) {
        assertThatThrownBy(() -> Links.read(SGM_1_01, screen.lines().toList()))
                .isInstanceOf(UnknownLine.class)
                .hasMessageContaining("'interfaces: none' under 'dialect'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HOST NAME ID #VALS #PEAK #SLINKS",
                "localhost connections 8158 5 6 7",
                "HOST NAME ID #VALS #PEAK #SLINKS\nlocalhost connections 8158 five 6 7",
                "HOST NAME ID #VALS #PEAK #SLINKS\nlocalhost fwx_alloc 8187 5 6 7",
                "HOST NAME ID #VALS\nlocalhost connections 8158 5\nlocalhost connections 8158 6",
                "Table 'connections' not found"
            })
    void a_number_of_connections_in_another_form_is_not_guessed_at(String screen) {
        assertThatThrownBy(() -> Connections.read(SGM_1_01, screen.lines().toList()))
                .isInstanceOf(UnknownLine.class)
                .hasMessageContaining("'connections: none' under 'dialect'");
    }
}
