package io.bywash.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The far end of {@code scp} in its own protocol: {@code scp -t} takes files, {@code scp -f} gives them (OpenSSH's scp).
 *
 * <p>Single files without their dates; a directory is refused as without {@code -r}. A transfer that is cut leaves what
 * has arrived under the final name, as the real one does.
 */
final class ScpEnd {
    private final ExpertCall call;
    private final ScpLine line;
    private int status;

    private ScpEnd(ExpertCall call) {
        this.call = call;
        this.line = new ScpLine(call.session().tty());
    }

    static int run(ExpertCall call) {
        boolean piped = call.interactive() && !call.session().tty().pty();
        if (!piped || call.has("-t") == call.has("-f") || call.operands().isEmpty()) {
            return call.fail("usage: scp [-346BCpqrTv] [-c cipher] [-F ssh_config] [-i identity_file] ... target");
        }
        ScpEnd end = new ScpEnd(call);
        try {
            if (call.has("-t")) {
                end.take(call.operands().get(0));
            } else {
                end.give(call.operands());
            }
        } catch (IOException broken) {
            return 1;
        }
        return end.status;
    }

    private void take(String target) throws IOException {
        if (call.has("-d") && !Files.isDirectory(real(target))) {
            complain("%s: Not a directory".formatted(target));
            return;
        }
        call.session().asks(Act.Kind.FILE_MADE);
        line.acknowledge();
        for (String record = line.read(); record != null; record = line.read()) {
            switch (record.isEmpty() ? ' ' : record.charAt(0)) {
                case 'C' -> takeFile(target, record.split(" ", 3));
                case 'T' -> line.acknowledge();
                case '\001' -> status = 1;
                case 'D' -> throw refused("protocol error: received directory without -r");
                default -> throw refused("protocol error: expected control record");
            }
        }
    }

    /** @param record mode, size and name, as {@code C0640 1024 note.txt} has them */
    private void takeFile(String target, String[] record) throws IOException {
        if (record.length < 3 || !record[0].matches("C[0-7]{4}") || !record[1].matches("\\d{1,15}")) {
            throw refused("protocol error: mode not delimited");
        }
        if (record[2].contains("/") || record[2].equals("..") || record[2].equals(".")) {
            throw refused("error: unexpected filename: " + record[2]);
        }
        boolean into = Files.isDirectory(real(target));
        String path = into ? target.replaceFirst("/?$", "/") + record[2] : target;
        try (OutputStream file = Files.newOutputStream(real(path))) {
            line.acknowledge();
            line.copy(Long.parseLong(record[1]), file);
        } catch (FileSystemException cannot) {
            complain("%s: %s".formatted(path, into ? "Permission denied" : "No such file or directory"));
            return;
        }
        line.acknowledged();
        call.session().tookEffect(List.of(call.sgm()));
        line.acknowledge();
    }

    private void give(List<String> paths) throws IOException {
        line.acknowledged();
        for (String path : paths) {
            Path file = real(path);
            if (Files.isRegularFile(file)) {
                giveFile(file);
            } else {
                complain(path + (Files.exists(file) ? ": not a regular file" : ": No such file or directory"));
            }
        }
    }

    private void giveFile(Path file) throws IOException {
        long size = Files.size(file);
        line.send("C0640 %d %s\n".formatted(size, file.getFileName()));
        line.acknowledged();
        try (InputStream bytes = Files.newInputStream(file)) {
            line.copy(bytes);
        }
        line.acknowledge();
        line.acknowledged();
    }

    private Path real(String path) {
        return call.sgm().files().at(path);
    }

    /** A complaint after which the other end goes on with the next file. */
    private void complain(String text) {
        status = 1;
        line.send("\001scp: " + text + "\n");
    }

    private IOException refused(String text) {
        complain(text);
        return new IOException(text);
    }
}
