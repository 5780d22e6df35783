package io.bywash.simulator;

/** Ends everything that ran over a link, down to the program that had opened it. */
final class LinkCut extends RuntimeException {
    private final transient Link link;

    LinkCut(Link link) {
        super("the connection to " + link.to() + " is gone", null, false, false);
        this.link = link;
    }

    Link link() {
        return link;
    }
}
