package io.bywash.simulator;

import java.time.Duration;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the Update Service Engine says about an SGM as its task goes on (REFERENCE 3.3, words D; moments I, after the
 * captured import and install).
 *
 * <p>The words just before an SGM reboots were never captured, and none of the uninstall's were; those here are made up
 * after the pattern of the others.
 */
final class EngineScript {
    private final NavigableMap<Duration, String> lines = new TreeMap<>();

    private EngineScript() {}

    static EngineScript of(CpuseTask.Kind kind, Duration length) {
        EngineScript script = new EngineScript();
        switch (kind) {
            case IMPORT -> script.importing();
            case VERIFY -> script.verifying();
            case INSTALL -> script.installing(length);
            case UNINSTALL -> script.uninstalling(length);
        }
        return script;
    }

    String at(Duration elapsed) {
        Entry<Duration, String> line = lines.floorEntry(elapsed);
        return line == null ? "" : line.getValue();
    }

    Optional<Duration> nextChangeAfter(Duration elapsed) {
        return Optional.ofNullable(lines.higherKey(elapsed));
    }

    private void importing() {
        from(0, "Initiating package import...");
        from(2, "Verifying disk space...");
        from(3, "Disk space is available");
        from(4, "Transferring package...");
        from(10, "Package was transferred successfully");
        from(11, "Importing package...");
    }

    private void verifying() {
        from(0, "Initiating package verification...");
        from(2, "Package is ready for verification");
        from(3, "Verifying package...");
        for (int percent = 0; percent < 100; percent += 25) {
            percent(Duration.ofMillis(4000 + 40L * percent), "Validating Install:", percent);
        }
    }

    private void installing(Duration length) {
        from(0, "Installing package...");
        percent(Duration.ofSeconds(5), "Preparing Installation:", 0);
        percent(Duration.ofSeconds(7), "Extracting Bundle:", 1);
        percent(Duration.ofSeconds(11), "Reading Configuration:", 5);
        percent(Duration.ofSeconds(13), "Validating Install:", 7);
        percents("Installing:", 10, Duration.ofSeconds(20), length);
    }

    private void uninstalling(Duration length) {
        from(0, "Uninstalling package...");
        percents("Uninstalling:", 5, Duration.ofSeconds(10), length);
    }

    private void percents(String label, int first, Duration start, Duration end) {
        Duration step = end.minus(start).dividedBy(100 - first);
        for (int percent = first; percent < 100; percent++) {
            percent(start.plus(step.multipliedBy(percent - first)), label, percent);
        }
    }

    private void percent(Duration offset, String label, int percent) {
        lines.put(offset, "%-30s%d%%".formatted(label, percent));
    }

    private void from(int second, String words) {
        lines.put(Duration.ofSeconds(second), words);
    }
}
