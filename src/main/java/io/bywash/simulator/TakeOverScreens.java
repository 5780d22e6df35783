package io.bywash.simulator;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What is shown of the synchronisation and of the policy, where faults can lay hold of it. */
final class TakeOverScreens {
    private final List<Oddity> oddities = new CopyOnWriteArrayList<>();

    /** What is odd about these screens. */
    interface Oddity {
        /** What an SGM says of its synchronisation instead of the usual. */
        default String synchronisation(SimulatedSgm sgm, String usual) {
            return usual;
        }

        /** Whether an SGM has a row in the table of the policy. */
        default boolean inTheTable(SimulatedSgm sgm) {
            return true;
        }

        /** How much longer an answer takes. */
        default Duration longer() {
            return Duration.ZERO;
        }
    }

    void add(Oddity oddity) {
        oddities.add(oddity);
    }

    String synchronisation(SimulatedSgm sgm, String usual) {
        String said = usual;
        for (Oddity oddity : oddities) {
            said = oddity.synchronisation(sgm, said);
        }
        return said;
    }

    boolean inTheTable(SimulatedSgm sgm) {
        return oddities.stream().allMatch(oddity -> oddity.inTheTable(sgm));
    }

    Duration longer() {
        return oddities.stream().map(Oddity::longer).reduce(Duration.ZERO, Duration::plus);
    }
}
