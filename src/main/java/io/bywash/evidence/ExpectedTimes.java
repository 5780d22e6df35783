package io.bywash.evidence;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long the steps of a run are expected to take, by the earlier runs that are like it: on the same group, of the same
 * kind, with as many SGMs and at the same pace.
 *
 * <p>They are times of the clock, as a run takes them; those of a simulated run are not yet multiplied with its pace.
 */
public final class ExpectedTimes {
    /** Nothing is expected. */
    public static final ExpectedTimes NONE = new ExpectedTimes(Map.of(), List.of());

    private static final int FEWEST = 3;
    private static final int MOST = 20;

    private final Map<String, List<Duration>> took;
    private final List<String> skipped;

    /**
     * What is expected.
     *
     * @param usual the median; of an even number the longer of the two in the middle
     * @param runs how many runs it is taken from, at least three
     */
    public record Expected(Duration usual, Duration longest, int runs) {
        /** What several runs took; empty when there are fewer than three. */
        public static Optional<Expected> of(Collection<Duration> took) {
            List<Duration> sorted = took.stream().sorted().toList();
            return sorted.size() < FEWEST
                    ? Optional.empty()
                    : Optional.of(
                            new Expected(sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1), sorted.size()));
        }

        @Override
        public String toString() {
            return "usually %s, at most %s in %d runs".formatted(Console.told(usual), Console.told(longest), runs);
        }
    }

    private ExpectedTimes(Map<String, List<Duration>> took, List<String> skipped) {
        this.took = took;
        this.skipped = List.copyOf(skipped);
    }

    /**
     * What is expected of a run by those whose evidence is kept here: by the last twenty that are like it. Of the others no
     * more is read than how they began.
     */
    public static ExpectedTimes before(Fact.RunStarted run, Path reports) {
        try {
            return of(
                    run,
                    KeptRun.directories(reports).stream()
                            .map(directory -> new Earlier(directory, KeptRun.began(directory)))
                            .filter(earlier -> earlier.mayBeLike(run))
                            .sorted(Comparator.comparing(Earlier::number).reversed())
                            .limit(MOST)
                            .map(earlier -> KeptRun.read(earlier.directory()))
                            .toList());
        } catch (Broken e) {
            return new ExpectedTimes(Map.of(), List.of(e.getMessage()));
        }
    }

    /** A run of which only the beginning was read; where that cannot be, its name says which group it was on. */
    private record Earlier(Path directory, Optional<Fact.RunStarted> began) {
        boolean mayBeLike(Fact.RunStarted run) {
            return began.map(earlier -> alike(earlier, run))
                    .orElse(directory.getFileName().toString().contains("-%s-".formatted(run.group())));
        }

        int number() {
            return began.map(Fact.RunStarted::number).orElse(0);
        }
    }

    /** What is expected of a run by the last twenty of some others that are like it and were made before it. */
    public static ExpectedTimes of(Fact.RunStarted run, Collection<KeptRun> kept) {
        Map<String, List<Duration>> took = new HashMap<>();
        kept.stream()
                .filter(earlier ->
                        earlier.started().filter(begun -> alike(begun, run)).isPresent())
                .sorted(Comparator.comparing((KeptRun earlier) ->
                                earlier.started().orElseThrow().number())
                        .reversed())
                .limit(MOST)
                .flatMap(earlier -> earlier.steps().stream())
                .filter(step -> step.outcome() == Outcome.PASSED)
                .forEach(step ->
                        took.computeIfAbsent(step.id(), id -> new ArrayList<>()).add(step.took()));
        List<String> skipped = kept.stream()
                .map(KeptRun::unreadable)
                .filter(why -> !why.isEmpty())
                .map(why -> why + " It says nothing of how long a step takes.")
                .toList();
        return new ExpectedTimes(took, skipped);
    }

    private static boolean alike(Fact.RunStarted earlier, Fact.RunStarted run) {
        return earlier.number() < run.number()
                && earlier.group().equals(run.group())
                && earlier.target() == run.target()
                && earlier.gear().sgms().size() == run.gear().sgms().size()
                && earlier.settings().pace() == run.settings().pace();
    }

    /** What is expected of a step, by its id, such as {@code 3.F}; empty when it has passed in fewer than three runs. */
    public Optional<Expected> ofStep(String id) {
        return Expected.of(took.getOrDefault(id, List.of()));
    }

    /** The runs that could not be read, a sentence each. */
    public List<String> skipped() {
        return skipped;
    }
}
