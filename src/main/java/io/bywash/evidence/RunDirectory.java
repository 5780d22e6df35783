package io.bywash.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * The directory that one run leaves under {@code reports/}: written once, never edited.
 *
 * <p>{@code history.jsonl} holds every fact, one a line, in the order it happened, written out as it happens.
 * What is about to be sent is on the disk itself before it goes out, so that the next run knows of it whatever comes
 * between.
 */
public final class RunDirectory implements Consumer<Fact>, AutoCloseable {
    private static final DateTimeFormatter START =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path path;
    private final FileChannel history;

    private RunDirectory(Path path, FileChannel history) {
        this.path = path;
        this.history = history;
    }

    /** Makes the directory {@code <UTC start>-<group>-<stage>} for a run that begins now, or that name with a number. */
    public static RunDirectory create(Path reports, Instant start, String group, String stage) {
        String name = "%s-%s-%s".formatted(START.format(start), group, stage);
        Path path = reports.resolve(name);
        try {
            Files.createDirectories(reports);
            for (int run = 2; Files.exists(path); run++) {
                path = reports.resolve(name + "-" + run);
            }
            Files.createDirectory(path);
            return new RunDirectory(
                    path,
                    FileChannel.open(
                            path.resolve(Journal.HISTORY), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw new Broken(
                    "The directory %s for the evidence of this run cannot be made: %s. Nothing was sent. Make room, or make reports/ writable."
                            .formatted(path, e.getMessage()),
                    e);
        }
    }

    public Path path() {
        return path;
    }

    /** Keeps a few lines of text in a file of their own, beside the history. */
    public void keep(String file, List<String> lines) {
        try {
            Files.write(path.resolve(file), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void accept(Fact fact) {
        try {
            ByteBuffer line = StandardCharsets.UTF_8.encode("{\"fact\":\"%s\",%s\n"
                    .formatted(
                            fact.getClass().getSimpleName(),
                            JSON.writeValueAsString(fact).substring(1)));
            while (line.hasRemaining()) {
                history.write(line);
            }
            if (fact instanceof Fact.ActIntended || fact instanceof Fact.ActEnded) {
                history.force(false);
            }
        } catch (IOException e) {
            throw new Broken(
                    "The evidence in %s cannot be written: %s. The run ends here, because a run without evidence proves nothing."
                            .formatted(path, e.getMessage()),
                    e);
        }
    }

    @Override
    public void close() {
        try {
            history.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
