package io.bywash.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The numbers of the runs on each group, given out one after another and none of them twice, whichever processes ask at the
 * same time, and whatever becomes of the directories of the runs.
 *
 * <p>They stand in the file {@code run-numbers} beside the runs: group, kind and number, one a line, in the order given.
 */
public final class RunNumbers {
    /** The name of the file in the reports. */
    public static final String FILE = "run-numbers";

    private RunNumbers() {}

    /**
     * The next number of a run on this group, higher than any that was given out or is kept.
     *
     * @param highestKept the highest number in the histories that are kept
     * @throws Broken when the file cannot be read or written
     */
    public static synchronized int next(Path reports, String group, Fact.TargetKind kind, int highestKept) {
        Path file = reports.resolve(FILE);
        try {
            Files.createDirectories(reports);
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                channel.lock();
                return next(channel, "%s %s ".formatted(group, kind), highestKept);
            }
        } catch (IOException | NumberFormatException e) {
            throw new Broken("""
                    The number of this run cannot be written to %s: %s. Nothing was connected to. Make room, make reports/ \
                    writable, or put the file right: each line is a group, REAL or SIMULATED, and a number.""".formatted(file, e.getMessage()), e);
        }
    }

    private static int next(FileChannel channel, String of, int highestKept) throws IOException {
        int given = text(channel)
                .lines()
                .filter(line -> line.startsWith(of))
                .mapToInt(line -> Integer.parseInt(line.substring(of.length())))
                .max()
                .orElse(0);
        int next = Math.max(given, highestKept) + 1;
        channel.write(ByteBuffer.wrap((of + next + "\n").getBytes(StandardCharsets.UTF_8)), channel.size());
        channel.force(true);
        return next;
    }

    private static String text(FileChannel channel) throws IOException {
        ByteBuffer all = ByteBuffer.allocate((int) channel.size());
        while (all.hasRemaining() && channel.read(all) >= 0) {}
        return new String(all.array(), 0, all.position(), StandardCharsets.UTF_8);
    }
}
