package io.bywash.procedure;

/** What a page may say of the rollback. */
enum Rollback {
    /** Commands for the states that were seen, each with what has to be true first. */
    BY_WHAT_IS_SEEN("for the states that were seen, each command with what has to be true first"),
    /** Nothing on the look there is; what to read first, and then what each reading means. */
    BY_WHAT_IS_READ_FIRST("nothing on this look: what to read first, then a command for each reading"),
    /** Nothing is taken back from here. */
    NOT_FROM_HERE("nothing is taken back from here");

    private final String words;

    Rollback(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
