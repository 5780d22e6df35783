package io.bywash.simulator;

/** Whether a session has a pty, and how large its window is; a window without size counts as 24 x 80. */
record TtyKind(boolean pty, int rows, int columns) {
    TtyKind {
        rows = rows < 1 ? 24 : rows;
        columns = columns < 1 ? 80 : columns;
    }

    static TtyKind none() {
        return new TtyKind(false, 0, 0);
    }
}
