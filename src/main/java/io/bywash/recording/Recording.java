package io.bywash.recording;

import io.bywash.evidence.Broken;
import io.bywash.evidence.Fact;
import io.bywash.evidence.HistoryFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What went over the lines in one run, or in several one after another, with the times and without secrets.
 *
 * <p>A file of it has the form of a history, and only those of its facts that a run on the recording needs. Each run begins
 * with {@link Fact.RunStarted}.
 *
 * @param runs at least one, in the order they were made
 */
public record Recording(List<HistoryFile> runs) {
    public Recording {
        runs = List.copyOf(runs);
    }

    /**
     * Reads a file.
     *
     * @throws Broken when it cannot be read or is no recording
     */
    public static Recording in(Path file) {
        HistoryFile whole = HistoryFile.in(file);
        List<List<HistoryFile.Entry>> runs = new ArrayList<>();
        for (HistoryFile.Entry entry : whole.entries()) {
            if (entry.fact() instanceof Fact.RunStarted) {
                runs.add(new ArrayList<>());
            }
            if (runs.isEmpty()) {
                break;
            }
            runs.get(runs.size() - 1).add(entry);
        }
        if (runs.isEmpty()) {
            throw new Broken(
                    "%s does not begin with the start of a run, so it is no recording. A recording is made of the directory of a run: mvn -q compile exec:exec@record -Dbywash.run=reports/RUN"
                            .formatted(file));
        }
        whole.brokenAt().ifPresent(line -> {
            throw new Broken(
                    "Line %d of %s does not begin with the hash of the line before: somebody changed the recording, so it says nothing about a device. Ask for the file as it was handed over."
                            .formatted(line, file));
        });
        return new Recording(runs.stream().map(Recording::run).toList());
    }

    private static HistoryFile run(List<HistoryFile.Entry> entries) {
        return new HistoryFile(
                List.copyOf(entries), entries.get(entries.size() - 1).fact() instanceof Fact.RunFinished);
    }

    /**
     * Writes it.
     *
     * @throws Broken when there is such a file already, or it cannot be written
     */
    public void write(Path file) {
        if (Files.exists(file)) {
            throw new Broken(
                    "%s is there already, and nothing is written over. Take it away, or name another with -Dbywash.into."
                            .formatted(file));
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file,
                    HistoryFile.text(
                            runs.stream().flatMap(run -> run.entries().stream()).toList()));
        } catch (IOException e) {
            throw new Broken("The recording %s cannot be written: %s.".formatted(file, e.getMessage()), e);
        }
    }

    /** Whether something in it was not recorded on a device, but on the embedded group or on another recording. */
    public boolean isOfNoDevice() {
        return runs.stream().anyMatch(run -> started(run).target() == Fact.TargetKind.SIMULATED);
    }

    /** The first fact of a run of it. */
    static Fact.RunStarted started(HistoryFile run) {
        return (Fact.RunStarted) run.facts().get(0);
    }
}
