package io.bywash.recording;

import io.bywash.terminal.ScreenBytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelDataReceiver;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;

/** A line of a replay, on an SSH channel. */
final class ReplayedLine implements Command, ChannelDataReceiver, Replay.Far {
    private final Replay replay;
    private final ChannelSession channel;
    private OutputStream out;

    ReplayedLine(Replay replay, ChannelSession channel) {
        this.replay = replay;
        this.channel = channel;
        channel.setDataReceiver(this);
    }

    @Override
    public void start(ChannelSession started, Environment environment) {
        replay.open(this);
    }

    @Override
    public int data(ChannelSession from, byte[] bytes, int start, int length) {
        replay.type(this, new String(bytes, start, length, StandardCharsets.UTF_8));
        return length;
    }

    @Override
    public void say(String text) {
        try {
            out.write(ScreenBytes.of(text));
            out.flush();
        } catch (IOException gone) {
            replay.gone(this);
        }
    }

    @Override
    public void hangUp() {
        channel.getSession().close(true);
    }

    @Override
    public void destroy(ChannelSession closed) {
        replay.gone(this);
    }

    @Override
    public void close() {
        replay.gone(this);
    }

    @Override
    public void setInputStream(InputStream in) {
        // What is typed arrives through data().
    }

    @Override
    public void setOutputStream(OutputStream stream) {
        out = stream;
    }

    @Override
    public void setErrorStream(OutputStream stream) {
        // A pseudo-terminal has one stream.
    }

    @Override
    public void setExitCallback(ExitCallback callback) {
        // A line ends when its connection does.
    }
}
