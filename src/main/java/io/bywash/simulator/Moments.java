package io.bywash.simulator;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who waits for which moment in a group. */
final class Moments {
    private final List<Watch> watches = new CopyOnWriteArrayList<>();

    /** Calls {@code then} once, at the moment described. */
    void await(When when, SimulatedGroup group, Consumer<Moment> then) {
        watches.add(new Watch(when, group, then));
    }

    void happened(Moment moment) {
        watches.forEach(watch -> watch.look(moment));
    }

    private final class Watch {
        private final When when;
        private final SimulatedGroup group;
        private final Consumer<Moment> then;
        private int left;

        Watch(When when, SimulatedGroup group, Consumer<Moment> then) {
            this.when = when;
            this.group = group;
            this.then = then;
            this.left = when.nth();
        }

        void look(Moment moment) {
            if (when.matches(moment, group) && isTheOne()) {
                then.accept(moment);
            }
        }

        private synchronized boolean isTheOne() {
            if (--left != 0) {
                return false;
            }
            watches.remove(this);
            return true;
        }
    }
}
