package io.bywash.simulator;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.Signal;
import org.apache.sshd.server.channel.ChannelDataReceiver;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;

/** A shell, or one command, on an SSH channel: connects the channel's bytes to a terminal and runs the login shell. */
final class ShellChannel implements Command, ChannelDataReceiver {
    private final SimulatedGroup group;
    private final SimulatedSgm sgm;
    private final int number;
    private final Link connection;
    private final String command;
    private final ExecutorService threads;
    private final Typed typed = new Typed();
    private final Link channelLink;
    private OutputStream out;
    private OutputStream err;
    private ExitCallback exit;

    /**
     * @param number of the SSH connection, as the ledger counts them
     * @param command the command to run, or null for a shell
     */
    ShellChannel(
            SimulatedGroup group,
            SimulatedSgm sgm,
            int number,
            Link connection,
            String command,
            ChannelSession channel,
            ExecutorService threads) {
        this.group = group;
        this.sgm = sgm;
        this.number = number;
        this.connection = connection;
        this.command = command;
        this.threads = threads;
        this.channelLink = Link.hop(sgm.id(), typed::wake);
        channel.setDataReceiver(this);
    }

    @Override
    public int data(ChannelSession channel, byte[] bytes, int start, int length) {
        if (!connection.isSilent()) {
            typed.add(bytes, start, length);
        }
        return length;
    }

    @Override
    public void close() {
        typed.end();
    }

    @Override
    public void start(ChannelSession channel, Environment environment) {
        Map<String, String> variables = environment.getEnv();
        boolean pty = variables.containsKey(Environment.ENV_TERM);
        TtyKind kind = pty
                ? new TtyKind(true, size(variables, Environment.ENV_LINES), size(variables, Environment.ENV_COLUMNS))
                : TtyKind.none();
        Wires wires = group.seams().wires();
        Tty tty =
                new Tty(kind, typed, wires.over(out, pty, connection), wires.over(err, pty, connection), group.clock());
        environment.addSignalListener(
                (changed, signal) ->
                        tty.resize(size(variables, Environment.ENV_LINES), size(variables, Environment.ENV_COLUMNS)),
                Signal.WINCH);
        LoginSession session = new LoginSession(group, number, tty, typed, connection);
        session.over(channelLink);
        try {
            threads.execute(() -> run(session));
        } catch (RejectedExecutionException closing) {
            exit.onExit(255);
        }
    }

    @Override
    public void destroy(ChannelSession channel) {
        channelLink.cut();
    }

    private void run(LoginSession session) {
        try {
            int status = program(session);
            session.tty().flush();
            exit.onExit(status);
        } catch (LinkCut gone) {
            exit.onExit(255);
        } catch (KeyboardInterrupt interrupt) {
            exit.onExit(130);
        } catch (RuntimeException ours) {
            group.ledger().happened(group.clock().now(), "the simulator failed: " + ours);
            session.tty().complain("the embedded group failed: " + ours + "\n");
            session.tty().flush();
            exit.onExit(255);
        } finally {
            session.end();
        }
    }

    private int program(LoginSession session) {
        boolean expert = group.settings().loginShell() == LoginShell.EXPERT;
        if (command != null) {
            boolean scp = command.startsWith("scp ") && group.seams().gate().scpGoesPastClish();
            return expert || scp
                    ? new ExpertShell(session, sgm).run(command, session.tty())
                    : new ClishShell(session, sgm, false, 0).once(command, false, session.tty());
        }
        if (session.tty().pty()) {
            session.greet(sgm, "127.0.0.1");
        }
        if (expert) {
            int status = new ExpertShell(session, sgm).interact();
            session.tty().echo("logout\r\n");
            return status;
        }
        new ClishShell(session, sgm, false, 0).interact();
        return 0;
    }

    private static int size(Map<String, String> variables, String name) {
        String value = variables.getOrDefault(name, "0");
        return value.matches("\\d{1,5}") ? Integer.parseInt(value) : 0;
    }

    @Override
    public void setInputStream(InputStream in) {
        // input arrives through data()
    }

    @Override
    public void setOutputStream(OutputStream stream) {
        out = stream;
    }

    @Override
    public void setErrorStream(OutputStream stream) {
        err = stream;
    }

    @Override
    public void setExitCallback(ExitCallback callback) {
        exit = callback;
    }
}
