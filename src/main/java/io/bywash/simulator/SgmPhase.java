package io.bywash.simulator;

import java.time.Duration;
import java.util.List;

/**
 * Where an SGM is in the life that an install puts it through (REFERENCE 4, D: DETACHED, then INIT, then DOWN with
 * problem notes that shrink); the lengths are I.
 */
enum SgmPhase {
    RUNNING(null),
    REBOOTING(Duration.ofMinutes(4)),
    STARTING(Duration.ofSeconds(40)),
    RECOVERING(Duration.ofSeconds(90), "FSYNC", "AMW", "ROUTED"),
    SYNCHRONISING(Duration.ofSeconds(80), "FSYNC", "AMW"),
    /** An SGM that was set up again joins the group within seconds. */
    JOINING(null, "FSYNC");

    private final Duration length;
    private final List<String> problems;

    SgmPhase(Duration length, String... problems) {
        this.length = length;
        this.problems = List.of(problems);
    }

    Duration length() {
        return length;
    }

    /** The critical devices that report a problem in this phase. */
    List<String> problems() {
        return problems;
    }

    SgmPhase next() {
        return switch (this) {
            case REBOOTING -> STARTING;
            case STARTING -> RECOVERING;
            case RECOVERING -> SYNCHRONISING;
            default -> RUNNING;
        };
    }
}
