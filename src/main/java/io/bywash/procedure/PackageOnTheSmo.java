package io.bywash.procedure;

import io.bywash.cpuse.RemoteFile;
import io.bywash.evidence.Broken;
import io.bywash.evidence.Deciding;
import io.bywash.evidence.Misbehaviour;
import io.bywash.evidence.StepRecord;
import io.bywash.gaia.Command;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.Permit;
import io.bywash.gaia.Reply;
import io.bywash.gaia.Safeguard;
import io.bywash.gaia.Shell;
import io.bywash.gaia.Unanswered;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The file of the package where a log-in lands, and how it gets there. */
final class PackageOnTheSmo {
    /** While it is sent it has another name, so that nobody takes a part of it for the whole. */
    private static final String SENDING = ".part";

    static final List<String> PROMISES = List.of("size on the device", "SHA-256 on the device");

    private final Assignment assignment;
    private final Means means;
    private final Function<String, RemoteFile> measured;
    private final Function<Command, Reply> typed;

    PackageOnTheSmo(Assignment assignment, Means means) {
        this(
                assignment,
                means,
                path -> means.monitor().on(smo -> RemoteFile.measure(smo, path)),
                command -> onALineOfItsOwn(means, command));
    }

    /** On the very member that the file is needed on, where a session stands. */
    PackageOnTheSmo(Assignment assignment, Means means, GaiaSession session) {
        this(assignment, means, path -> RemoteFile.measure(session, path), session::run);
    }

    private PackageOnTheSmo(
            Assignment assignment, Means means, Function<String, RemoteFile> measured, Function<Command, Reply> typed) {
        this.assignment = assignment;
        this.means = means;
        this.measured = measured;
        this.typed = typed;
    }

    private static Reply onALineOfItsOwn(Means means, Command command) {
        try (GaiaSession session = means.address().logIn("package")) {
            return session.run(command);
        }
    }

    /**
     * Sends it, if it is not there byte for byte.
     *
     * @return whether it had to be given its name
     */
    boolean bring(StepId step, StepRecord record) {
        String path = assignment.remotePath();
        if (measured.apply(path).is(assignment.file())) {
            record.note("%s was there already, byte for byte; it was not sent again.".formatted(path));
            return false;
        }
        send(step, path);
        return true;
    }

    /**
     * Measures what {@link #PROMISES} names.
     *
     * @return whether it is the package; the step has failed when not
     */
    boolean measure(StepRecord record) {
        RemoteFile arrived = measured.apply(assignment.remotePath());
        record.readFrom(PROMISES.get(0), Deciding.answer("stat -c %s " + assignment.remotePath(), List.of()));
        record.readFrom(PROMISES.get(1), Deciding.answer("sha256sum " + assignment.remotePath(), List.of()));
        record.measure(PROMISES.get(0), Long.toString(assignment.file().size()), arrived.size());
        record.measure(PROMISES.get(1), assignment.file().sha256(), arrived.sha256());
        return arrived.is(assignment.file());
    }

    private void send(StepId step, String path) {
        RemoteFile sent = measured.apply(path + SENDING);
        if (!sent.is(assignment.file())) {
            means.address()
                    .upload(permit(step, path + SENDING), assignment.file().path(), path + SENDING);
            sent = measured.apply(path + SENDING);
        }
        if (!sent.is(assignment.file())) {
            throw new Misbehaviour("""
                    The package did not arrive whole: %s%s on the device has %s bytes and SHA-256 %s; sent were %d bytes \
                    with SHA-256 %s. Nothing was imported. Look at the room on the disk, and run the stage again.""".formatted(
                            path,
                            SENDING,
                            sent.size(),
                            sent.sha256(),
                            assignment.file().size(),
                            assignment.file().sha256()));
        }
        giveItsName(step, path);
    }

    /** In the Expert mode, which is there whatever the login shell is. Whether it worked is measured, whatever it says. */
    private void giveItsName(StepId step, String path) {
        Permit permit = means.permits().forRename(step.toString(), path + SENDING, path, leaseIsHeld(path));
        Optional<String> said = typed(permit);
        if (said.isPresent() && !measured.apply(path).is(assignment.file())) {
            throw new Broken("""
                    The package is whole at %s%s, and '%s' did not give it its name: %s. Look at the rights and the room in \
                    %s, and run the stage again.""".formatted(path, SENDING, permit.line(), said.get(), assignment.remoteDirectory()));
        }
    }

    /** What went wrong perhaps; a line that worked says nothing. */
    private Optional<String> typed(Permit permit) {
        try {
            Reply reply = typed.apply(Command.act(Shell.EXPERT, permit));
            return reply.lines().isEmpty()
                    ? Optional.empty()
                    : Optional.of("at %s the device said \"%s\""
                            .formatted(reply.prompt(), String.join(" / ", reply.lines())));
        } catch (Unanswered e) {
            return Optional.of(e.getMessage());
        }
    }

    private Permit permit(StepId step, String path) {
        return means.permits().forUpload(step.toString(), path, leaseIsHeld(path));
    }

    private Safeguard leaseIsHeld(String path) {
        return new Invariants(assignment, means).leaseIsHeld("upload to " + path);
    }
}
