package io.bywash.acceptance;

import io.bywash.evidence.Broken;
import io.bywash.evidence.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.platform.suite.api.AfterSuite;
import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectDirectories;
import org.junit.platform.suite.api.Suite;

/**
 * Performs the vendor's procedure: {@code mvn verify}.
 *
 * <p>What decides which scenarios run, in which order and how often is pinned here, so that the command line can select
 * stages by their tag and nothing else.
 */
@Suite
@IncludeEngines("cucumber")
@SelectDirectories("features/procedure")
@ConfigurationParameter(key = "cucumber.glue", value = "io.bywash.acceptance")
@ConfigurationParameter(key = "cucumber.plugin", value = "io.bywash.acceptance.CurrentStep")
@ConfigurationParameter(key = "cucumber.filter.name", value = ".*")
@ConfigurationParameter(key = "cucumber.execution.dry-run", value = "false")
@ConfigurationParameter(key = "cucumber.execution.order", value = "lexical")
@ConfigurationParameter(key = "cucumber.execution.parallel.enabled", value = "false")
@ConfigurationParameter(key = "cucumber.publish.quiet", value = "true")
public class ProcedureIT {
    private static final String TAGS = "cucumber.filter.tags";
    private static final Path REPORTS = Path.of("reports");

    /** Names the directory of the run, for who makes its evidence when it has ended. */
    private static final Path LAST = Path.of("target", "last-run.txt");

    @BeforeSuite
    static void begin() throws IOException {
        refuseOtherSelections(System.getProperties());
        Run.answerForEveryThread();
        Run run = Run.begin(System.getProperty(TAGS), Map.copyOf(System.getProperties()), REPORTS, System.out);
        Files.writeString(LAST, run.directory() + "\n");
    }

    /** A property of Cucumber that selects or orders differently could run a step twice, or none. */
    private static void refuseOtherSelections(Map<?, ?> properties) {
        properties.keySet().stream()
                .map(Object::toString)
                .filter(name -> name.startsWith("cucumber.") && !name.equals(TAGS))
                .findFirst()
                .ifPresent(name -> {
                    throw new Broken(
                            "-D%s is not taken, so nothing was run: the features and their order are fixed. Select a stage with -D%s=@chassisA, for example."
                                    .formatted(name, TAGS));
                });
    }

    @AfterSuite
    static void end() {
        Run run = Run.current();
        boolean stoppedBefore = run.steps().trouble().isPresent();
        Outcome outcome = run.end();
        if (outcome != Outcome.PASSED && !stoppedBefore) {
            throw new NotPassed(run.steps().rehearsal(), outcome);
        }
    }
}
