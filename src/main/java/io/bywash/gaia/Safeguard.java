package io.bywash.gaia;

/**
 * What has to hold right before an act goes out. Both questions read the device anew, on another line than the act's, and
 * throw when something is not as it must be, or cannot be read.
 */
public interface Safeguard {
    /** Reads the state of the group; the act goes out at most 5 s after this was begun. */
    void look();

    /** Reads, before that, what takes longer and does not change by itself. */
    default void examine() {}
}
