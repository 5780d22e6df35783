package io.bywash.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.acceptance.Site.Visit;
import io.bywash.evidence.Outcome;
import io.bywash.simulator.Act;
import io.bywash.simulator.FaultPlan;
import io.bywash.simulator.LoginShell;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Part 1 where the device offers no sftp, and whoever logs in meets Clish. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WithoutSftpTest {
    @TempDir
    private Path folder;

    private Visit visit(String fault) {
        return Site.visit(
                        folder,
                        Site.group(1, 1).withLoginShell(LoginShell.CLISH).withFaults(FaultPlan.of(fault)),
                        site -> site.run("@preliminary"))
                .get();
    }

    @Test
    void part_1_passes_and_the_file_gets_its_name_in_the_expert_mode() {
        Visit visit = visit("sftp off");

        assertThat(visit.run().outcome()).as(visit.run().console()).isEqualTo(Outcome.PASSED);
        assertThat(visit.ledger().acts())
                .filteredOn(
                        act -> act.kind() == Act.Kind.FILE_MADE && !act.line().startsWith("ln "))
                .extracting(act -> act.shell() + ": " + act.line().replaceAll("/var/log/[\\w.]+\\.tgz", "P"))
                .containsExactly("expert: scp -t -- 'P.part'", "expert: mv -fT P.part P");
    }

    @Test
    void what_clish_says_to_scp_is_told_and_what_to_do() {
        Visit visit = visit("sftp off and Clish in the way of scp");

        assertThat(visit.run().outcome()).isEqualTo(Outcome.BROKEN);
        assertThat(visit.trouble())
                .contains("SFTP is off, and SCP said: CLINFR0329  Invalid command:'scp -t -- ")
                .contains("on Gaia that takes /bin/bash as the login shell");
        assertThat(visit.ledger().acts())
                .noneMatch(act -> act.kind() == Act.Kind.FILE_MADE && act.line().startsWith("mv "));
    }
}
