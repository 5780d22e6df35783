package io.bywash.simulator;

import java.util.List;

/** The pager of Clish: {@code -- More --}, a blank for the next page, Enter for a line, q to stop (REFERENCE 2, D). */
final class Pager {
    private static final String MORE = "-- More --";

    private Pager() {}

    /** @param rows the height of a page; 0 never stops */
    static void print(String text, int rows, Tty tty) {
        List<String> lines = text.lines().toList();
        int page = rows > 1 ? rows - 1 : Integer.MAX_VALUE;
        int room = page;
        for (String line : lines) {
            if (room == 0) {
                tty.print(MORE);
                int key = tty.readKey();
                tty.print("\r" + " ".repeat(MORE.length()) + "\r");
                if (key == 'q' || key == 3 || key == -1) {
                    return;
                }
                room = key == '\r' || key == '\n' ? 1 : page;
            }
            tty.println(line);
            room--;
        }
    }
}
