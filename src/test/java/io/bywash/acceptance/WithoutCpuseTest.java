package io.bywash.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.acceptance.Site.Visit;
import io.bywash.evidence.Fact;
import io.bywash.evidence.Outcome;
import io.bywash.group.Release;
import io.bywash.simulator.EmbeddedGroup;
import io.bywash.simulator.StartingState;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can go wrong on R76SP alone, where a package is a file on the SMO until it is installed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WithoutCpuseTest {
    @TempDir
    private Path folder;

    /** Takes the package away as soon as it was sent and has its name. */
    private static Consumer<Fact> thief(Site site) {
        return fact -> {
            if (fact instanceof Fact.Exchanged named && named.command().startsWith("mv -fT ")) {
                Colleague.types(
                        site.group(),
                        "expert",
                        EmbeddedGroup.EXPERT_PASSWORD,
                        named.command().replaceFirst("mv -fT \\S+", "rm -f"),
                        "exit",
                        "exit");
            }
        };
    }

    @Test
    void a_package_that_is_no_longer_there_right_before_the_order_is_not_installed() {
        Visit visit = Site.visit(
                        folder,
                        Site.group(1, 1).withRelease(Release.R76SP).withFrom(StartingState.CLONING_OFF),
                        site -> site.run("@chassisA", thief(site)))
                .get();

        assertThat(visit.run().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(visit.trouble()).contains("Step 3.F: ", "The installation was not ordered");
        assertThat(visit.acts()).noneMatch(act -> act.startsWith("asg_hf_installer"));
    }
}
