package io.bywash.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing CPUSE does on one SGM, from its start to its end, whoever still watches (REFERENCE 7 no. 1).
 *
 * @param failure what the SGM's row says in the end instead of success; empty if it succeeds
 */
record CpuseTask(Kind kind, HotfixPackage hotfix, Instant started, Duration length, String failure) {

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

    Instant ends() {
        return started.plus(length);
    }

    boolean fails() {
        return !failure.isEmpty();
    }

    /** What the SGM's row in the table says at {@code moment}. */
    String statusAt(Instant moment) {
        return moment.isBefore(ends()) ? script().at(Duration.between(started, moment)) : lastWords();
    }

    Optional<Instant> nextChangeAfter(Instant moment) {
        return script().nextChangeAfter(Duration.between(started, moment)).map(started::plus);
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

    private EngineScript script() {
        return EngineScript.of(kind, length);
    }

    /** A file name as a row has room for it. */
    private static String cut(String name) {
        return name.length() <= 23 ? name : name.substring(0, 21) + "..";
    }
}
