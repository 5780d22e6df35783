package io.bywash.simulator;

import io.bywash.group.SgmId;

/**
 * A connection to an SGM: the SSH connection from outside, or a hop of {@code member} from one SGM to another. It is
 * cut when the SGM goes away, and if it came through the management address also when another SGM becomes SMO.
 */
final class Link {
    private final SgmId to;
    private final boolean management;
    private final Runnable whenCut;
    private final Runnable whenSilent;
    private volatile boolean cut;
    private volatile boolean silent;
    private volatile boolean forgotten;

    private Link(SgmId to, boolean management, Runnable whenCut, Runnable whenSilent) {
        this.to = to;
        this.management = management;
        this.whenCut = whenCut;
        this.whenSilent = whenSilent;
    }

    static Link throughManagement(SgmId smo, Runnable whenCut, Runnable whenSilent) {
        return new Link(smo, true, whenCut, whenSilent);
    }

    static Link hop(SgmId to, Runnable whenCut) {
        return new Link(to, false, whenCut, () -> {});
    }

    SgmId to() {
        return to;
    }

    boolean management() {
        return management;
    }

    boolean isCut() {
        return cut;
    }

    /** Nothing comes through any more, in either direction, and nobody is told. */
    void silence() {
        silent = true;
        whenSilent.run();
    }

    /** Nothing comes through any more, and nobody is ever told that it is over, as when the far end has forgotten it. */
    void forget() {
        forgotten = true;
        silence();
    }

    boolean isSilent() {
        return silent;
    }

    void cut() {
        if (forgotten) {
            return;
        }
        cut = true;
        whenCut.run();
    }
}
