package io.bywash.verdict;

/**
 * Why something began to hold.
 *
 * @param ours whether an act brought it about, and not a fault
 * @param what the line of the act, or the name of the fault
 */
public record Cause(boolean ours, String what) {}
