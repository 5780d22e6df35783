package io.bywash.gaia;

import io.bywash.evidence.History;
import io.bywash.evidence.Secret;
import io.bywash.evidence.WaitingTime;
import io.bywash.group.GatewayMode;
import io.bywash.group.SgmId;
import io.bywash.terminal.HostKeys;
import io.bywash.terminal.SshAccess;
import io.bywash.terminal.SshEndpoint;
import io.bywash.terminal.SshLink;
import io.bywash.terminal.Terminal;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** What must not be written anywhere, one way round the gate each. Nothing of it is ever run. */
public final class Bypasses {
    private Bypasses() {}

    /** Types where nobody asks what. */
    public record TypesOnATerminal(Terminal terminal) {
        void go() {
            terminal.type("reboot\n");
        }
    }

    /** Has it typed by somebody who was handed the method. */
    public record LetsAnotherTypeOnATerminal(Terminal terminal) {
        Consumer<String> go() {
            return terminal::type;
        }
    }

    /** Types on a line without a conversation. */
    record TypesOnALine(Line line) {
        void go() {
            line.type("reboot\n");
        }
    }

    /** Holds a conversation that no session asked the gate for. */
    record Converses(Line line, Command command, Prompt prompt) {
        Reply go() {
            return new Conversation(line, command, prompt, end -> true, false).hold();
        }
    }

    /** Types on a console beside the one way in. */
    record LogsInOnAConsole(Line line) {
        void go() {
            new ConsoleLogin(line, "reboot", Secret.of("")).logIn(java.time.Duration.ZERO);
        }
    }

    /** Opens a console of its own. */
    public record OpensAConsole(SshEndpoint endpoint) {
        Terminal go() {
            return io.bywash.terminal.TcpTerminal.open("mine", endpoint);
        }
    }

    /** Opens a connection of its own. */
    public record OpensAConnection(SshEndpoint endpoint, SshAccess access) {
        void go() {
            SshLink.open(endpoint, access).upload(java.nio.file.Path.of("hosts"), "/etc/hosts", (sent, of) -> {});
        }
    }

    /** Begins a session on a terminal of its own. */
    public record BeginsASession(Terminal terminal, History history) {
        GaiaSession go() {
            return GaiaSession.begin(
                    terminal, GatewayMode.VSX, Secret.of(""), new Tempo(null, null), history, new WaitingTime());
        }
    }

    /** Names another device than the target file does. */
    public record NamesAnAddress(SshAccess access) {
        ManagementAddress go() {
            return new ManagementAddress(
                    new SshEndpoint("192.0.2.1", 22), access, GatewayMode.VSX, Secret.of(""), null, null, null);
        }
    }

    /** Trusts a key of its own choice. */
    public record TrustsWhomItLikes() {
        HostKeys go() {
            return HostKeys.pinned("SHA256:whatever");
        }
    }

    /** Trusts whoever answers. */
    public record TrustsEverybody() {
        Object go() {
            return new net.schmizz.sshj.transport.verification.PromiscuousVerifier();
        }
    }

    /** Writes its own leave. */
    record WritesItsOwnPermit(SgmId sgm, History history) {
        Permit go() {
            return new Permit(
                    new Permit.Act("3.F", "reboot", "install", Optional.empty()),
                    Set.of(sgm),
                    () -> {},
                    history,
                    new AtomicBoolean());
        }
    }

    /** Asks for a leave outside the procedure. */
    public record AsksForAPermit(Permits permits) {
        Permit go() {
            return permits.forGroup("2.D", Phrase.CLONING_OFF, "set smo image auto-clone state off", () -> {});
        }
    }

    /** Answers what no dialogue of ours asks. */
    public record AnswersWhatItLikes(GaiaSession session) {
        void go() {
            session.run(Command.read(Shell.EXPERT, "").asking(List.of(Question.saying("anything", "", "reboot"))));
        }
    }

    /** Leaves it to another program. */
    public record StartsAnotherProgram() {
        Process go() throws IOException {
            return new ProcessBuilder("ssh", "192.0.2.1", "reboot").start();
        }
    }

    /** Leaves it to another program, the old way. */
    public record AsksTheRuntime() {
        Object go() throws IOException {
            return Runtime.getRuntime().exec(new String[] {"ssh", "192.0.2.1", "reboot"});
        }
    }

    /** Speaks to the device by itself. */
    public record OpensASocket() {
        void go() throws IOException {
            try (Socket socket = new Socket("192.0.2.1", 22)) {
                socket.getOutputStream().write(1);
            }
        }
    }
}
