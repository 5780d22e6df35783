package io.bywash.terminal;

import static org.junit.jupiter.api.Assumptions.abort;

import io.bywash.evidence.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * OpenSSH's own server on a port of 127.0.0.1, with host keys, users and rights of its own, in a directory of the test.
 *
 * <p>Users and passwords live in files that nss_wrapper shows to sshd alone, and PAM's rules likewise through pam_wrapper,
 * so nothing of the machine is changed but its record of log-ins. The user {@code admin} is whoever runs the tests, with bash.
 */
final class Sshd implements AutoCloseable {
    static final String PASSWORD = "Open-Sesame-1";
    /** The first code of RFC 4226, appendix D. */
    static final String FIRST_CODE = "755224";

    private static final Random PORTS = new Random();
    private static final Path SERVER = Path.of("/usr/sbin/sshd");
    private static final String LIBRARIES = "/usr/lib/x86_64-linux-gnu";

    private final Path folder;
    private final int port;
    private final Process process;

    private Sshd(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /** Ends the test as skipped, and says so, when this machine lacks a file that it needs. */
    static void needs(String... files) {
        for (String file : files) {
            if (!Files.exists(Path.of(file))) {
                String skipped =
                        "SKIPPED, as this machine has no %s (Debian: openssh-server, libnss-wrapper, libpam-wrapper, libpam-oath)"
                                .formatted(file);
                System.err.println(skipped);
                abort(skipped);
            }
        }
    }

    /** A server with password and key, and these lines of sshd_config before its own. */
    static Sshd start(Path folder, String... config) {
        return start(folder, false, config);
    }

    /** A server that asks in a dialogue, for the password and, where {@code code} is, for a one-time code. */
    static Sshd withPam(Path folder, boolean code) {
        String modules = LIBRARIES + "/pam_wrapper/pam_matrix.so";
        needs(LIBRARIES + "/libpam_wrapper.so", modules);
        String matrix = "required %s passdb=%s".formatted(modules, folder.resolve("passdb"));
        String oath = "";
        if (code) {
            needs("/lib/x86_64-linux-gnu/security/pam_oath.so");
            oath = "auth required pam_oath.so digits=6 window=5 usersfile=%s\n".formatted(folder.resolve("oath"));
            write(folder, "oath", "HOTP admin - 3132333435363738393031323334353637383930\n");
        }
        write(folder, "passdb", "admin:%s:sshd\n".formatted(PASSWORD));
        write(
                folder,
                "pam/sshd",
                "auth %s\n%saccount %s\nsession required pam_permit.so\n".formatted(matrix, oath, matrix));
        return start(folder, true, "PasswordAuthentication no", "KbdInteractiveAuthentication yes");
    }

    private static Sshd start(Path folder, boolean pam, String... config) {
        needs(SERVER.toString(), LIBRARIES + "/libnss_wrapper.so");
        try {
            accounts(folder);
            for (int attempt = 0; attempt < 5; attempt++) {
                Files.deleteIfExists(folder.resolve("log"));
                int port = PORTS.ints(1, 15_000, 32_000).sum(); // Below those that connections are given.
                Process process = start(folder, port, pam, config);
                if (listens(folder, process)) {
                    return new Sshd(folder, port, process);
                }
            }
            throw new IllegalStateException(
                    "sshd did not start: " + read(folder.resolve("out")) + read(folder.resolve("log")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process start(Path folder, int port, boolean pam, String... config) {
        try {
            if (!Files.exists(folder.resolve("host_ed25519"))) {
                keygen(folder.resolve("host_ed25519"), "-t", "ed25519");
            }
            List<String> lines = new ArrayList<>(List.of(config));
            boolean ownKeys = lines.stream().anyMatch(line -> line.startsWith("HostKey "));
            lines.addAll(List.of(
                    "Port " + port,
                    "ListenAddress 127.0.0.1",
                    "PidFile none",
                    "StrictModes no",
                    "PermitRootLogin yes",
                    "KbdInteractiveAuthentication no",
                    "PrintLastLog no",
                    "LogLevel VERBOSE",
                    "MaxStartups 100",
                    "UsePAM " + (pam ? "yes" : "no"),
                    "AuthorizedKeysFile " + folder.resolve("authorized_keys"),
                    lines.contains("Subsystem off /bin/false") ? "" : "Subsystem sftp internal-sftp"));
            if (!ownKeys) {
                lines.add("HostKey " + folder.resolve("host_ed25519"));
            }
            Path file = write(folder, "sshd_config", String.join("\n", lines) + "\n");
            Files.createDirectories(Path.of("/run/sshd"));
            ProcessBuilder builder = new ProcessBuilder(
                    SERVER.toString(),
                    "-D",
                    "-f",
                    file.toString(),
                    "-E",
                    folder.resolve("log").toString());
            builder.environment()
                    .putAll(Map.of(
                            "NSS_WRAPPER_PASSWD", folder.resolve("passwd").toString(),
                            "NSS_WRAPPER_GROUP", folder.resolve("group").toString(),
                            "NSS_WRAPPER_SHADOW", folder.resolve("shadow").toString(),
                            "LD_PRELOAD", "libnss_wrapper.so" + (pam ? " libpam_wrapper.so" : "")));
            if (pam) {
                builder.environment().put("PAM_WRAPPER", "1");
                builder.environment()
                        .put("PAM_WRAPPER_SERVICE_DIR", folder.resolve("pam").toString());
            }
            return builder.redirectErrorStream(true)
                    .redirectOutput(folder.resolve("out").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void accounts(Path folder) throws IOException {
        String ids = run("id", "-u").strip() + ":" + run("id", "-g").strip();
        String hash = run("openssl", "passwd", "-6", PASSWORD).strip();
        Files.createDirectories(folder.resolve("home"));
        write(folder, "passwd", """
                root:x:0:0:root:/root:/bin/bash
                admin:x:%s:admin:%s:/bin/bash
                late:x:%s:late:%s:/bin/bash
                sshd:x:65533:65534::/run/sshd:/usr/sbin/nologin
                """.formatted(ids, folder.resolve("home"), ids, folder.resolve("home")));
        write(folder, "group", "root:x:0:\ntty:x:5:\nnogroup:x:65534:\n");
        write(
                folder,
                "shadow",
                "root:*:19000:0:99999:7:::\nadmin:%s:19000:0:99999:7:::\nsshd:!:19000::::::\n".formatted(hash));
    }

    /** Waits for the server to say that it listens; to knock at its port could be answered by ourselves. */
    private static boolean listens(Path folder, Process process) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < end) {
            boolean alive = process.isAlive();
            if (read(folder.resolve("log")).contains("Server listening on ")) {
                return true;
            }
            if (!alive) {
                return false;
            }
            Thread.onSpinWait();
        }
        process.destroyForcibly();
        return false;
    }

    /** Logs in on the straight way, with nothing old allowed. */
    static SshLink open(SshEndpoint endpoint, Credentials credentials, HostKeys hostKeys) {
        return SshLink.open(endpoint, new SshAccess(credentials, hostKeys));
    }

    SshEndpoint endpoint() {
        return new SshEndpoint("127.0.0.1", port);
    }

    int port() {
        return port;
    }

    /** The keys that a careful person has put into known_hosts. */
    HostKeys known() {
        return HostKeys.knownHosts(write(folder, "known_hosts", knownLine("host_ed25519")));
    }

    /** A line of known_hosts for a host key of this directory. */
    String knownLine(String key) {
        return "[127.0.0.1]:%d %s".formatted(port, read(folder.resolve(key + ".pub")));
    }

    static Credentials password() {
        return Credentials.password("admin", Secret.of(PASSWORD));
    }

    /** What the server has written, with each refused log-in. */
    String log() {
        return read(folder.resolve("log"));
    }

    long failedLogIns() {
        return log().lines()
                .filter(line -> line.startsWith("Failed ") && !line.startsWith("Failed none"))
                .count();
    }

    /** Makes a key pair and gives its private half. */
    static Path keygen(Path file, String... options) {
        List<String> command = new ArrayList<>(List.of("ssh-keygen", "-q", "-f", file.toString()));
        command.addAll(List.of(options));
        if (!command.contains("-N")) {
            command.addAll(List.of("-N", ""));
        }
        run(command.toArray(String[]::new));
        return file;
    }

    /** Lets the public half of this key in. */
    void letIn(Path key) {
        write(folder, "authorized_keys", read(Path.of(key + ".pub")));
    }

    static String fingerprint(Path key) {
        return run("ssh-keygen", "-lf", key + ".pub").split(" ")[1];
    }

    static String run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path write(Path folder, String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
