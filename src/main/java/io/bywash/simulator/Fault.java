package io.bywash.simulator;

/**
 * One way in which a Security Group, or the way to it, can go wrong.
 *
 * <p>An implementation holds what its dice chose (when, which SGM, how much) and nothing else: the same fault may lie in
 * wait in several groups. What it chose is its {@code toString()}, which a record gives for nothing.
 */
interface Fault {
    /** Takes its place in a group that is about to be opened. It strikes later, or never if its moment does not come. */
    void lieInWait(Ambush ambush);

    /**
     * Whether a person at the keyboard shrugs and goes on, so that a run that stops for it stops needlessly: nothing of the group
     * is wrong, nobody else is at work, and no trust is at stake. A fault for which that depends on its dice says so for these.
     */
    default boolean harmless() {
        return false;
    }
}
