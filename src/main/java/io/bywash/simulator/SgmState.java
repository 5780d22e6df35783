package io.bywash.simulator;

/** The state of one SGM in the words of R80.20SP and later (REFERENCE 4: ACTIVE I 85 %, DOWN (admin) D, the rest D). */
enum SgmState {
    ACTIVE("ACTIVE"),
    /** It has a problem but is the last one, so it must carry. */
    ATTENTION("ACTIVE(!)"),
    DOWN("DOWN"),
    ADMIN_DOWN("DOWN (admin)"),
    INIT("INIT"),
    /** It runs another version than its peers (REFERENCE 7 no. 15, D). */
    READY("READY"),
    DETACHED("DETACHED");

    private final String word;

    SgmState(String word) {
        this.word = word;
    }

    boolean up() {
        return this == ACTIVE || this == ATTENTION;
    }

    /** The word of {@code cphaprob}, which knows nothing of who set an SGM down. */
    String plain() {
        return this == ADMIN_DOWN ? DOWN.word : word;
    }

    @Override
    public String toString() {
        return word;
    }
}
