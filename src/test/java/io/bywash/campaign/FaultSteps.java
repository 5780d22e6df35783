package io.bywash.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.acceptance.Site;
import io.bywash.evidence.Outcome;
import io.bywash.group.ChassisId;
import io.bywash.procedure.Stage;
import io.bywash.simulator.EmbeddedSettings;
import io.bywash.simulator.StartingState;
import io.bywash.verdict.Inquest;
import io.bywash.verdict.RunTold;
import io.bywash.verdict.Verdict;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** The sentences of {@code features/faults}; they hold no rule of their own. */
public final class FaultSteps {
    private EmbeddedSettings settings;
    private Scene.Played played;

    @Given("an embedded Security Group that was never worked on")
    public void neverWorkedOn() {
        readyFor(Stage.PRELIMINARY.number());
    }

    @Given("an embedded Security Group that is ready for part {int}")
    public void readyFor(int part) {
        settings = Site.group(1, 1).withFrom(StartingState.values()[part - 1]);
    }

    @Given("the fault {string} on an SGM of Chassis {string}")
    public void fault(String name, String letter) {
        ChassisId chassis = letter.equals("A") ? ChassisId.CHASSIS1 : ChassisId.CHASSIS2;
        settings = settings.withFaults(Plans.telling("of " + chassis, name));
    }

    @Given("the fault {string} while an installation is under way")
    public void faultDuringAnInstallation(String name) {
        settings = settings.withFaults(Plans.telling("after install begins of SGM 1 of chassis1", name));
    }

    @When("part {int} is run, and run again if it does not pass")
    public void run(int part) throws IOException {
        String tag = Stage.values()[part - 1].tag();
        played = Scene.of(settings, List.of(tag)).play(Files.createTempDirectory("fault-scenario"));
        assertThat(played.struck()).as("faults that struck").isNotEmpty();
    }

    @Then("no run has passed")
    public void noRunHasPassed() {
        assertThat(played.runs()).hasSize(2).extracting(RunTold::outcome).doesNotContain(Outcome.PASSED);
    }

    @Then("the first run is {string}")
    public void theFirstRunIs(String outcome) {
        assertThat(played.runs().get(0).outcome()).hasToString(outcome);
    }

    @Then("every promise was kept")
    public void everyPromiseWasKept() {
        assertThat(Inquest.into(played.reality()).values()).noneMatch(Verdict.Violated.class::isInstance);
    }
}
