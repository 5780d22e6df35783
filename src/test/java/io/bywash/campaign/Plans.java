package io.bywash.campaign;

import io.bywash.simulator.FaultPlan;
import java.util.List;
import java.util.stream.LongStream;

/** Plans whose dice fell in a certain way. */
public final class Plans {
    private Plans() {}

    /** The first plan of these faults whose text tells of this place, such as {@code SGM 1 of chassis1}. */
    public static FaultPlan telling(String place, String... faults) {
        return LongStream.range(0, 10_000)
                .mapToObj(seed -> FaultPlan.of(seed, List.of(faults)))
                .filter(plan -> plan.toString().contains(place))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("No plan of %s tells of '%s'.".formatted(List.of(faults), place)));
    }
}
