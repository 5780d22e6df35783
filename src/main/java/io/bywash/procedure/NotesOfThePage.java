package io.bywash.procedure;

import io.bywash.cluster.SgmFiles;
import io.bywash.cluster.SgmTour;
import io.bywash.cluster.SoftwareVersion;
import io.bywash.cpuse.AgentBuild;
import io.bywash.evidence.Deciding;
import io.bywash.gaia.Shell;
import io.bywash.group.SgmId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Predicate;

/** The notes above the vendor's steps, as checks. */
public final class NotesOfThePage {
    private final Assignment assignment;
    private final Means means;
    private final Steps steps;

    public NotesOfThePage(Assignment assignment, Means means, Steps steps) {
        this.assignment = assignment;
        this.means = means;
        this.steps = steps;
    }

    /** The group runs the release of the target file, and a log-in begins in VS0. */
    public void releaseAndContext(String title) {
        String release = "release";
        String context = "VS that commands run in";
        steps.perform(
                "note 1",
                title,
                List.of(release, context),
                record -> means.monitor().on(session -> {
                    String told = SoftwareVersion.read(session, means.dialect());
                    record.measure(
                            release,
                            assignment.release().toString(),
                            told,
                            assignment.release().isToldAs(told));
                    session.reach(Shell.EXPERT);
                    record.measure(
                            context,
                            "VS0",
                            session.here().vs().isPresent()
                                    ? "VS" + session.here().vs().getAsInt()
                                    : "not named by the prompt");
                    return null;
                }));
    }

    /** A jumbo only after the First Time Wizard; and no member answers audit questions by itself. */
    public void wizardAndBrake(String title) {
        String wizard = "SGMs without the First Time Configuration Wizard";
        String brake = "SGMs that skip the audit questions";
        steps.perform("note 2", title, List.of(wizard, brake), record -> {
            SortedMap<SgmId, SgmFiles> files = means.monitor()
                    .on(session -> SgmTour.of(session, assignment.group().sgms(), SgmFiles::read));
            List<SgmId> without = those(files, found -> !found.wizardDone());
            List<SgmId> skipping = those(files, SgmFiles::answersByItself);
            without.forEach(sgm -> record.readFrom(wizard, Deciding.of(sgm, SgmFiles.COMMAND)));
            skipping.forEach(sgm -> record.readFrom(brake, Deciding.of(sgm, SgmFiles.COMMAND)));
            if (assignment.file().jumbo()) {
                record.measure(wizard, List.of(), without);
            } else {
                record.measure(wizard, "any, as the package is no Jumbo Hotfix Accumulator", without.toString(), true);
            }
            record.measure(brake, List.of(), skipping);
        });
    }

    /** The CPUSE Agent has the same build on every member; its build is kept, so that the end can compare. */
    public void agent(String title) {
        if (!assignment.release().hasCpuse()) {
            String typed = "commands of CPUSE that this run can type";
            steps.perform("note 3", title, List.of(typed), record -> {
                record.measure(typed, List.of(), means.dialect().ofCpuse());
                record.note(
                        "The builds of the agent are not read: on %s no hotfix goes onto an SGM by CPUSE (REFERENCE 9, D)."
                                .formatted(assignment.release()));
            });
            return;
        }
        String builds = "builds of the CPUSE Agent";
        steps.perform("note 3", title, List.of(builds), record -> {
            Map<SgmId, String> read =
                    means.monitor().on(session -> AgentBuild.read(session, means.dialect(), assignment.group()));
            GroupProof.measureBuilds(record, builds, read, means.dialect());
        });
    }

    private static List<SgmId> those(SortedMap<SgmId, SgmFiles> files, Predicate<SgmFiles> which) {
        return files.entrySet().stream()
                .filter(entry -> which.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
