package io.bywash.acceptance;

import io.bywash.procedure.ChassisInstallation;
import io.bywash.procedure.RunEnded;
import io.bywash.procedure.Stage;
import io.bywash.procedure.StepId;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import org.opentest4j.TestAbortedException;

/** The lettered steps of the vendor's page, each handed to the part of the procedure that performs it. */
public final class ProcedureSteps {
    private final Run run = Run.current();

    /** A step that is not run is shown as skipped, with the reason. */
    private static void doing(Runnable step) {
        try {
            step.run();
        } catch (RunEnded e) {
            throw new TestAbortedException(e.getMessage());
        }
    }

    private static String words() {
        return CurrentStep.words();
    }

    @Given("the Security Group is ready for {part}")
    public void ready(Stage stage) {
        doing(() -> run.readiness().prove(stage, words()));
    }

    @Then("nothing but what {part} changes has changed")
    public void nothingElseHasChanged(Stage stage) {
        doing(() -> run.snapshots().compare(stage, words()));
    }

    @Then("it runs the release of the target file, and commands run in the context of VS0")
    public void releaseAndContext() {
        doing(() -> run.notes().releaseAndContext(words()));
    }

    @Then("the First Time Configuration Wizard was run on every SGM, and no SGM skips the audit questions")
    public void wizardAndBrake() {
        doing(() -> run.notes().wizardAndBrake(words()));
    }

    @Then("every SGM has the same CPUSE Agent, which is never updated")
    public void agent() {
        doing(() -> run.notes().agent(words()));
    }

    @Given("{step} I have the CPUSE offline package or the exported CPUSE package")
    public void havePackage(StepId step) {
        doing(() -> run.preparation().havePackage(step, words()));
    }

    @When("{step} I transfer the package to the Chassis")
    public void transfer(StepId step) {
        doing(() -> run.preparation().transfer(step, words()));
    }

    @Given("{step} I connect to the command line on each chassis")
    public void connectToEachChassis(StepId step) {
        doing(() -> run.preparation().connect(step, words()));
    }

    @Given("{step} I log in to Gaia Clish")
    public void logInToClish(StepId step) {
        doing(() -> run.preparation().logInToClish(step, words()));
    }

    @Given("{step} I go to Gaia gClish")
    public void goToGclish(StepId step) {
        doing(() -> run.preparation().goToGclish(step, words()));
    }

    @When("{step} I import the CPUSE package from the hard disk")
    public void importPackage(StepId step) {
        doing(() -> run.preparation().importPackage(step, words()));
    }

    @Then("{step} the imported CPUSE packages show it on every SGM")
    public void showImported(StepId step) {
        doing(() -> run.preparation().showImported(step, words()));
    }

    @Then("{step} the imported CPUSE package can be installed on this Chassis")
    public void verify(StepId step) {
        doing(() -> run.preparation().verify(step, words()));
    }

    @Given("{step} I connect to the command line on the Security Group")
    public void connectToTheGroup(StepId step) {
        doing(() -> run.cloning().connect(step, words()));
    }

    @Given("{step} I go to Gaia gClish, if the default shell is the Expert mode")
    public void goToGclishFromExpert(StepId step) {
        doing(() -> run.cloning().goToGclish(step, words()));
    }

    @Given("{step} I examine the state of the SMO Image Cloning feature")
    public void examineCloning(StepId step) {
        doing(() -> run.cloning().examine(step, words()));
    }

    @When("{step} I disable the SMO Image Cloning feature, if it is enabled")
    public void disableCloning(StepId step) {
        doing(() -> run.cloning().switchOff(step, words()));
    }

    @Then("{step} the SMO Image Cloning feature is off on every SGM")
    public void cloningIsOff(StepId step) {
        doing(() -> run.cloning().examineAgain(step, words()));
    }

    @Given("{step} I connect to the command line on the Standby {chassis}")
    public void connectToStandby(StepId step, Character chassis) {
        doing(() -> on(chassis).connect(step, words()));
    }

    @Given("{step} I log in to the Expert mode on the Standby {chassis}")
    public void logInToExpert(StepId step, Character chassis) {
        doing(() -> on(chassis).logInToExpert(step, words()));
    }

    @When("{step} I set the state of the Standby {chassis} to \"down\"")
    public void setStandbyDown(StepId step, Character chassis) {
        doing(() -> on(chassis).setDown(step, words()));
    }

    @Given("{step} I connect to one of the SGMs in the Standby {chassis}")
    public void connectToSgm(StepId step, Character chassis) {
        doing(() -> on(chassis).connectToSgm(step, words()));
    }

    @Given("{step} I go to the Gaia gClish on the Standby {chassis}")
    public void goToGclishOnStandby(StepId step, Character chassis) {
        doing(() -> on(chassis).goToGclish(step, words()));
    }

    @When("{step} I install the CPUSE hotfix package on the Standby {chassis}")
    public void install(StepId step, Character chassis) {
        doing(() -> on(chassis).install(step, words()));
    }

    @Then("{step} I exit from Gaia gClish to the Expert mode on the Standby {chassis}")
    public void exitToExpert(StepId step, Character chassis) {
        doing(() -> on(chassis).exitToExpert(step, words()));
    }

    @Then("{step} the SGMs on the Standby {chassis} reboot and come back")
    public void comeBack(StepId step, Character chassis) {
        doing(() -> on(chassis).waitForReturn(step, words()));
    }

    @When("{step} I set the state of the Standby {chassis} to \"up\"")
    public void setUp(StepId step, Character chassis) {
        doing(() -> on(chassis).setUp(step, words()));
    }

    @Then("{step} the SGMs on the {chassis} are in the state \"UP\"")
    public void areUp(StepId step, Character chassis) {
        doing(() -> on(chassis).waitUntilUp(step, words()));
    }

    @Then("{step} the hotfix is installed on all SGMs of the {chassis}")
    public void isInstalled(StepId step, Character chassis) {
        doing(() -> on(chassis).prove(step, words()));
    }

    @Given("{step} I connect to the command line on the Active {chassis}")
    public void connectToActive(StepId step, Character chassis) {
        doing(() -> run.failover().connect(step, words()));
    }

    @Given("{step} I log in to the Expert mode on the Active {chassis}")
    public void logInToExpertOnActive(StepId step, Character chassis) {
        doing(() -> run.failover().logInToExpert(step, words()));
    }

    @When("{step} I set the state of the Active {chassis} to \"down\"")
    public void setActiveDown(StepId step, Character chassis) {
        doing(() -> run.failover().setDown(step, words()));
    }

    @Then("the hotfix is installed on every SGM of the Security Group, and nobody updated the CPUSE Agent")
    public void isInstalledEverywhere() {
        doing(() -> run.proof().everySgm(words()));
    }

    private ChassisInstallation on(Character chassis) {
        return run.installationOn(chassis);
    }
}
