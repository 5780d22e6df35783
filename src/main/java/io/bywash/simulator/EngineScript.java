package io.bywash.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the Update Service Engine says about an SGM as its task goes on (REFERENCE 3.3, words D; moments I, after the
 * captured import and install).
 *
 * <p>The words just before an SGM reboots were never captured, and none of the uninstall's were; those here are made up
 * after the pattern of the others.
 */
final class EngineScript {
    private static final EngineScript IMPORTING = new EngineScript(List.of(
            words(0, "Initiating package import..."),
            words(2, "Verifying disk space..."),
            words(3, "Disk space is available"),
            words(4, "Transferring package..."),
            words(10, "Package was transferred successfully"),
            words(11, "Importing package...")));
    private static final EngineScript VERIFYING = new EngineScript(List.of(
            words(0, "Initiating package verification..."),
            words(2, "Package is ready for verification"),
            words(3, "Verifying package..."),
            new Part(seconds(4), "Validating Install:", 0, 25, seconds(1))));

    private final List<Part> parts;

    /** One sentence from a moment on; with a step, its percentage grows by so much each time the step has passed. */
    private record Part(Duration start, String words, int percent, int growth, Duration step) {

        String at(Duration elapsed) {
            if (step.isZero()) {
                return percent < 0 ? words : "%-30s%d%%".formatted(words, percent);
            }
            long steps = elapsed.minus(start).dividedBy(step);
            return "%-30s%d%%".formatted(words, Math.min(99, percent + growth * steps));
        }

        Optional<Duration> nextChangeAfter(Duration elapsed) {
            return step.isZero()
                    ? Optional.empty()
                    : Optional.of(
                            start.plus(step.multipliedBy(elapsed.minus(start).dividedBy(step) + 1)));
        }
    }

    private EngineScript(List<Part> parts) {
        this.parts = parts;
    }

    static EngineScript of(CpuseTask.Kind kind, Duration length) {
        return switch (kind) {
            case IMPORT -> IMPORTING;
            case VERIFY -> VERIFYING;
            case INSTALL ->
                new EngineScript(List.of(
                        words(0, "Installing package..."),
                        new Part(seconds(5), "Preparing Installation:", 0, 0, Duration.ZERO),
                        new Part(seconds(7), "Extracting Bundle:", 1, 0, Duration.ZERO),
                        new Part(seconds(11), "Reading Configuration:", 5, 0, Duration.ZERO),
                        new Part(seconds(13), "Validating Install:", 7, 0, Duration.ZERO),
                        new Part(
                                seconds(20),
                                "Installing:",
                                10,
                                1,
                                length.minus(seconds(20)).dividedBy(90))));
            case UNINSTALL ->
                new EngineScript(List.of(
                        words(0, "Uninstalling package..."),
                        new Part(
                                seconds(10),
                                "Uninstalling:",
                                5,
                                1,
                                length.minus(seconds(10)).dividedBy(95))));
        };
    }

    String at(Duration elapsed) {
        return current(elapsed).map(part -> part.at(elapsed)).orElse("");
    }

    /** When the percentage of the last part is so much. */
    Duration reaches(int percent) {
        Part last = parts.get(parts.size() - 1);
        return last.start().plus(last.step().multipliedBy(Math.max(0, percent - last.percent()) / last.growth()));
    }

    Optional<Duration> nextChangeAfter(Duration elapsed) {
        Optional<Duration> nextPart = parts.stream()
                .map(Part::start)
                .filter(start -> start.compareTo(elapsed) > 0)
                .findFirst();
        return nextPart.or(() -> current(elapsed).flatMap(part -> part.nextChangeAfter(elapsed)));
    }

    private Optional<Part> current(Duration elapsed) {
        return parts.stream()
                .filter(part -> part.start().compareTo(elapsed) <= 0)
                .reduce((earlier, later) -> later);
    }

    private static Part words(int second, String words) {
        return new Part(seconds(second), words, -1, 0, Duration.ZERO);
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
