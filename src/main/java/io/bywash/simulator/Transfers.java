package io.bywash.simulator;

import io.bywash.group.SgmId;
import java.nio.file.CopyOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;

/** Writes into the ledger what sftp changes on an SGM, as acts in the words {@code upload}, {@code rename}, {@code remove}. */
final class Transfers implements SftpEventListener {
    private final SimulatedGroup group;
    private final Function<ServerSession, SgmId> place;
    private final Function<ServerSession, Integer> login;

    /**
     * @param place the SGM where a connection landed
     * @param login the number of the connection
     */
    Transfers(SimulatedGroup group, Function<ServerSession, SgmId> place, Function<ServerSession, Integer> login) {
        this.group = group;
        this.place = place;
        this.login = login;
    }

    @Override
    public void opening(ServerSession session, String remoteHandle, Handle handle) {
        if (writes(handle)) {
            note(session, "upload " + handle.getFile(), Act.Kind.FILE_MADE);
        }
    }

    private static boolean writes(Handle handle) {
        return handle instanceof FileHandle file && file.getOpenOptions().contains(StandardOpenOption.WRITE);
    }

    @Override
    public void moved(ServerSession session, Path from, Path to, Collection<CopyOption> options, Throwable thrown) {
        if (thrown == null) {
            note(session, "rename %s %s".formatted(from, to), Act.Kind.FILE_MADE);
        }
    }

    @Override
    public void removed(ServerSession session, Path path, boolean isDirectory, Throwable thrown) {
        if (thrown == null) {
            note(session, "remove " + path, Act.Kind.FILE_REMOVED);
        }
    }

    private void note(ServerSession session, String line, Act.Kind kind) {
        Instant now = group.clock().now();
        TreeSet<SgmId> on = new TreeSet<>();
        on.add(place.apply(session));
        group.ledger()
                .act(new Act(
                        now,
                        on.first(),
                        "sftp",
                        line,
                        kind,
                        Optional.of(now),
                        Collections.unmodifiableSortedSet(on),
                        login.apply(session)));
    }
}
