package io.bywash.terminal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.connection.channel.direct.DirectConnection;

/**
 * A connection to a device, straight or through a jump host, that knows when it last heard anything, sends each keystroke
 * at once, and can be cut by another thread while somebody waits in it.
 */
final class SshSocket extends Socket {
    private final SSHClient jump;
    private final SshEndpoint endpoint;
    private volatile DirectConnection passedOn;
    private volatile long lastHeard = System.nanoTime();
    private volatile String cut;

    /** @param jump a connection to the host on the way; {@code null} for the straight way */
    SshSocket(SSHClient jump, SshEndpoint endpoint) throws SocketException {
        this.jump = jump;
        this.endpoint = endpoint;
        setTcpNoDelay(true);
    }

    /** How long nothing has been heard, in whatever state the connection is. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - lastHeard);
    }

    /** Ends the connection; whoever waits in it hears why. */
    void cut(String why) {
        cut = why;
        try {
            close();
        } catch (IOException alreadyGone) {
            // Nothing is left to close.
        }
    }

    /** Why it was cut; {@code null} while it was not. */
    String whyCut() {
        return cut;
    }

    @Override
    public void connect(SocketAddress address, int timeout) throws IOException {
        if (jump == null) {
            try {
                super.connect(address, timeout);
            } catch (SocketTimeoutException e) {
                throw new SocketTimeoutException("nobody answered within %d s".formatted(timeout / 1000));
            }
        } else {
            passedOn = jump.newDirectConnection(endpoint.host(), endpoint.port());
        }
        lastHeard = System.nanoTime();
    }

    @Override
    public boolean isConnected() {
        return jump == null ? super.isConnected() : passedOn != null;
    }

    @Override
    public int getPort() {
        return jump == null ? super.getPort() : endpoint.port();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new Listening(jump == null ? super.getInputStream() : passedOn.getInputStream());
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return jump == null ? super.getOutputStream() : new Flushing(passedOn.getOutputStream());
    }

    @Override
    public void close() throws IOException {
        super.close();
        DirectConnection open = passedOn;
        if (open != null) {
            open.close();
        }
    }

    private final class Listening extends FilterInputStream {
        Listening(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            try {
                int count = super.read(into, from, length);
                if (cut != null) {
                    throw new SocketException(cut);
                }
                lastHeard = System.nanoTime();
                return count;
            } catch (IOException e) {
                throw cut == null ? e : new SocketException(cut);
            }
        }
    }

    /** A channel sends when it is told to; a socket sends what it has. */
    private static final class Flushing extends OutputStream {
        private final OutputStream out;

        Flushing(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            out.flush();
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            out.flush();
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
