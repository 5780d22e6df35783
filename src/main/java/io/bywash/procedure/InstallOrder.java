package io.bywash.procedure;

import io.bywash.cpuse.InstallScope;
import io.bywash.cpuse.InstallStart;
import io.bywash.evidence.NotProven;
import io.bywash.evidence.StepRecord;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.Permit;
import io.bywash.gaia.Phrase;
import io.bywash.group.ChassisId;
import io.bywash.group.ChassisRole;
import java.util.Optional;
import java.util.Set;

/** The one order that installs the hotfix on a chassis, and what was seen of it before its member rebooted. */
final class InstallOrder {
    private final Means means;
    private final Invariants invariants;
    private final InstallScope scope;
    private final ChassisId chassis;

    InstallOrder(Means means, Invariants invariants, InstallScope scope) {
        this.means = means;
        this.invariants = invariants;
        this.scope = scope;
        this.chassis = scope.chassis();
    }

    /**
     * Gives the order on the member that the session is on, and measures that it was understood.
     *
     * @return the order, when the line died before every member was seen to begin
     * @throws NotProven when the line died before it is certain that every question was answered
     */
    Optional<String> give(StepId step, StepRecord record, GaiaSession session) {
        int number = means.installer().number(session);
        record.note("The package has number %d on %s."
                .formatted(number, session.here().memberTold()));
        Permit permit = permitToInstall(step, means.installer().installLine(Integer.toString(number), scope));
        record.ifNot("%s is left DOWN and %s carries. Look on each SGM whether it installs all the same ('%s' there),"
                        .formatted(chassis, chassis.other(), "show installer package " + number)
                + " and do not start it a second time before you know.");
        InstallStart start = means.installer().install(session, permit, scope);
        measure(record, start);
        boolean seenEverywhere = start.begun().values().stream().allMatch(begun -> begun);
        return start.cut() && !seenEverywhere ? Optional.of(permit.line()) : Optional.empty();
    }

    /**
     * Gives the order on the SMO, on a release without CPUSE.
     *
     * @param path of the package there
     * @return the order, when the line died; what it did is seen by the reboots and the takes alone
     */
    Optional<String> giveOnTheSmo(StepId step, StepRecord record, GaiaSession session, String path) {
        Permit permit = permitToInstall(step, means.installer().installFileLine(path, scope));
        record.ifNot(
                "%s is left DOWN and %s carries. Look on each SGM what it does, and do not start it a second time before you know."
                        .formatted(chassis, chassis.other()));
        Optional<String> said = means.installer().installFile(session, permit);
        record.note("%s; what it did is for the reboots and the takes to show."
                .formatted(
                        said.isEmpty()
                                ? "The prompt came back"
                                : "The line ended, or nothing more came; it had said last: \"%s\""
                                        .formatted(lastLine(said.get()))));
        return said.isEmpty() ? Optional.empty() : Optional.of(permit.line());
    }

    private static String lastLine(String said) {
        return said.lines()
                .filter(line -> !line.isBlank())
                .reduce((before, last) -> last)
                .map(String::strip)
                .orElse("");
    }

    private Permit permitToInstall(StepId step, String line) {
        return means.permits()
                .forChassis(
                        step.toString(),
                        chassis,
                        Phrase.INSTALL,
                        line,
                        invariants.whileTheOtherCarries(chassis, Set.of(ChassisRole.DOWN), line));
    }

    /** A line that died after the last answer says nothing about the installation; the reboots and the takes will. */
    private void measure(StepRecord record, InstallStart start) {
        if (start.asked() < 0) {
            throw new NotProven("""
                    The line died before it was certain that all questions of the installation on %s were answered. Whether it \
                    began is not known. %s is left as it is, and %s carries. Run the same command again: it finds out what \
                    took effect, waits for what is under way, and goes on from there.""".formatted(scope, chassis, chassis.other()));
        }
        record.measure("questions answered", 5, start.asked());
        start.begun().forEach((sgm, begun) -> {
            boolean leftToLater = !begun && start.cut();
            record.measure(
                    "installation on " + sgm,
                    "was seen to begin, or the line died and its reboot and its take have to show it",
                    leftToLater
                            ? "the line died before it was seen"
                            : start.lastWords().get(sgm),
                    begun || leftToLater);
        });
        if (start.cut()) {
            record.note("The line, or the session on it, ended with its member, as it does when that member reboots.");
        }
    }
}
