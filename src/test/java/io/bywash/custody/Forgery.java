package io.bywash.custody;

import io.bywash.evidence.HistoryFile;
import io.bywash.evidence.Sha256;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What somebody does with a history who knows how it is chained. */
final class Forgery {
    private static final int HASH = "{\"before\":\"".length();

    private final Path run;
    private List<String> lines;

    private Forgery(Path run) {
        this.run = run;
        this.lines = new ArrayList<>(
                SampleRun.read(run.resolve(HistoryFile.NAME)).lines().toList());
    }

    static Forgery of(Path run) {
        return new Forgery(run);
    }

    List<String> lines() {
        return lines;
    }

    Forgery replace(String words, String instead) {
        lines.replaceAll(line -> line.replace(words, instead));
        return this;
    }

    /** Takes the lines out that hold these words. */
    Forgery without(String words) {
        lines.removeIf(line -> line.contains(words));
        return this;
    }

    /** Writes the history with a chain that holds again. */
    Forgery write() {
        String before = HistoryFile.NOTHING;
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            String chained = line.substring(0, HASH) + before + line.substring(HASH + before.length());
            text.append(chained).append('\n');
            before = Sha256.of(chained + "\n");
        }
        SampleRun.write(run.resolve(HistoryFile.NAME), text.toString());
        return this;
    }

    /** Writes the history so, and everything that says something of it. */
    void makeAllAnew(Optional<SigningKey> key) {
        write();
        SampleRun.makeStatementAnew(run, key);
        SampleRun.makeResultAnew(run);
        SampleRun.makeDerivedAnew(run, key);
    }
}
