package io.bywash.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The way of the bytes from a session to whoever logged in, and the quirks of that way. */
final class Wires {
    private final List<Quirk> quirks = new CopyOnWriteArrayList<>();

    /** Where bytes go next; they leave at once. */
    interface Sender {
        void send(byte[] bytes) throws IOException;
    }

    /** What happens to bytes on their way. */
    interface Quirk {
        void send(byte[] bytes, boolean pty, Sender next) throws IOException;
    }

    /** From now on on every connection. */
    void add(Quirk quirk) {
        quirks.add(quirk);
    }

    /** A stream for one session that passes everything on as it is until there is a quirk, or the link fell silent. */
    OutputStream over(OutputStream out, boolean pty, Link connection) {
        return new Wire(out, pty, connection);
    }

    private final class Wire extends OutputStream {
        private final OutputStream out;
        private final boolean pty;
        private final Link connection;

        Wire(OutputStream out, boolean pty, Link connection) {
            this.out = out;
            this.pty = pty;
            this.connection = connection;
        }

        @Override
        public void write(int key) throws IOException {
            write(new byte[] {(byte) key}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int start, int length) throws IOException {
            if (connection.isSilent()) {
                return;
            }
            if (quirks.isEmpty()) {
                out.write(bytes, start, length);
                return;
            }
            Sender way = this::leave;
            for (Quirk quirk : quirks) {
                Sender next = way;
                way = sent -> quirk.send(sent, pty, next);
            }
            byte[] sent = new byte[length];
            System.arraycopy(bytes, start, sent, 0, length);
            way.send(sent);
        }

        private void leave(byte[] bytes) throws IOException {
            if (!connection.isSilent()) {
                out.write(bytes);
                out.flush();
            }
        }

        @Override
        public void flush() throws IOException {
            if (!connection.isSilent()) {
                out.flush();
            }
        }
    }
}
