package io.bywash.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What is to be done in a group at moments to come. Guarded by the group's monitor. */
final class Agenda {
    private final TreeMap<Instant, List<Runnable>> entries = new TreeMap<>();

    void add(Instant at, Runnable entry) {
        entries.computeIfAbsent(at, moment -> new ArrayList<>()).add(entry);
    }

    Instant next() {
        return entries.isEmpty() ? Instant.MAX : entries.firstKey();
    }

    void carryOutUntil(Instant due) {
        while (!next().isAfter(due)) {
            entries.pollFirstEntry().getValue().forEach(Runnable::run);
        }
    }
}
