package io.bywash.simulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * CPUSE's repository on one SGM.
 *
 * <p>A package's number is its place in {@link #numbered()}, counted from 1: what can be installed comes first, what is
 * installed last, so numbers move with every import and install, and differ between SGMs that hold different packages
 * (REFERENCE 3.3, D; the order is I).
 */
final class PackageStore {
    private final List<Entry> entries = new ArrayList<>();

    /** One stored package. */
    record Entry(HotfixPackage stored, PackageStatus status) {
        boolean installed() {
            return status != PackageStatus.AVAILABLE;
        }
    }

    List<Entry> numbered() {
        return entries.stream().sorted(Comparator.comparing(Entry::installed)).toList();
    }

    Optional<Entry> number(int number) {
        List<Entry> all = numbered();
        return number >= 1 && number <= all.size() ? Optional.of(all.get(number - 1)) : Optional.empty();
    }

    Optional<Entry> named(String fileName) {
        return entries.stream()
                .filter(entry -> entry.stored().fileName().equals(fileName))
                .findFirst();
    }

    /** The Jumbo that runs: the highest one installed. */
    Optional<HotfixPackage> runningJumbo() {
        return jumbos(PackageStatus.INSTALLED).max(Comparator.comparingInt(HotfixPackage::take));
    }

    void put(HotfixPackage stored, PackageStatus status) {
        int place = indexOf(stored.fileName());
        if (place < 0) {
            entries.add(new Entry(stored, status));
        } else {
            entries.set(place, new Entry(stored, status));
        }
    }

    /** Stores a package in front of all others, so that their numbers move. */
    void putFirst(HotfixPackage stored) {
        entries.add(0, new Entry(stored, PackageStatus.AVAILABLE));
    }

    /** Installs a stored package; a lower take of the same Jumbo becomes part of it (REFERENCE 3.6, D). */
    void install(HotfixPackage hotfix) {
        if (hotfix.jumbo()) {
            jumbos(PackageStatus.INSTALLED)
                    .filter(lower -> lower.take() < hotfix.take())
                    .toList()
                    .forEach(lower -> put(lower, PackageStatus.INSTALLED_AS_PART));
        }
        put(hotfix, PackageStatus.INSTALLED);
    }

    /** Takes an installed package off the machine; it stays stored, and so does what was part of it. */
    void uninstall(HotfixPackage hotfix) {
        put(hotfix, PackageStatus.AVAILABLE);
        jumbos(PackageStatus.INSTALLED_AS_PART).toList().forEach(lower -> put(lower, PackageStatus.AVAILABLE));
    }

    void remove(String fileName) {
        entries.removeIf(entry -> entry.stored().fileName().equals(fileName));
    }

    /** Becomes equal to another SGM's repository, as image cloning does at boot. */
    void cloneFrom(PackageStore other) {
        List<Entry> theirs = List.copyOf(other.entries);
        entries.clear();
        entries.addAll(theirs);
    }

    /** Every entry in the order stored. */
    List<Entry> stored() {
        return List.copyOf(entries);
    }

    private Stream<HotfixPackage> jumbos(PackageStatus status) {
        return entries.stream()
                .filter(entry -> entry.status() == status && entry.stored().jumbo())
                .map(Entry::stored);
    }

    private int indexOf(String fileName) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).stored().fileName().equals(fileName)) {
                return i;
            }
        }
        return -1;
    }
}
