package io.bywash.procedure;

import io.bywash.cluster.EverySgm;
import io.bywash.evidence.Deciding;
import io.bywash.evidence.StepRecord;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.Permit;
import io.bywash.gaia.Phrase;
import io.bywash.gaia.Shell;
import io.bywash.group.SgmId;
import java.util.List;
import java.util.Map;

/** Part 2: SMO Image Cloning is off on every SGM, so that no reboot takes the hotfix away again. */
public final class CloningSwitchedOff implements AutoCloseable {
    private static final String SILENT = "SGMs that do not answer";
    private static final String OFF = "SGMs whose image cloning is not off";

    private final Assignment assignment;
    private final Means means;
    private final Steps steps;
    private GaiaSession session;
    private List<SgmId> notOff = List.of();

    public CloningSwitchedOff(Assignment assignment, Means means, Steps steps) {
        this.assignment = assignment;
        this.means = means;
        this.steps = steps;
    }

    /** 2.A */
    public void connect(StepId step, String title) {
        steps.perform(step.toString(), title, List.of("member that answers"), record -> {
            session = means.address().logIn("cloning");
            boolean ours = session.here()
                    .member()
                    .map(assignment.group().sgms()::contains)
                    .orElse(false);
            record.measure(
                    "member that answers", "an SGM of the group", session.here().memberTold(), ours);
        });
    }

    /** 2.B */
    public void goToGclish(StepId step, String title) {
        steps.perform(step.toString(), title, List.of("shell by its prompt"), record -> {
            record.note("The default shell of the user is %s."
                    .formatted(session.here().shell()));
            session.reach(Shell.GCLISH);
            record.measure("shell by its prompt", Shell.GCLISH, session.here().shell());
        });
    }

    /** 2.C */
    public void examine(StepId step, String title) {
        steps.perform(step.toString(), title, List.of(SILENT), record -> {
            Map<SgmId, String> states = means.cloning().read(session, assignment.group());
            notOff = means.cloning().notOff(states);
            states.forEach((sgm, state) -> record.note(sgm + ": " + state));
            List<SgmId> silent = silent(states);
            if (silent.isEmpty()) {
                record.measure(SILENT, List.of(), silent);
            } else {
                record.silent(SILENT, silent.toString());
                record.readFrom(SILENT, read(silent));
            }
            if (!notOff.isEmpty()) {
                means.history()
                        .note(
                                "Image cloning was on before the procedure, on %s. Switch it on again when all SGMs are equal, if the site wants it."
                                        .formatted(notOff));
            }
        });
    }

    /** 2.D */
    public void switchOff(StepId step, String title) {
        steps.perform(step.toString(), title, List.of(OFF), record -> {
            if (notOff.isEmpty()) {
                record.note("It was off on every SGM, so nothing was sent.");
            } else {
                means.cloning().switchOff(session, permit(step));
            }
            measureOff(record, means.cloning().read(session, assignment.group()));
        });
    }

    private Permit permit(StepId step) {
        String line = means.cloning().offLine();
        return means.permits()
                .forGroup(
                        step.toString(), Phrase.CLONING_OFF, line, new Invariants(assignment, means).oneCarries(line));
    }

    /** 2.E */
    public void examineAgain(StepId step, String title) {
        steps.perform(step.toString(), title, List.of(OFF), record -> {
            Map<SgmId, String> states = means.cloning().read(session, assignment.group());
            states.forEach((sgm, state) -> record.note(sgm + ": " + state));
            measureOff(record, states);
        });
    }

    /** One that does not answer is not on; where another one says that it is, that decides. */
    private void measureOff(StepRecord record, Map<SgmId, String> states) {
        List<SgmId> not = means.cloning().notOff(states);
        record.readFrom(OFF, read(not));
        if (!not.isEmpty() && silent(states).containsAll(not)) {
            record.silent(OFF, "no answer of " + not);
        } else {
            record.measure(OFF, List.of(), not);
        }
    }

    private Deciding[] read(List<SgmId> sgms) {
        String show = means.dialect().say(Phrase.CLONING_SHOW);
        return sgms.stream().map(sgm -> Deciding.of(sgm, show)).toArray(Deciding[]::new);
    }

    private static List<SgmId> silent(Map<SgmId, String> states) {
        return states.entrySet().stream()
                .filter(entry -> entry.getValue().equals(EverySgm.NO_ANSWER))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public void close() {
        if (session != null) {
            session.close();
        }
    }
}
