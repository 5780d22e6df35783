package io.bywash.cpuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.gaia.Dialect;
import io.bywash.gaia.ScriptedTerminal;
import io.bywash.group.Release;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgentBuildTest {
    private static final String PROMPT = "[Global] harbour-ch01-01 > ";

    @Test
    void each_member_of_the_group_has_its_build_or_no_answer() {
        ScriptedTerminal terminal = ScriptedTerminal.saying(PROMPT)
                .line(
                        "show installer status build",
                        "1_01:\r\nBuild number: 2291 (agent build is up to date)\r\n"
                                + "1_02:\r\n"
                                + "1_09:\r\nBuild number: 2300\r\n" + PROMPT);

        assertThat(AgentBuild.read(terminal.session(), Dialect.of(Release.R81_10), SecurityGroup.dual("harbour", 2, 1)))
                .isEqualTo(Map.of(
                        SgmId.parse("1_1"), "2291",
                        SgmId.parse("1_2"), "no answer",
                        SgmId.parse("2_1"), "no answer"));
    }
}
