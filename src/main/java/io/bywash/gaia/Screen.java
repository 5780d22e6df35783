package io.bywash.gaia;

/**
 * What a terminal shows, as plain lines: escapes, titles and carriage returns are taken out as they arrive, in pieces of
 * any size.
 *
 * <p>A jump of the cursor or a cleared screen begins a new line, so that a table drawn in place reads as one table after
 * another (REFERENCE 3.3, D). Blanks at the end of a finished line are dropped.
 */
final class Screen {
    private enum Reading {
        TEXT,
        ESCAPE,
        CONTROL_SEQUENCE,
        TITLE,
        TITLE_ESCAPE,
        CHARACTER_SET
    }

    private static final char ESC = 0x1b;
    private static final char BELL = 0x07;

    private final StringBuilder text = new StringBuilder();
    private Reading reading = Reading.TEXT;
    private boolean returned;

    void show(String characters) {
        characters.chars().forEach(character -> show((char) character));
    }

    /** Forgets the finished past; an escape that has only half arrived is not forgotten. */
    void clear() {
        text.setLength(0);
        returned = false;
    }

    String text() {
        return text.toString();
    }

    private void show(char character) {
        switch (reading) {
            case TEXT -> showText(character);
            case ESCAPE ->
                reading = switch (character) {
                    case '[' -> Reading.CONTROL_SEQUENCE;
                    case ']' -> Reading.TITLE;
                    case '(', ')' -> Reading.CHARACTER_SET;
                    default -> Reading.TEXT;
                };
            case CHARACTER_SET -> reading = Reading.TEXT;
            case CONTROL_SEQUENCE -> {
                if (character >= '@' && character <= '~') {
                    reading = Reading.TEXT;
                    if (character == 'H' || character == 'J' || character == 'f') {
                        beginLine();
                    }
                }
            }
            case TITLE -> {
                if (character == BELL) {
                    reading = Reading.TEXT;
                } else if (character == ESC) {
                    reading = Reading.TITLE_ESCAPE;
                }
            }
            case TITLE_ESCAPE -> reading = character == '\\' ? Reading.TEXT : Reading.TITLE;
        }
    }

    private void showText(char character) {
        if (character == '\n') {
            returned = false;
            endLine();
            return;
        }
        if (character == '\r') {
            returned = true;
            return;
        }
        if (returned) {
            returned = false;
            beginLine();
        }
        if (character == ESC) {
            reading = Reading.ESCAPE;
        } else if (character == '\b') {
            if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
                text.setLength(text.length() - 1);
            }
        } else if (character == '\t' || character >= ' ' && character != 0x7f) {
            text.append(character);
        }
    }

    private void beginLine() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            endLine();
        }
    }

    private void endLine() {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        text.setLength(end);
        text.append('\n');
    }
}
