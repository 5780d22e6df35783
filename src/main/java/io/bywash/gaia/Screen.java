package io.bywash.gaia;

import java.util.Map;

/**
 * What a terminal shows, as plain lines: escapes, titles and carriage returns are taken out as they arrive, in pieces of
 * any size.
 *
 * <p>A jump of the cursor or a cleared screen begins a new line, so that a table drawn in place reads as one table after
 * another (REFERENCE 3.3, D); a jump within a line leaves a gap, so that no two words become one. Frames are drawn with
 * {@code | - +} whatever they are drawn with on the device. Blanks at the end of a finished line are dropped.
 */
final class Screen {
    private enum Reading {
        TEXT,
        ESCAPE,
        CONTROL_SEQUENCE,
        /** Text that is not for the screen, up to a bell or {@code ESC \}. */
        HIDDEN,
        HIDDEN_ESCAPE,
        /** The rest of an escape of three characters or more. */
        LONGER_ESCAPE
    }

    private static final char ESC = 0x1b;
    private static final char BELL = 0x07;
    private static final char CANCEL = 0x18;
    private static final char SUBSTITUTE = 0x1a;
    private static final String JUMPS = "HJfABEFd";
    private static final String JUMPS_WITHIN_THE_LINE = "CGaI`";
    private static final String ESCAPES_TO_ANOTHER_LINE = "DEMc8";
    private static final String BEGINNINGS_OF_HIDDEN_TEXT = "]PX^_k";
    private static final String GAP = "  ";
    private static final char SHIFT_OUT = 0x0e;
    private static final char SHIFT_IN = 0x0f;

    /** What the letters mean while lines are drawn with them (vt100; D: every terminal's description). */
    private static final Map<Character, Character> DRAWN = Map.ofEntries(
            Map.entry('q', '-'),
            Map.entry('x', '|'),
            Map.entry('j', '+'),
            Map.entry('k', '+'),
            Map.entry('l', '+'),
            Map.entry('m', '+'),
            Map.entry('n', '+'),
            Map.entry('t', '+'),
            Map.entry('u', '+'),
            Map.entry('v', '+'),
            Map.entry('w', '+'));

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder sequence = new StringBuilder();
    private Reading reading = Reading.TEXT;
    private boolean returned;
    private final boolean[] sets = new boolean[2];
    private int chosen;

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

    /** No escape lasts beyond its line, so that one without an end hides no more than that. */
    private void show(char character) {
        if (character == '\n' || character == CANCEL || character == SUBSTITUTE) {
            reading = Reading.TEXT;
        }
        switch (reading) {
            case TEXT -> showText(character);
            case ESCAPE -> readEscape(character);
            case LONGER_ESCAPE -> readLongerEscape(character);
            case CONTROL_SEQUENCE -> readControlSequence(character);
            case HIDDEN -> {
                if (character == BELL) {
                    reading = Reading.TEXT;
                } else if (character == ESC) {
                    reading = Reading.HIDDEN_ESCAPE;
                }
            }
            case HIDDEN_ESCAPE -> reading = character == '\\' ? Reading.TEXT : Reading.HIDDEN;
        }
    }

    private void readEscape(char character) {
        reading = Reading.TEXT;
        sequence.setLength(0);
        if (character == '[') {
            reading = Reading.CONTROL_SEQUENCE;
        } else if (BEGINNINGS_OF_HIDDEN_TEXT.indexOf(character) >= 0) {
            reading = Reading.HIDDEN;
        } else if (character >= ' ' && character <= '/') {
            sequence.append(character);
            reading = Reading.LONGER_ESCAPE;
        } else if (ESCAPES_TO_ANOTHER_LINE.indexOf(character) >= 0) {
            beginLine();
        } else if (character < ' ' || character > '~') {
            show(character);
        }
    }

    private void readLongerEscape(char character) {
        if (character >= ' ' && character <= '/') {
            return;
        }
        reading = Reading.TEXT;
        int set = "()".indexOf(sequence.charAt(0));
        if (set >= 0) {
            sets[set] = character == '0';
        }
    }

    private void readControlSequence(char character) {
        if (character >= '@' && character <= '~') {
            reading = Reading.TEXT;
            move(character);
        } else if (character < ' ' || character > '~') {
            reading = Reading.TEXT;
            show(character);
        } else {
            sequence.append(character);
        }
    }

    private void move(char last) {
        if (JUMPS.indexOf(last) >= 0) {
            beginLine();
        } else if (JUMPS_WITHIN_THE_LINE.indexOf(last) >= 0) {
            boolean oneStep =
                    last == 'C' && (sequence.isEmpty() || sequence.toString().equals("1"));
            text.append(oneStep ? " " : GAP);
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
        } else if (character == SHIFT_OUT || character == SHIFT_IN) {
            chosen = character == SHIFT_OUT ? 1 : 0;
        } else if (character == '\u2028' || character == '\u2029') {
            endLine();
        } else if (character == '\t' || !Character.isISOControl(character)) {
            text.append(plain(character));
        }
    }

    private char plain(char character) {
        if (sets[chosen]) {
            return DRAWN.getOrDefault(character, character);
        }
        if (character < '\u2500' || character > '\u257f') {
            return Character.isSpaceChar(character) ? ' ' : character;
        }
        return switch (character) {
            case '\u2500', '\u2501', '\u2504', '\u2505', '\u2508', '\u2509', '\u254c', '\u254d', '\u2550' -> '-';
            case '\u2502', '\u2503', '\u2506', '\u2507', '\u250a', '\u250b', '\u254e', '\u254f', '\u2551' -> '|';
            default -> '+';
        };
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
