package io.bywash.simulator;

/** Whether a session has a pty, and how large its window is; a window without size counts as 24 x 80. */
record TtyKind(boolean pty, int rows, int columns) {
    private static final int LARGEST = 200;

    TtyKind {
        rows = rows < 1 ? 24 : Math.min(rows, LARGEST);
        columns = columns < 1 ? 80 : Math.min(columns, LARGEST);
    }

    static TtyKind none() {
        return new TtyKind(false, 0, 0);
    }
}
