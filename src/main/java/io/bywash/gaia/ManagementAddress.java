package io.bywash.gaia;

import io.bywash.evidence.Broken;
import io.bywash.evidence.Fact;
import io.bywash.evidence.History;
import io.bywash.evidence.Secret;
import io.bywash.evidence.WaitingTime;
import io.bywash.group.GatewayMode;
import io.bywash.terminal.ConnectionLost;
import io.bywash.terminal.SshAccess;
import io.bywash.terminal.SshEndpoint;
import io.bywash.terminal.SshLink;
import io.bywash.terminal.Terminal;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * The address at which the Security Group is managed; a log-in there lands on the SMO, whichever member that is now
 * (REFERENCE 1, D).
 */
public final class ManagementAddress {
    private final SshEndpoint endpoint;
    private final SshAccess access;
    private final Way way;
    private final GatewayMode mode;
    private final Secret expertPassword;
    private final Tempo tempo;
    private final History history;
    private final WaitingTime waiting;
    private volatile boolean letIn;

    /** How a line to the address is opened. */
    public interface Way {
        /**
         * Opens one more line.
         *
         * @param name by which the history tells it from others
         * @throws ConnectionLost when nothing answers
         */
        Terminal open(String name);
    }

    /** The address of a device that is reached over SSH. */
    public ManagementAddress(
            SshEndpoint endpoint,
            SshAccess access,
            GatewayMode mode,
            Secret expertPassword,
            Tempo tempo,
            History history,
            WaitingTime waiting) {
        this(
                endpoint,
                access,
                name -> LinkedTerminal.open(name, endpoint, access),
                mode,
                expertPassword,
                tempo,
                history,
                waiting);
    }

    /**
     * The address of a device whose lines are opened in another way; files go over SSH all the same.
     *
     * @param way how a line is opened
     */
    public ManagementAddress(
            SshEndpoint endpoint,
            SshAccess access,
            Way way,
            GatewayMode mode,
            Secret expertPassword,
            Tempo tempo,
            History history,
            WaitingTime waiting) {
        this.endpoint = endpoint;
        this.access = access;
        this.way = way;
        this.mode = mode;
        this.expertPassword = expertPassword;
        this.tempo = tempo;
        this.history = history;
        this.waiting = waiting;
    }

    /**
     * Logs in on a line of its own. Once we were let in, an address at which nobody answers is tried for as long as a
     * command may be silent.
     *
     * @throws io.bywash.terminal.ConnectionLost when nobody answers
     * @throws io.bywash.terminal.LoginRefused when we are not let in
     */
    public GaiaSession logIn(String name) {
        history.lookAtTheClock();
        long began = history.nanos();
        while (true) {
            try {
                GaiaSession session = logInOnce(name);
                letIn = true;
                return session;
            } catch (ConnectionLost | UnexpectedPrompt e) {
                boolean patient = (letIn || e instanceof SpokenInto)
                        && history.nanos() - began < tempo.limit().toNanos();
                if (!patient) {
                    throw e;
                }
                pause();
            }
        }
    }

    private GaiaSession logInOnce(String name) {
        LinkedTerminal terminal = open(name);
        try {
            return GaiaSession.on(line(terminal), mode, expertPassword, history, Optional.of(() -> another(name)));
        } catch (RuntimeException e) {
            terminal.close();
            throw e;
        }
    }

    private Line line(LinkedTerminal terminal) {
        return new Line(terminal, tempo, history, waiting);
    }

    private Line another(String name) {
        try {
            return line(open(name));
        } catch (ConnectionLost e) {
            pause();
            throw e;
        }
    }

    /** While the SMO moves nobody answers for a while. */
    private void pause() {
        if (!history.isAgain()) {
            waiting.during(() -> {
                LockSupport.parkNanos(tempo.bewildered().toNanos());
                return true;
            });
        }
    }

    private LinkedTerminal open(String name) {
        LinkedTerminal[] opened = {LinkedTerminal.ofEarlier(name)};
        Fact.LinkOpened link = Outside.open(history, name, () -> {
            opened[0] = waiting.during(() -> LinkedTerminal.of(way.open(name)));
            return at -> new Fact.LinkOpened(at, name, opened[0].hostKey(), opened[0].server());
        });
        return opened[0].provenBy(link.hostKey());
    }

    /**
     * Sends a file to the SMO, under the path of the permit, and tells of its progress.
     *
     * @throws ConnectionLost when the line dies meanwhile
     * @throws Broken when the device takes no file, or not this one
     */
    public void upload(Permit permit, Path file, String remotePath) {
        permit.use("upload to " + remotePath);
        String name = file.getFileName().toString();
        try {
            Fact.Input input;
            do {
                input = Outside.take(history, name, () -> {
                    waiting.during(() -> send(name, file, remotePath));
                    return at -> new Fact.TransferEnded(at, name);
                });
            } while (input instanceof Fact.Transferred);
            permit.ended(Fact.ActEnd.ANSWERED, "sent");
        } catch (ConnectionLost e) {
            permit.ended(Fact.ActEnd.UNANSWERED, e.getMessage());
            throw e;
        } catch (Broken e) {
            permit.ended(Fact.ActEnd.ANSWERED, e.getMessage());
            throw e;
        }
    }

    private boolean send(String name, Path file, String remotePath) {
        try (SshLink link = SshLink.open(endpoint, access)) {
            link.upload(
                    file,
                    remotePath,
                    (sent, of) -> history.take(name, () -> at -> new Fact.Transferred(at, name, sent, of)));
        }
        return true;
    }

    public SshEndpoint endpoint() {
        return endpoint;
    }
}
