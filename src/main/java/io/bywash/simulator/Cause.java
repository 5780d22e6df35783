package io.bywash.simulator;

/**
 * Why an SGM stopped carrying, or a chassis changed.
 *
 * @param what the line that was received, or the name of the fault
 */
public record Cause(Origin origin, String what) {

    /** Whose doing it was. */
    public enum Origin {
        ACT,
        FAULT
    }

    static Cause act(String line) {
        return new Cause(Origin.ACT, line);
    }

    static Cause fault(String name) {
        return new Cause(Origin.FAULT, name);
    }
}
