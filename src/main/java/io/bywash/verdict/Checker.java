package io.bywash.verdict;

/**
 * A rule that runs have to keep.
 *
 * @param <T> what it is judged from: the history of a run, or what really happened
 */
public interface Checker<T> {
    /** The rule in words. */
    String rule();

    Verdict check(T record);
}
