package io.bywash.group;

/**
 * The state of one SGM as a screen showed it.
 *
 * @param word the very word on the screen, so that nothing is lost when the state is {@link SgmState#UNKNOWN}
 */
public record SgmStatus(SgmId id, SgmState state, String word) {
    @Override
    public String toString() {
        return id + " " + word;
    }
}
