package io.bywash.terminal;

import io.bywash.evidence.Broken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import net.schmizz.sshj.transport.verification.OpenSSHKnownHosts;
import net.schmizz.sshj.transport.verification.OpenSSHKnownHosts.KnownHostEntry;

/**
 * A file of OpenSSH's {@code known_hosts} form, read anew for each connection.
 *
 * <p>sshj reads the lines and matches the names, hashed ones and patterns too; the decisions are taken here, because sshj
 * accepts a revoked key when another line has it, and tells an unknown key no differently from a changed one.
 */
final class KnownHosts {
    /** A line with a key. A line with a marker is never one that makes a key known. */
    record Line(int number, String marker, String type, String base64, KnownHostEntry entry) {
        boolean isRevoked() {
            return marker.equals("@revoked");
        }

        boolean holds(byte[] key) {
            return Arrays.equals(key, blob());
        }

        byte[] blob() {
            return Base64.getDecoder().decode(base64);
        }
    }

    private final Path file;
    private final List<Line> lines = new ArrayList<>();

    private KnownHosts(Path file) {
        this.file = file;
    }

    /**
     * Reads the file. A line that cannot be read makes no key known; one that revokes a key must be readable.
     *
     * @throws Broken when the file, or a line that revokes a key, cannot be read
     */
    static KnownHosts in(Path file) {
        KnownHosts known = new KnownHosts(file);
        try {
            List<String> text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            for (int index = 0; index < text.size(); index++) {
                known.add(index + 1, text.get(index).strip());
            }
            return known;
        } catch (IOException e) {
            throw new Broken("The known_hosts file %s cannot be read: %s.".formatted(file, e.getMessage()), e);
        }
    }

    private void add(int number, String text) throws IOException {
        if (text.isEmpty() || text.startsWith("#")) {
            return;
        }
        String marker = text.startsWith("@") ? text.split("\\s+")[0] : "";
        for (KnownHostEntry entry : new OpenSSHKnownHosts(new StringReader(text)).entries()) {
            if (entry instanceof OpenSSHKnownHosts.HostEntry) {
                String[] words =
                        entry.getLine().substring(marker.length()).strip().split(" ");
                lines.add(new Line(number, marker, words[1], words[2], entry));
                return;
            }
        }
        if (!marker.isEmpty() && !marker.equals("@cert-authority")) {
            throw new Broken("""
                    Line %d of %s begins with %s and cannot be read, so nobody knows which key it revokes. Nothing was \
                    connected to. Correct the line.""".formatted(number, file, marker));
        }
    }

    /** The lines that speak of a device, without those of certificate authorities, which this product does not ask. */
    List<Line> about(SshEndpoint endpoint) {
        return lines.stream()
                .filter(line -> !line.marker().equals("@cert-authority"))
                .filter(line -> appliesTo(line.entry(), name(endpoint)))
                .toList();
    }

    /** The name of a device as it stands in the file. */
    static String name(SshEndpoint endpoint) {
        String host = endpoint.host().toLowerCase(Locale.ROOT);
        return endpoint.port() == 22 ? host : "[%s]:%d".formatted(host, endpoint.port());
    }

    private static boolean appliesTo(KnownHostEntry entry, String name) {
        try {
            return entry.appliesTo(name);
        } catch (IOException e) {
            throw new Broken("A hashed name of the known_hosts file cannot be read: %s.".formatted(e.getMessage()), e);
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
