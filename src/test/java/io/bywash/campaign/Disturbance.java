package io.bywash.campaign;

import io.bywash.simulator.FaultKind;
import io.bywash.simulator.Faults;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A fault at which a person shrugs, and the seeds with which its dice fall so.
 *
 * @param seeds with this fault alone
 */
record Disturbance(FaultKind kind, List<OneSeed> seeds) {
    private static final long SEEDS_TRIED = 1000;

    /** All that the embedded group knows, with so many seeds each. */
    static List<Disturbance> all(int times) {
        return Faults.all().stream()
                .map(kind -> new Disturbance(
                        kind,
                        LongStream.rangeClosed(1, SEEDS_TRIED)
                                .mapToObj(seed -> OneSeed.of(seed, kind.name()))
                                .filter(OneSeed::harmless)
                                .limit(times)
                                .toList()))
                .filter(one -> !one.seeds().isEmpty())
                .toList();
    }

    /** The first seed of each, then the second of each and so on: some keep the machine busy, and are not made all at once. */
    static List<OneSeed> inTurn(List<Disturbance> disturbances) {
        int most =
                disturbances.stream().mapToInt(one -> one.seeds().size()).max().orElse(0);
        return IntStream.range(0, most)
                .boxed()
                .flatMap(turn -> disturbances.stream()
                        .filter(one -> turn < one.seeds().size())
                        .map(one -> one.seeds().get(turn)))
                .toList();
    }
}
