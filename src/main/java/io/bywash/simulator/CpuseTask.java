package io.bywash.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing CPUSE does on one SGM, or what installs on R76SP, from its start to its end, whoever still watches (REFERENCE 7 no. 1).
 *
 * @param failure what the SGM's row says in the end instead of success; empty if it succeeds
 * @param leaves what is really stored or installed after success; usually the package itself
 * @param hangsAfter when it stops going on for ever; empty if it comes to its end
 */
record CpuseTask(
        Kind kind,
        HotfixPackage hotfix,
        Instant started,
        Duration length,
        String failure,
        Optional<HotfixPackage> leaves,
        Optional<Duration> hangsAfter) {
    private static final Duration FOR_EVER = Duration.ofDays(36_500);
    private static final Duration NOTHING_DONE = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofSeconds(3);

    enum Kind {
        IMPORT("import"),
        VERIFY("verify"),
        INSTALL("install"),
        UNINSTALL("uninstall");

        private final String verb;

        Kind(String verb) {
            this.verb = verb;
        }

        /** Whether the SGM stops carrying while this runs, and reboots after it. */
        boolean reboots() {
            return this == INSTALL || this == UNINSTALL;
        }

        @Override
        public String toString() {
            return verb;
        }
    }

    CpuseTask(Kind kind, HotfixPackage hotfix, Instant started, Duration length, String failure) {
        this(kind, hotfix, started, length, failure, Optional.of(hotfix), Optional.empty());
    }

    /** The same, but in the end it is refused in these words. */
    CpuseTask failing(String words) {
        return new CpuseTask(kind, hotfix, started, length, words, leaves, hangsAfter);
    }

    /** The same, but it begins and soon fails in these words. */
    CpuseTask failingSoon(String words) {
        return new CpuseTask(kind, hotfix, started, SOON, words, leaves, hangsAfter);
    }

    /** The same, but over so soon that nothing was done, with the words of its beginning. */
    CpuseTask neverBeginning(String words) {
        return new CpuseTask(kind, hotfix, started, NOTHING_DONE, words, leaves, hangsAfter);
    }

    /** Whether it does anything at all. */
    boolean begins() {
        return length.compareTo(NOTHING_DONE) > 0;
    }

    /** The same in everything it says, with something else in the end, or nothing. */
    CpuseTask leaving(Optional<HotfixPackage> other) {
        return new CpuseTask(kind, hotfix, started, length, failure, other, hangsAfter);
    }

    /** The same up to a percentage, where it stays. */
    CpuseTask hangingAt(int percent) {
        Duration elapsed = script().reaches(percent);
        return new CpuseTask(kind, hotfix, started, length, failure, leaves, Optional.of(elapsed));
    }

    Instant ends() {
        return started.plus(hangsAfter.isPresent() ? FOR_EVER : length);
    }

    boolean fails() {
        return !failure.isEmpty();
    }

    /** What the SGM's row in the table says at {@code moment}. */
    String statusAt(Instant moment) {
        return moment.isBefore(ends()) ? script().at(elapsed(moment)) : lastWords();
    }

    Optional<Instant> nextChangeAfter(Instant moment) {
        return hangsAfter.filter(end -> elapsed(moment).equals(end)).isPresent()
                ? Optional.empty()
                : script().nextChangeAfter(elapsed(moment)).map(started::plus);
    }

    private Duration elapsed(Instant moment) {
        Duration elapsed = Duration.between(started, moment);
        return hangsAfter.filter(end -> end.compareTo(elapsed) < 0).orElse(elapsed);
    }

    private String lastWords() {
        if (fails()) {
            return failure;
        }
        return switch (kind) {
            case IMPORT -> "The package '%s' was successfully imported.".formatted(cut(hotfix.fileName()));
            case VERIFY -> "Installation is allowed.";
            case INSTALL -> "Package was installed successfully, rebooting...";
            case UNINSTALL -> "Package was uninstalled successfully, rebooting...";
        };
    }

    /** The name of the package as a row has room for it. */
    String shortName() {
        return cut(hotfix.fileName());
    }

    private EngineScript script() {
        return EngineScript.of(kind, length);
    }

    /** A file name as a row has room for it. */
    private static String cut(String name) {
        return name.length() <= 23 ? name : name.substring(0, 21) + "..";
    }
}
