package io.bywash.terminal;

import java.io.ByteArrayOutputStream;
import java.util.HashSet;
import java.util.Set;

/**
 * Takes the telnet commands out of what a terminal server sends, and answers them (RFC 854, 855, 857, 858).
 *
 * <p>A raw port sends none, and nothing is taken out then but what no screen shows: the byte 255 is in no UTF-8 text. Of the
 * options only two are agreed to, that the other side echoes and that both send at will; all others are declined. Each
 * option is answered once, so that two sides that answer everything do not answer for ever.
 */
final class Telnet {
    private static final int IAC = 255;
    private static final int DONT = 254;
    private static final int DO = 253;
    private static final int WONT = 252;
    private static final int WILL = 251;
    private static final int SB = 250;
    private static final int SE = 240;
    private static final int ECHO = 1;
    private static final int SUPPRESS_GO_AHEAD = 3;

    private enum At {
        TEXT,
        COMMAND,
        OPTION,
        SUB,
        SUB_COMMAND
    }

    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
    private final Set<Integer> answered = new HashSet<>();
    private At at = At.TEXT;
    private int verb;
    private boolean spoken;

    /** The text within the next bytes; what is cut in half at their end is kept for the next time. */
    byte[] read(byte[] bytes, int count) {
        for (int index = 0; index < count; index++) {
            take(bytes[index] & 0xff);
        }
        byte[] read = text.toByteArray();
        text.reset();
        return read;
    }

    /** What has to be sent back by now; empty most of the time. */
    byte[] answers() {
        byte[] due = answers.toByteArray();
        answers.reset();
        return due;
    }

    private void take(int next) {
        switch (at) {
            case TEXT -> {
                if (next == IAC) {
                    at = At.COMMAND;
                } else if (next != 0 || !spoken) {
                    text.write(next);
                }
            }
            case COMMAND -> command(next);
            case OPTION -> {
                answer(next);
                at = At.TEXT;
            }
            case SUB -> at = next == IAC ? At.SUB_COMMAND : At.SUB;
            case SUB_COMMAND -> at = next == SE ? At.TEXT : At.SUB;
        }
    }

    private void command(int next) {
        switch (next) {
            case IAC -> {
                text.write(IAC);
                at = At.TEXT;
            }
            case WILL, WONT, DO, DONT -> {
                spoken = true;
                verb = next;
                at = At.OPTION;
            }
            case SB -> at = At.SUB;
            default -> at = At.TEXT;
        }
    }

    private void answer(int option) {
        if (verb != WILL && verb != DO || !answered.add(verb * 256 + option)) {
            return;
        }
        boolean agreed = option == SUPPRESS_GO_AHEAD || option == ECHO && verb == WILL;
        answers.write(IAC);
        answers.write(verb == WILL ? agreed ? DO : DONT : agreed ? WILL : WONT);
        answers.write(option);
    }
}
