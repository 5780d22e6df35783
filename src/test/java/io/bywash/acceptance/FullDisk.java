package io.bywash.acceptance;

import io.bywash.simulator.Act;
import io.bywash.simulator.EmbeddedSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What became of a run whose evidence lies on a disk of so many KiB.
 *
 * @param exit of its process
 * @param said its last words
 * @param unwritten the acts that reached the group, a lease apart, although nothing of them was on the disk before
 * @param outages what the ledger says of traffic that stopped
 */
record FullDisk(int kib, int exit, List<String> said, List<String> unwritten, List<String> outages) {
    private static final Set<Act.Kind> OF_A_LEASE = EnumSet.of(Act.Kind.FILE_MADE, Act.Kind.FILE_REMOVED);

    /** A file system in memory, of that size, that only the run and its shell see; what it holds in the end is kept. */
    private static final String MOUNTED = """
            mkdir -p "$1" && mount -t tmpfs -o size=$0k none "$1" || exit 99
            kept=$2; reports=$1; shift 2
            "$@"; code=$?
            cp -r "$reports" "$kept"
            exit $code
            """;

    /** No file may grow beyond the size; the others still can. */
    private static final String LIMITED = """
            kept=$2; reports=$1; ulimit -f $(($0 * 2)); shift 2
            "$@"; code=$?
            ulimit -f unlimited; cp -r "$reports" "$kept"
            exit $code
            """;

    /** Whether a file system can be mounted here for a test. */
    static boolean mountable() {
        try {
            return new ProcessBuilder("unshare", "-Urm", "sh", "-c", "mount -t tmpfs none /mnt")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchCommand) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Runs stages with their evidence on such a disk. */
    static FullDisk of(Path folder, EmbeddedSettings settings, int kib, boolean mounted, String... stages)
            throws InterruptedException {
        Path kept = folder.resolve("kept");
        try (Site site = new Site(folder, settings);
                Child child = Child.start(before(site, kept, kib, mounted), site, ChildRun.NONE, stages)) {
            int exit = child.end();
            String intended = intended(kept);
            List<String> unwritten = site.group().ledger().acts().stream()
                    .filter(act -> !OF_A_LEASE.contains(act.kind()))
                    .map(Act::line)
                    .filter(line -> !intended.contains("\"line\":\"" + line.strip() + "\""))
                    .toList();
            List<String> outages = site.group().ledger().outages().stream()
                    .map(Object::toString)
                    .toList();
            return new FullDisk(kib, exit, child.said(), unwritten, outages);
        }
    }

    private static List<String> before(Site site, Path kept, int kib, boolean mounted) {
        List<String> shell = List.of(
                "sh",
                "-c",
                mounted ? MOUNTED : LIMITED,
                String.valueOf(kib),
                site.reports().toString(),
                kept.toString());
        return mounted
                ? Stream.concat(Stream.of("unshare", "-Urm"), shell.stream()).toList()
                : shell;
    }

    private static String intended(Path kept) {
        StringBuilder intended = new StringBuilder();
        try (Stream<Path> files = Files.walk(kept)) {
            for (Path history :
                    files.filter(file -> file.endsWith("history.jsonl")).toList()) {
                Files.readString(history)
                        .lines()
                        .filter(line -> line.contains(",\"fact\":\"ActIntended\",") && line.endsWith("}"))
                        .forEach(intended::append);
            }
            return intended.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it was told as passed, in whatever way. */
    boolean passed() {
        return exit == 0 || said.stream().anyMatch(line -> line.contains("PASSED"));
    }

    /** Short, for a message of a test. */
    @Override
    public String toString() {
        return "%d KiB: exit %d, %s".formatted(kib, exit, said.subList(Math.max(0, said.size() - 12), said.size()));
    }
}
