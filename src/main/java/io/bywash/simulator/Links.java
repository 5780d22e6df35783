package io.bywash.simulator;

import io.bywash.group.SgmId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The connections that are open to the SGMs, and the ones that will be cut because the SMO moved away from under them
 * (REFERENCE 6 no. 11, D).
 */
final class Links {
    private final List<Link> open = new CopyOnWriteArrayList<>();
    private final List<Map.Entry<Instant, SgmId>> leaving = new ArrayList<>();

    void opened(Link link) {
        open.add(link);
    }

    void closed(Link link) {
        open.remove(link);
    }

    /** The SGM went away with everything on it. */
    void cutAllTo(SgmId sgm) {
        open.stream().filter(link -> link.to().equals(sgm)).forEach(Link::cut);
    }

    /** The connections from outside. */
    List<Link> fromOutside() {
        return open.stream().filter(Link::management).toList();
    }

    /** The management address leaves this SGM; the connections through it follow at {@code when}. */
    synchronized void leave(SgmId formerSmo, Instant when) {
        leaving.add(Map.entry(when, formerSmo));
    }

    synchronized Optional<Instant> nextCut() {
        return leaving.stream().map(Map.Entry::getKey).min(Instant::compareTo);
    }

    /** Cuts what is due; whether there was anything. */
    synchronized boolean cutUntil(Instant now) {
        List<Map.Entry<Instant, SgmId>> due =
                leaving.stream().filter(entry -> !entry.getKey().isAfter(now)).toList();
        leaving.removeAll(due);
        due.forEach(entry -> open.stream()
                .filter(link -> link.management() && link.to().equals(entry.getValue()))
                .forEach(Link::cut));
        return !due.isEmpty();
    }
}
