package io.bywash.simulator;

import java.time.Instant;

/** What a program on the device prints to, reads from and waits on. */
interface Console {
    /** Prints text; every {@code \n} ends a line in this console's own way. */
    void print(String text);

    /** Prints to the standard error stream, where there is one apart. */
    default void complain(String text) {
        print(text);
    }

    /** Reads one line; null at the end of the input. */
    String readLine(boolean echo);

    /** Waits until a moment of device time; a connection that breaks or Ctrl-C ends the wait with an exception. */
    void pauseUntil(Instant moment);

    /** Whether a screen can be redrawn in place. */
    boolean screen();

    int rows();

    int columns();

    /** Whether a line is waiting that was typed before anybody asked for it. */
    default boolean typedAhead() {
        return false;
    }

    default void println(String line) {
        print(line + "\n");
    }

    default String ask(String question) {
        print(question);
        return readLine(true);
    }
}
