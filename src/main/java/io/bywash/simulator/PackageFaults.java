package io.bywash.simulator;

import static io.bywash.simulator.FaultKind.Family.PACKAGES;

import io.bywash.simulator.CpuseTask.Kind;
import io.bywash.simulator.TaskTurns.Extent;
import io.bywash.simulator.TaskTurns.Turn;
import java.util.List;

/** The faults of CPUSE and its packages. */
final class PackageFaults {
    static final List<Recipe> ALL = List.of(
            Recipe.of(
                    PACKAGES,
                    "import missing on one SGM",
                    "the table says imported; one SGM has no such package",
                    "7 no. 6",
                    dice -> new TaskTurns(Kind.IMPORT, dice.victim(), Extent.ONE, Turn.LEAVES_NOTHING, 0)),
            Recipe.of(
                    PACKAGES,
                    "indexes differ wildly",
                    "every SGM has its own number of other packages stored",
                    "3.3, package number",
                    dice -> new IndexesDiffer(dice.from(1, 1000))),
            Recipe.of(
                    PACKAGES,
                    "index gone",
                    "the package is no longer in the list of the SGM where its number is typed",
                    "7 no. 4",
                    dice -> new IndexGone(When.before(dice.oneOf("installer verify", "installer install"), 1))),
            Recipe.of(
                    PACKAGES,
                    "verify refused on one SGM",
                    "one SGM does not allow the installation",
                    "3.3, failure texts",
                    dice -> new TaskTurns(Kind.VERIFY, dice.victim(), Extent.ONE, Turn.REFUSED, 0)),
            Recipe.of(
                    PACKAGES,
                    "install fails on one SGM",
                    "one SGM neither installs nor reboots",
                    "7 no. 8",
                    dice -> new TaskTurns(Kind.INSTALL, dice.victim(), Extent.ONE, Turn.FAILS, 0)),
            Recipe.of(
                    PACKAGES,
                    "install fails at once on one SGM",
                    "the row of one SGM says after some seconds that the installation failed; the others go on",
                    "7 no. 8; when it fails invented",
                    dice -> new TaskTurns(Kind.INSTALL, dice.victim(), Extent.ONE, Turn.FAILS_SOON, 0)),
            Recipe.of(
                    PACKAGES,
                    "package gone from one SGM",
                    "the package is no longer in the list of one SGM when an action is ordered for all",
                    "3.3, failure texts",
                    dice -> new PackageGone(When.before("installer verify", 1), dice.victim())),
            Recipe.of(
                    PACKAGES,
                    "private hotfix installed",
                    "one SGM has a private hotfix over a jumbo, with a take of its own",
                    "14.2",
                    dice -> new PrivateHotfix(dice.victim())),
            Recipe.of(
                    PACKAGES,
                    "install never starts",
                    "the command ends at once and nothing was installed on the chassis",
                    "7 no. 9",
                    dice -> new TaskTurns(Kind.INSTALL, dice.victim(), Extent.CHASSIS, Turn.NEVER_BEGINS, 0)),
            Recipe.of(
                    PACKAGES,
                    "install hangs",
                    "one SGM stays at some percentage for ever",
                    "7 no. 22",
                    dice -> new TaskTurns(Kind.INSTALL, dice.victim(), Extent.ONE, Turn.HANGS, dice.from(11, 98))),
            Recipe.of(
                    PACKAGES,
                    "success without installation",
                    "the table says installed, the SGM reboots, and nothing is installed",
                    "7 no. 5 and 9",
                    dice -> new TaskTurns(
                            Kind.INSTALL,
                            dice.victim(),
                            dice.oneOf(Extent.ONE, Extent.CHASSIS),
                            Turn.LEAVES_NOTHING,
                            0)),
            Recipe.of(
                    PACKAGES,
                    "wrong take installed",
                    "one SGM has another take afterwards, under the name of ours",
                    "invented",
                    dice -> new TaskTurns(
                            Kind.INSTALL, dice.victim(), Extent.ONE, Turn.OTHER_TAKE, dice.oneOf(-7, -1, 1, 12))),
            Recipe.of(
                    PACKAGES,
                    "partial chassis",
                    "the installation begins on some SGMs of the chassis only",
                    "7 no. 8",
                    dice -> new TaskTurns(Kind.INSTALL, dice.victim(), Extent.FROM_THERE_ON, Turn.NEVER_BEGINS, 0)),
            Recipe.of(
                    PACKAGES,
                    "disk full on one SGM",
                    "one SGM has no room for the package",
                    "7 no. 19",
                    dice -> new DiskFull(dice.victim())),
            Recipe.of(
                    PACKAGES,
                    "different build stored",
                    "one SGM already stores another build under the same name",
                    "7 no. 7",
                    dice -> new BuildStored(dice.victim())));

    private PackageFaults() {}
}
