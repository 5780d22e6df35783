package io.bywash.report;

import io.bywash.custody.DerivedFiles;
import io.bywash.custody.SigningKey;
import io.bywash.evidence.Broken;
import io.bywash.evidence.ExpectedTimes;
import io.bywash.evidence.Fact;
import io.bywash.evidence.HistoryFile;
import io.bywash.evidence.KeptRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes from the history of a run what people look at: {@code timeline.svg}, {@code summary.html}, {@code casts/} and
 * {@code report.html}; last the list of what it made, with its hashes; and the list of all runs beside the directory of the run.
 *
 * <p>It is made once behind a run, into the run's directory, and can be made again at any time into another one.
 */
public final class Evidence {
    /** The page of the Allure report. */
    static final String REPORT = "report.html";

    static final String SUMMARY = "summary.html";
    static final String TIMELINE = "timeline.svg";
    static final String CASTS = "casts";

    private final Path run;
    private final Path into;
    private final HistoryFile history;
    private final List<KeptRun> kept;
    private final List<String> made = new ArrayList<>();

    private Evidence(Path run, Path into) {
        this.run = run;
        this.into = into;
        this.history = HistoryFile.read(run);
        this.kept = KeptRun.all(beside(run));
    }

    /**
     * Makes it all, and {@link DerivedFiles#FILE}, which says what was made.
     *
     * @param distribution the directory of the Allure distribution
     * @param run the directory of a run
     * @param into where to; the directory of the run when empty
     * @param signWith the site's key, which the list of what was made is signed with
     * @return the report
     * @throws Broken when the one is no run, or the other holds evidence already, or something cannot be written
     */
    public static Path make(Path distribution, Path run, Optional<Path> into, Optional<SigningKey> signWith) {
        refuse(run, into);
        try {
            Evidence evidence = new Evidence(run, Files.createDirectories(into.orElse(run)));
            evidence.make(new AllureGenerator(distribution));
            evidence.keep(DerivedFiles.FILE, DerivedFiles.envelope(run, evidence.into, evidence.made, signWith));
            if (into.isEmpty()) {
                RunsPage.write(beside(run));
            }
            return evidence.into.resolve(REPORT);
        } catch (IOException e) {
            throw new Broken("The evidence of %s cannot be made: %s.".formatted(run, e), e);
        }
    }

    /** Where the other runs are. */
    private static Path beside(Path run) {
        return run.toAbsolutePath().normalize().getParent();
    }

    private static void refuse(Path run, Optional<Path> into) {
        if (!Files.exists(run.resolve(HistoryFile.NAME))) {
            throw new Broken(
                    "%s is no directory of a run: there is no %s in it. Give one that has it, for example -Dbywash.run=reports/2026-11-22T193753Z-north-gate-chassisA."
                            .formatted(run, HistoryFile.NAME));
        }
        Path there = into.orElse(run);
        if (Files.exists(there.resolve(REPORT))) {
            throw new Broken(
                    "%s has a %s already, and evidence is never overwritten. Name another directory: -Dbywash.into=target/again."
                            .formatted(there, REPORT));
        }
    }

    private void make(AllureGenerator generator) throws IOException {
        Map<String, String> pictures = pictures();
        Files.createDirectories(into.resolve(CASTS));
        for (Map.Entry<String, String> cast : Casts.of(history).entrySet()) {
            keep(CASTS + "/" + cast.getKey(), cast.getValue());
        }
        Path work = Files.createTempDirectory("bywash-report");
        try {
            Path results = work.resolve("results");
            AllureResults.write(history, kept, pictures, results);
            String page = generator.page(results, AllureResults.title(history), work.resolve("page"));
            keep(REPORT, OnePage.of(page));
        } finally {
            delete(work);
        }
    }

    /** Draws what shows the whole run on one page each, keeps it, and gives it by the name the report has for it. */
    private Map<String, String> pictures() throws IOException {
        Map<String, String> pictures = new LinkedHashMap<>();
        String timeline = Timeline.svg(history);
        keep(TIMELINE, timeline);
        pictures.put("timeline", timeline);
        Fact.RunStarted started = new RunInSteps(history).started();
        String summary =
                Summary.html(history, new ReportContext(Optional.of(timeline), ExpectedTimes.of(started, kept)));
        keep(SUMMARY, summary);
        pictures.put("summary", summary);
        return pictures;
    }

    /** A file is there whole or not at all. */
    private void keep(String file, String content) throws IOException {
        Path begun = into.resolve(file + ".part");
        Files.writeString(begun, Readable.of(content));
        Files.move(begun, into.resolve(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        made.add(file);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
