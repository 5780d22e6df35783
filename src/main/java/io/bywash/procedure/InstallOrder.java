package io.bywash.procedure;

import io.bywash.cpuse.FileInstallStart;
import io.bywash.cpuse.InstallScope;
import io.bywash.cpuse.InstallStart;
import io.bywash.cpuse.PackageNumber;
import io.bywash.evidence.Deciding;
import io.bywash.evidence.Finding;
import io.bywash.evidence.Misbehaviour;
import io.bywash.evidence.NotProven;
import io.bywash.evidence.Refused;
import io.bywash.evidence.Remedy;
import io.bywash.evidence.StepRecord;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.NotSent;
import io.bywash.gaia.Permit;
import io.bywash.gaia.Phrase;
import io.bywash.group.ChassisId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
        return NotSent.untilSent(() -> giveByNumber(step, record, session));
    }

    private Optional<String> giveByNumber(StepId step, StepRecord record, GaiaSession session) {
        PackageNumber number = means.installer().number(session);
        record.note("The package has %s.".formatted(number));
        Permit permit = number.member()
                .map(permitToInstall(step, means.installer().installLine(number, session, scope))::onlyOn)
                .orElseThrow(() -> new Refused("Nothing was installed: the prompt %s does not say on which SGM it is."
                        .formatted(session.here())));
        record.ifNot(found(lookOnEach()));
        InstallStart start = means.installer().install(session, permit, scope);
        measure(record, start, permit.line());
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
        record.ifNot(found("Look on each SGM of %s what it does, and do not order it by hand.".formatted(chassis)));
        FileInstallStart start = means.installer().installFile(session, permit);
        record.note("%s It had said: \"%s\". What it did is for the reboots and the takes to show."
                .formatted(
                        start.cut() ? "The line ended, or nothing more came." : "The prompt came back.", start.told()));
        start.trouble().ifPresent(line -> {
            throw new OrderRefused(
                    "'%s' to begin on every SGM".formatted(permit.line()),
                    "The device answered the order with \"%s\". It said in all: \"%s\".".formatted(line, start.told()),
                    found("Look on each SGM of %s whether it installs all the same, and do not order it by hand."
                                    .formatted(chassis))
                            .with(List.of(Deciding.answer(permit.line(), List.of(line)))));
        });
        return start.cut() ? Optional.of(permit.line()) : Optional.empty();
    }

    /** For members that say they do not install: the order was answered, by them. */
    private static Finding found(String advice) {
        return Finding.of(Remedy.ON_THE_GROUP, advice).with(Finding.OfTheAct.DENIED);
    }

    private Permit permitToInstall(StepId step, String line) {
        return means.permits()
                .forChassis(
                        step.toString(),
                        chassis,
                        Phrase.INSTALL,
                        line,
                        invariants.notBegunWhileTheOtherCarries(chassis, line));
    }

    /** A line that died after the last answer says nothing about the installation; the reboots and the takes will. */
    private void measure(StepRecord record, InstallStart start, String line) {
        if (start.asked() < 0) {
            throw new NotProven(
                    "every question answered, and the installation seen to begin on each SGM",
                    """
                    The line died before it was certain that all questions of the installation on %s were answered. Whether it \
                    began is not known.""".formatted(scope),
                    Finding.of(
                                    Remedy.SAME_COMMAND,
                                    "Do not order it by hand: the same command finds out what took effect, and waits for what is under way.")
                            .with(Finding.OfTheAct.NOT_SEEN)
                            .with(List.of(Deciding.answer(line, List.of()))));
        }
        start.said().forEach(record::note);
        record.measure("questions answered", 5, start.asked());
        start.begun().forEach((sgm, begun) -> {
            record.readFrom("installation on " + sgm, Deciding.of(sgm, line));
            boolean fails = start.failed().containsKey(sgm);
            boolean leftToLater = !begun && !fails && start.cut();
            record.measure(
                    "installation on " + sgm,
                    "was seen to begin, or the line died and its reboot and its take have to show it",
                    leftToLater
                            ? "the line died before it was seen"
                            : start.lastWords().get(sgm),
                    !fails && (begun || leftToLater));
        });
        refuseFailure(start, line);
        if (start.cut()) {
            record.note("The line, or the session on it, ended with its member, as it does when that member reboots.");
        }
    }

    /** The outcome is known, so the reboots are not waited for; what the other SGMs do goes on by itself. */
    private void refuseFailure(InstallStart start, String line) {
        if (start.failed().isEmpty()) {
            return;
        }
        String told = start.failed().entrySet().stream()
                .map(entry -> "%s says \"%s\"".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
        throw new OrderRefused(
                "the installation to begin on every SGM of %s".formatted(chassis),
                "The installation failed: %s.%s The reboots were not waited for."
                        .formatted(told, start.said().isEmpty() ? "" : " The device said: %s.".formatted(start.told())),
                found("Others may install on and reboot. " + lookOnEach())
                        .with(start.failed().keySet().stream()
                                .map(sgm -> Deciding.of(sgm, line))
                                .toList()));
    }

    private String lookOnEach() {
        return "Look on each SGM of %s whether it installs (show installer packages), and do not order it by hand."
                .formatted(chassis);
    }

    /** The device said itself that what was ordered fails. */
    private static final class OrderRefused extends Misbehaviour {
        private final String expected;

        OrderRefused(String expected, String paragraph, Finding finding) {
            super(paragraph, finding);
            this.expected = expected;
        }

        @Override
        public String expected() {
            return expected;
        }
    }
}
