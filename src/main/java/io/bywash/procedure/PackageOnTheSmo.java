package io.bywash.procedure;

import io.bywash.cpuse.RemoteFile;
import io.bywash.evidence.Misbehaviour;
import io.bywash.evidence.StepRecord;
import io.bywash.gaia.Permit;
import java.util.List;
import java.util.function.Function;

/** The file of the package where a log-in lands, and how it gets there. */
final class PackageOnTheSmo {
    /** While it is sent it has another name, so that nobody takes a part of it for the whole. */
    private static final String SENDING = ".part";

    static final List<String> PROMISES = List.of("size on the device", "SHA-256 on the device");

    private final Assignment assignment;
    private final Means means;
    private final Function<String, RemoteFile> measured;

    PackageOnTheSmo(Assignment assignment, Means means) {
        this(assignment, means, path -> means.monitor().on(smo -> RemoteFile.measure(smo, path)));
    }

    /** @param measured measures a path on the very member that the file is needed on */
    PackageOnTheSmo(Assignment assignment, Means means, Function<String, RemoteFile> measured) {
        this.assignment = assignment;
        this.means = means;
        this.measured = measured;
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
        means.address().rename(permit(step, path), path + SENDING, path);
    }

    private Permit permit(StepId step, String path) {
        return means.permits()
                .forUpload(step.toString(), path, new Invariants(assignment, means).leaseIsHeld("upload to " + path));
    }
}
