package io.bywash.cluster;

import io.bywash.evidence.Sha256;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What identifies a process for certain, as Linux tells it: a number alone is given again, in every PID namespace and after
 * every boot.
 *
 * @param host its name, in one word
 * @param machine twelve characters that stand for {@code /etc/machine-id}
 * @param boot twelve characters that stand for {@code /proc/sys/kernel/random/boot_id}
 * @param namespace the number of its PID namespace
 * @param number its number in that namespace
 * @param start when it began, in clock ticks since the boot, which no setting of the clock changes
 */
public record ProcessIdentity(String host, String machine, String boot, String namespace, long number, String start) {
    /** What stands for a fact that the operating system does not give. */
    static final String UNKNOWN = "unknown";

    /** The PID namespace that a machine boots with, which no container is in (Linux, {@code PROC_PID_INIT_INO}). */
    static final String FIRST_NAMESPACE = "4026531836";

    private static final Path PROC = Path.of("/proc");

    /** The process that asks. */
    public static ProcessIdentity here() {
        long number = ProcessHandle.current().pid();
        return new ProcessIdentity(
                hostName(),
                shortened(firstLine(Path.of("/etc/machine-id"))),
                shortened(firstLine(PROC.resolve("sys/kernel/random/boot_id"))),
                ownNamespace(),
                number,
                startOf(number));
    }

    /**
     * Whether this process is certainly over. False where that cannot be known: on another machine, in another PID
     * namespace, or where the operating system does not tell.
     *
     * @param here the process that asks
     */
    boolean isOverAsSeenFrom(ProcessIdentity here) {
        boolean known = !host.equals(UNKNOWN)
                && !machine.equals(UNKNOWN)
                && !boot.equals(UNKNOWN)
                && !namespace.equals(UNKNOWN)
                && !start.equals(UNKNOWN);
        if (!known || !host.equals(here.host) || !machine.equals(here.machine)) {
            return false;
        }
        return boot.equals(here.boot)
                ? namespace.equals(here.namespace) && !start.equals(startOf(number))
                : namespace.equals(FIRST_NAMESPACE) && here.namespace.equals(FIRST_NAMESPACE);
    }

    private static String hostName() {
        try {
            String name = InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9-]+", ".");
            String word = name.replaceAll("^[.-]+|[.-]+$", "");
            return word.isEmpty() ? UNKNOWN : word.substring(0, Math.min(word.length(), 60));
        } catch (UnknownHostException e) {
            return UNKNOWN;
        }
    }

    private static String ownNamespace() {
        try {
            String number = Files.readSymbolicLink(PROC.resolve("self/ns/pid"))
                    .toString()
                    .replaceAll("\\D", "");
            return number.isEmpty() ? UNKNOWN : number;
        } catch (IOException | UnsupportedOperationException e) {
            return UNKNOWN;
        }
    }

    /** The 22nd field of {@code /proc/<number>/stat}, counted behind the name in brackets, which may hold blanks. */
    private static String startOf(long number) {
        String stat = firstLine(PROC.resolve(number + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        return fields.length > 19 ? fields[19] : UNKNOWN;
    }

    private static String firstLine(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1)
                    .lines()
                    .findFirst()
                    .orElse("")
                    .strip();
        } catch (IOException e) {
            return "";
        }
    }

    private static String shortened(String identity) {
        return identity.isEmpty() ? UNKNOWN : Sha256.of(identity).substring(0, 12);
    }
}
