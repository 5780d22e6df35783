package io.bywash.terminal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.connection.channel.direct.Session;
import net.schmizz.sshj.sftp.OpenMode;
import net.schmizz.sshj.sftp.RemoteFile;
import net.schmizz.sshj.sftp.SFTPClient;

/** Sends one file, by SFTP or, where that is off, by SCP. Memory stays flat, whatever the file's size. */
final class Upload {
    /** The largest piece that OpenSSH's server is sure to take in one request, with room for what is around it. */
    private static final int PIECE = 255 * 1024;

    /** How many pieces are under way: as many as fill a fast line, and few enough to stop soon. */
    private static final int UNDER_WAY = 16;

    /** How long a single answer may take while the line itself lives: a disk that is written to by others too. */
    private static final Duration ANSWER = Duration.ofMinutes(5);

    private static final int WARNING = 1;
    private static final int ERROR = 2;

    /** How long another word of what was said may take, once the upload is refused. */
    private static final Duration LAST_WORDS = Duration.ofMillis(300);

    private static final Duration TELL = Duration.ofSeconds(10);

    private Upload() {}

    static void of(SSHClient client, Path file, String remotePath, SshLink.Progress progress) throws IOException {
        long size = Files.size(file);
        try (InputStream in = Files.newInputStream(file)) {
            SFTPClient sftp = sftp(client);
            if (sftp == null) {
                scp(client, in, size, remotePath, progress);
                return;
            }
            try {
                sftp.getSFTPEngine().setTimeoutMs((int) ANSWER.toMillis());
                write(sftp, in, size, remotePath, progress);
            } finally {
                closeQuietly(sftp);
            }
        }
    }

    /** Not by try-with-resources: sshj throws the very same exception again on closing, which Java does not allow there. */
    private static void closeQuietly(Closeable open) {
        try {
            open.close();
        } catch (IOException | RuntimeException alreadyGone) {
            // What counts was told before; sshj stumbles over what a dead line has left half written.
        }
    }

    /** Where the subsystem is off, {@code null}. */
    private static SFTPClient sftp(SSHClient client) throws IOException {
        try {
            return client.newSFTPClient();
        } catch (IOException e) {
            if (client.isConnected()) {
                return null;
            }
            throw e;
        }
    }

    private static void write(SFTPClient sftp, InputStream in, long size, String remotePath, SshLink.Progress progress)
            throws IOException {
        RemoteFile file = sftp.open(remotePath, EnumSet.of(OpenMode.WRITE, OpenMode.CREAT, OpenMode.TRUNC));
        boolean whole = false;
        try {
            copy(in, file.new RemoteFileOutputStream(0, UNDER_WAY), size, progress);
            long there = file.length();
            if (there != size) {
                throw new IOException("%d of %d bytes are there".formatted(there, size));
            }
            file.close();
            whole = true;
        } finally {
            if (!whole) {
                closeQuietly(file);
            }
        }
    }

    private static void copy(InputStream in, OutputStream out, long size, SshLink.Progress progress)
            throws IOException {
        byte[] piece = new byte[PIECE];
        long sent = 0;
        long told = 0;
        long toldAt = System.nanoTime();
        for (int count = in.readNBytes(piece, 0, PIECE); count > 0; count = in.readNBytes(piece, 0, PIECE)) {
            out.write(piece, 0, count);
            sent += count;
            if (isWorthTelling(sent, told, size, toldAt)) {
                progress.sent(sent, size);
                told = sent;
                toldAt = System.nanoTime();
            }
        }
        out.flush();
        if (sent != size) {
            throw new IOException("the file changed while it was read: %d bytes now, %d before".formatted(sent, size));
        }
    }

    /** Each hundredth part, and every ten seconds: what is told is kept for ever. */
    private static boolean isWorthTelling(long sent, long told, long size, long toldAt) {
        return sent == size || (sent - told) * 100 >= size || System.nanoTime() - toldAt >= TELL.toNanos();
    }

    /** The old protocol: a line with rights, size and name, the bytes, a zero; each is answered with a zero. */
    private static void scp(SSHClient client, InputStream in, long size, String remotePath, SshLink.Progress progress)
            throws IOException {
        Session session = client.startSession();
        try {
            Session.Command scp = session.exec("scp -t -- " + quoted(remotePath));
            acknowledged(scp);
            OutputStream out = scp.getOutputStream();
            String name = remotePath.substring(remotePath.lastIndexOf('/') + 1);
            out.write("C0644 %d %s\n".formatted(size, name).getBytes(StandardCharsets.UTF_8));
            out.flush();
            acknowledged(scp);
            copy(in, out, size, progress);
            out.write(0);
            out.flush();
            acknowledged(scp);
        } finally {
            closeQuietly(session);
        }
    }

    private static void acknowledged(Session.Command scp) throws IOException {
        await(scp);
        int answer = scp.getInputStream().read();
        if (answer == 0) {
            return;
        }
        String words = "%s %s"
                .formatted(answer < 0 ? "" : (char) answer + line(scp), complaint(scp, answer))
                .strip();
        throw new IOException("SFTP is off, and SCP said: " + (words.isEmpty() ? "nothing" : words));
    }

    /** What stands on the error output; SCP itself, which goes on with the next file, says all on the other one. */
    private static String complaint(Session.Command scp, int answer) throws IOException {
        boolean speaksScp = answer == WARNING || answer == ERROR;
        return speaksScp ? "" : text(scp.getErrorStream());
    }

    /** Waits for an answer, as long as the device may take for one. */
    private static void await(Session.Command scp) throws IOException {
        long end = System.nanoTime() + ANSWER.toNanos();
        while (scp.getInputStream().available() == 0 && !scp.isEOF() && scp.isOpen()) {
            if (System.nanoTime() > end) {
                throw new IOException("SCP has not answered for %d s".formatted(ANSWER.toSeconds()));
            }
            pause();
        }
    }

    private static String line(Session.Command scp) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = scp.getInputStream().read();
                next >= 0 && next != '\n';
                next = scp.getInputStream().read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    /** What is said on an output until nothing more has come for a while. */
    private static String text(InputStream from) throws IOException {
        StringBuilder text = new StringBuilder();
        for (long end = soon(); System.nanoTime() < end; pause()) {
            int there = from.available();
            if (there > 0) {
                text.append(new String(from.readNBytes(there), StandardCharsets.UTF_8));
                end = soon();
            }
        }
        return text.toString().strip();
    }

    private static long soon() {
        return System.nanoTime() + LAST_WORDS.toNanos();
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the upload was interrupted", e);
        }
    }

    private static String quoted(String path) {
        return "'" + path.replace("'", "'\\''") + "'";
    }
}
