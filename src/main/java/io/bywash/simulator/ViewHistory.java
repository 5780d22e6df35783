package io.bywash.simulator;

import java.time.Instant;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What the group looked like, moment by moment, as far back as a screen may lag. */
final class ViewHistory {
    private static final int KEPT = 200;
    private final NavigableMap<Instant, GroupView> views = new TreeMap<>();

    ViewHistory(Instant start, GroupView first) {
        views.put(start, first);
    }

    void add(Instant at, GroupView view) {
        views.put(at, view);
        if (views.size() > KEPT) {
            views.pollFirstEntry();
        }
    }

    /** As if it had never been otherwise. */
    void onlyNow() {
        views.headMap(views.lastKey()).clear();
    }

    GroupView now() {
        return views.lastEntry().getValue();
    }

    GroupView at(Instant moment) {
        Entry<Instant, GroupView> entry = views.floorEntry(moment);
        return (entry == null ? views.firstEntry() : entry).getValue();
    }
}
