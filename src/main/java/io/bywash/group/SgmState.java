package io.bywash.group;

/**
 * What an SGM does in the Security Group at one moment (REFERENCE 4).
 *
 * <p>Which word a screen uses for it depends on the release and is the business of whoever reads or draws the screen.
 */
public enum SgmState {
    /** It carries traffic. */
    UP,
    /** It carries traffic although it has a problem, because it is the last one that can. */
    UP_WITH_PROBLEM,
    /** It is there and does not carry traffic. */
    DOWN,
    /** It is starting. */
    STARTING,
    /** It runs another version than its peers and waits. */
    READY,
    /** It does not answer, as during its reboot. */
    ABSENT,
    /** The screen used a word that is not known here. */
    UNKNOWN
}
