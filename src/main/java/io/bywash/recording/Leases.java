package io.bywash.recording;

import io.bywash.cluster.Lease;
import io.bywash.evidence.Fact;
import io.bywash.evidence.HistoryFile;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** The leases that a recording tells of. */
final class Leases {
    private Leases() {}

    /** Those that stand in a text as a word of it. */
    static Stream<String> in(String text) {
        return Arrays.stream(text.split("\\s+"))
                .filter(word -> Lease.parse(word).isPresent());
    }

    /** Whether our own machine said something about a lease. */
    static boolean tells(Fact.LocalAnswer said) {
        return in(said.question()).findAny().isPresent();
    }

    /** The lease of another run that the recorded one passed over because that run was over on the same host. */
    static Optional<String> leftBehind(HistoryFile run) {
        return run.facts().stream()
                .filter(Fact.LocalAnswer.class::isInstance)
                .map(Fact.LocalAnswer.class::cast)
                .filter(said -> Boolean.parseBoolean(said.answer()))
                .flatMap(said -> in(said.question()))
                .findFirst();
    }
}
