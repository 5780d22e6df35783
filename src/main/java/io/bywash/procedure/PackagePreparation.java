package io.bywash.procedure;

import io.bywash.cluster.SgmTour;
import io.bywash.cpuse.ActionEnd;
import io.bywash.cpuse.PackageList;
import io.bywash.cpuse.PackageNumber;
import io.bywash.evidence.Broken;
import io.bywash.evidence.Deciding;
import io.bywash.evidence.Fact;
import io.bywash.evidence.Journal;
import io.bywash.evidence.Misbehaviour;
import io.bywash.evidence.StepRecord;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.Permit;
import io.bywash.gaia.Phrase;
import io.bywash.gaia.Shell;
import io.bywash.group.Assessment;
import io.bywash.group.ChassisId;
import io.bywash.group.GroupCondition;
import io.bywash.group.SgmId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Part 1: the package is brought to the Security Group, imported and verified on every SGM. */
public final class PackagePreparation implements AutoCloseable {
    private final Assignment assignment;
    private final Means means;
    private final Steps steps;
    private final PackageOnTheSmo file;
    private GaiaSession session;
    private boolean anew;

    public PackagePreparation(Assignment assignment, Means means, Steps steps) {
        this.assignment = assignment;
        this.means = means;
        this.steps = steps;
        this.file = new PackageOnTheSmo(assignment, means);
    }

    /** 1.A */
    public void havePackage(StepId step, String title) {
        steps.perform(step.toString(), title, List.of("package", "take that its name states"), record -> {
            record.measure(
                    "package",
                    "a file that is not empty",
                    "%s, %d bytes, SHA-256 %s"
                            .formatted(
                                    assignment.file().name(),
                                    assignment.file().size(),
                                    assignment.file().sha256()),
                    assignment.file().size() > 0);
            String stated = assignment.file().take().map(Object::toString).orElse("none");
            if (!stated.equals("none") && !stated.equals(assignment.take().toString())) {
                throw new Broken("""
                        The package %s states %s, and %s is to be installed. Nothing was sent. Put the right package in \
                        its place, or correct 'take' in the target file.""".formatted(assignment.file().name(), stated, assignment.take()));
            }
            record.measure("take that its name states", assignment.take() + ", or none", stated, true);
        });
    }

    /** 1.B */
    public void transfer(StepId step, String title) {
        steps.perform(step.toString(), title, PackageOnTheSmo.PROMISES, record -> {
            anew = file.bring(step, record);
            file.measure(record);
        });
    }

    /** 1.C */
    public void connect(StepId step, String title) {
        steps.perform(step.toString(), title, List.of("chassis1 answers as", "chassis2 answers as"), record -> {
            session = means.address().logIn("preparation");
            List<SgmId> firsts = List.of(
                    assignment.group().sgmsOf(ChassisId.CHASSIS1).first(),
                    assignment.group().sgmsOf(ChassisId.CHASSIS2).first());
            Map<SgmId, String> answers = means.monitor()
                    .on(smo -> SgmTour.of(smo, firsts, there -> there.here().memberTold()));
            answers.forEach((sgm, answer) -> record.measure(sgm.chassis() + " answers as", sgm.toString(), answer));
        });
    }

    /** 1.D */
    public void logInToClish(StepId step, String title) {
        reach(step, title, Shell.CLISH);
    }

    /** 1.E */
    public void goToGclish(StepId step, String title) {
        reach(step, title, Shell.GCLISH);
    }

    private void reach(StepId step, String title, Shell shell) {
        steps.perform(step.toString(), title, List.of("shell by its prompt"), record -> {
            session.reach(shell);
            record.measure("shell by its prompt", shell, session.here().shell());
            record.note("prompt " + session.here());
        });
    }

    /**
     * 1.F
     *
     * <p>A list names packages and not their builds. So the import is only left out when an earlier run saw it succeed for
     * this very file, or ordered it when no SGM had a package of that name; otherwise the device is asked to import, and says itself whether it stores another build.
     */
    public void importPackage(StepId step, String title) {
        if (!assignment.release().hasCpuse()) {
            nothingToAsk(step, title);
            return;
        }
        steps.perform(step.toString(), title, onEverySgm("import on "), record -> {
            awaitEarlierImport();
            List<SgmId> without = without();
            if (!anew && wasImported(step) && without.isEmpty()) {
                record.note("An earlier run has imported it on every SGM; it was not imported again.");
                forEverySgm(sgm -> record.measure("import on " + sgm, "the package is stored", "stored already", true));
                return;
            }
            means.history()
                    .record(new Fact.PackageLacking(
                            means.history().now(),
                            assignment.file().sha256(),
                            without.stream().map(SgmId::toString).toList()));
            ActionEnd end = means.installer().importPackage(session, permitToImport(step));
            refuseAnotherBuild(end);
            judge(
                    record,
                    "import on ",
                    "successfully imported",
                    end,
                    "Look at what these SGMs say: a package that is damaged or is not for this release has to be fetched"
                            + " again and named in the target file; a full disk needs room.");
        });
    }

    /** Without CPUSE a package is a file, and all that can be told of it is whether it is ours. */
    private void nothingToAsk(StepId step, String title) {
        steps.perform(step.toString(), title, PackageOnTheSmo.PROMISES, record -> {
            record.note(
                    "%s has no CPUSE for hotfixes of SGMs: nothing is imported, listed or verified there, and the file is all that can be measured."
                            .formatted(assignment.release()));
            file.measure(record);
        });
    }

    private boolean wasImported(StepId step) {
        String line = means.installer().importLine(assignment.remotePath());
        return means.journal().passedSince(line, step.toString())
                || means.journal()
                        .imported(line, assignment.file().sha256(), step.toString())
                        .containsAll(assignment.group().sgms());
    }

    private List<SgmId> without() {
        Map<SgmId, List<PackageList.Entry>> lists = means.installer().imported(session);
        return assignment.group().sgms().stream()
                .filter(sgm -> !means.installer().among(lists.getOrDefault(sgm, List.of())))
                .toList();
    }

    /** Waits for an import that an earlier run began, as long as it goes on from SGM to SGM. */
    private void awaitEarlierImport() {
        Optional<Journal.Sent> unanswered = means.journal()
                .last(means.installer().importLine(assignment.remotePath()))
                .filter(sent -> !sent.answered());
        Stillness stillness = new Stillness(means.history());
        Duration settle = assignment.waits().settle().limit();
        new Aftermath(assignment, means)
                .tookEffect(
                        unanswered,
                        new GroupCondition("the import is over on every SGM", status -> {
                            List<SgmId> without = without();
                            return without.isEmpty() || stillness.of(without).compareTo(settle) >= 0
                                    ? new Assessment.Met()
                                    : new Assessment.NotYet("not yet on " + without);
                        }),
                        assignment.waits().importing());
    }

    private void refuseAnotherBuild(ActionEnd end) {
        end.rows().forEach((sgm, status) -> {
            if (status.contains("already stored")) {
                throw new Misbehaviour("""
                        %s stores a different build under the name %s: it says "%s". Remove the stored build there (Gaia \
                        Clish: installer delete <number>), after finding out who put it there, and run the stage again.""".formatted(sgm, assignment.file().name(), status));
            }
        });
    }

    private Permit permitToImport(StepId step) {
        String line = means.installer().importLine(assignment.remotePath());
        return means.permits()
                .forGroup(
                        step.toString(),
                        Phrase.IMPORT_PACKAGE,
                        line,
                        new Invariants(assignment, means).oneCarries(line));
    }

    /** 1.G */
    public void showImported(StepId step, String title) {
        if (!assignment.release().hasCpuse()) {
            nothingToAsk(step, title);
            return;
        }
        steps.perform(step.toString(), title, onEverySgm("list of "), record -> {
            Map<SgmId, List<PackageList.Entry>> lists = means.installer().imported(session);
            forEverySgm(sgm -> {
                record.readFrom(
                        "list of " + sgm, Deciding.of(sgm, means.dialect().say(Phrase.SHOW_IMPORTED)));
                if (lists.containsKey(sgm)) {
                    record.measure(
                            "list of " + sgm,
                            assignment.file().name(),
                            names(lists.get(sgm)),
                            means.installer().among(lists.get(sgm)));
                } else {
                    record.silent("list of " + sgm, "no answer");
                }
            });
        });
    }

    private static String names(List<PackageList.Entry> entries) {
        return entries.isEmpty()
                ? "no packages"
                : String.join(
                        ", ", entries.stream().map(PackageList.Entry::name).toList());
    }

    /** 1.H, the last step of its part: with its line the configuration lock is given up, which the next part needs. */
    public void verify(StepId step, String title) {
        if (!assignment.release().hasCpuse()) {
            nothingToAsk(step, title);
            return;
        }
        steps.perform(step.toString(), title, onEverySgm("answer of "), record -> {
            PackageNumber number = means.installer().number(session);
            record.note("The package has %s.".formatted(number));
            ActionEnd end = means.installer().verify(session, number);
            judge(
                    record,
                    "answer of ",
                    "Installation is allowed.",
                    end,
                    "Put right what these SGMs say; one that does not have the package needs it" + " imported (1.F).");
        });
        close();
    }

    /** The members that refused are told by themselves: what the others show by then decides nothing. */
    private void judge(StepRecord record, String name, String expected, ActionEnd end, String whatToDo) {
        end.said().forEach(record::note);
        record.ifNot(whatToDo);
        forEverySgm(sgm -> {
            record.readFrom(name + sgm, Deciding.of(sgm, end.line()));
            if (end.saysNothingOf(sgm)) {
                record.silent(name + sgm, end.told(sgm));
            } else {
                record.measure(name + sgm, expected, end.told(sgm), end.succeededOn(sgm));
            }
        });
        end.refuse("\"%s\" of every SGM".formatted(expected), whatToDo);
    }

    private List<String> onEverySgm(String name) {
        List<String> promises = new ArrayList<>();
        forEverySgm(sgm -> promises.add(name + sgm));
        return promises;
    }

    private void forEverySgm(java.util.function.Consumer<SgmId> action) {
        assignment.group().sgms().forEach(action);
    }

    @Override
    public void close() {
        if (session != null) {
            session.close();
            session = null;
        }
    }
}
