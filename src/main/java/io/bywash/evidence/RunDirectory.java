package io.bywash.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The directory that one run leaves under {@code reports/}: written once, never edited.
 *
 * <p>{@code history.jsonl} holds every fact, one a line, in the order it happened, written out as it happens. What is
 * about to be sent is on the disk itself before it goes out, so that the next run knows of it whatever comes between. When
 * a fact cannot be written, the evidence is lost: that fact and every later one is answered with {@link Broken}, so that
 * nothing can be sent any more; once {@link #onlyTelling} says that the run has ended, only the intent of an act still is.
 */
public final class RunDirectory implements Consumer<Fact>, AutoCloseable {
    /** The file that says how the run ended; a directory without it is that of a run that is under way, or that died. */
    public static final String RESULT = "result.json";

    private static final DateTimeFormatter START =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path path;
    private final FileChannel history;
    private Optional<String> lost = Optional.empty();
    private boolean onlyTelling;
    private long writing;
    private String head = HistoryFile.NOTHING;
    private LongSupplier nanos = () -> 0;
    private Redaction redaction = new Redaction();

    RunDirectory(Path path, FileChannel history) {
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
                            path.resolve(HistoryFile.NAME), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
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

    /** From now on keeps every fact of this history, in its time; it has no secrets. */
    public void follow(History history) {
        nanos = history::nanos;
        redaction = history.redaction();
        history.follow(this);
    }

    /** The hash of the last line that was written, which stands for the whole history. */
    public String head() {
        return head;
    }

    /** How long writing the history has taken so far. */
    public Duration writing() {
        return Duration.ofNanos(writing);
    }

    /** Why the evidence is not whole, as a paragraph; empty while everything could be written. */
    public Optional<String> lost() {
        return lost;
    }

    /** The run has ended, and nothing is sent any more: from now on what cannot be written is left out. */
    public void onlyTelling() {
        onlyTelling = true;
    }

    /**
     * Keeps a few lines of text in a file of their own, beside the history.
     *
     * <p>The file is there whole or not at all; that it is not there makes the evidence lost.
     */
    public void keep(String file, List<String> lines) {
        write(file, String.join("\n", lines.stream().map(redaction::of).toList()) + "\n");
    }

    /**
     * Keeps what is made of the closed history in a file of its own, whole or not at all; nothing while evidence is lost.
     * No secret is in the history, so none is looked for in what is made of it, where base64 might look like one.
     *
     * @param made the content; that it cannot be made makes the evidence lost
     */
    public void keepOfHistory(String file, Supplier<String> made) {
        if (lost.isPresent()) {
            return;
        }
        try {
            write(file, made.get());
        } catch (Broken e) {
            lost = Optional.of(e.getMessage());
        }
    }

    /** Takes a file away that says more than is so, as far as that is possible. */
    public void forget(String file) {
        forget(path.resolve(file));
    }

    /** Keeps how a run ended whose evidence is lost as {@code result.json}, whole or not at all, as far as that is possible. */
    public void keep(RunResult result) {
        write(RESULT, redaction.in(result).text());
    }

    private void write(String file, String text) {
        Path begun = path.resolve(file + ".part");
        try {
            Files.write(begun, text.getBytes(StandardCharsets.UTF_8));
            Files.move(begun, path.resolve(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            lose(e);
            forget(begun);
        }
    }

    private static void forget(Path begun) {
        try {
            Files.deleteIfExists(begun);
        } catch (IOException e) {
            // Without the result, which is written last, nobody takes the run for one that has ended.
        }
    }

    /** A history with a hole is not continued: what comes after the hole would look as if nothing were missing. */
    @Override
    public void accept(Fact fact) {
        if (lost.isEmpty()) {
            long began = System.nanoTime();
            write(fact);
            writing += System.nanoTime() - began;
        }
        if (lost.isPresent() && (!onlyTelling || fact instanceof Fact.ActIntended)) {
            throw new Broken(lost.get());
        }
    }

    private void write(Fact fact) {
        try {
            String text = HistoryFile.line(head, nanos.getAsLong(), fact);
            ByteBuffer line = StandardCharsets.US_ASCII.encode(text + "\n");
            while (line.hasRemaining()) {
                history.write(line);
            }
            head = HistoryFile.hash(text);
            if (fact instanceof Fact.ActIntended || fact instanceof Fact.ActEnded) {
                history.force(false);
            }
        } catch (IOException e) {
            lose(e);
        }
    }

    private void lose(IOException e) {
        String reason = e instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : e instanceof NoSuchFileException ? "the directory is gone" : e.getMessage();
        lost = lost.or(() -> Optional.of(
                "The evidence in %s cannot be written: %s. Nothing more is sent, because a run without evidence proves nothing. What the console shows is the only evidence: keep it."
                        .formatted(path, reason)));
    }

    /** Closes the history; that it cannot be closed makes the evidence lost. */
    @Override
    public void close() {
        try {
            history.close();
        } catch (IOException e) {
            lose(e);
        }
    }
}
