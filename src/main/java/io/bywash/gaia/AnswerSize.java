package io.bywash.gaia;

/**
 * How much was said, or may be said, in one answer.
 *
 * @param bytes as they came over the line, escapes included
 * @param lines counted by their line ends
 */
public record AnswerSize(long bytes, long lines) {
    /** The most that is taken in when the target file says nothing: dozens of times the longest screen that is known. */
    public static final AnswerSize USUAL = new AnswerSize(8L * 1024 * 1024, 100_000);

    static final AnswerSize NOTHING = new AnswerSize(0, 0);

    AnswerSize and(String said) {
        long more = 0;
        long ends = 0;
        for (int at = 0; at < said.length(); at++) {
            char character = said.charAt(at);
            ends += character == '\n' ? 1 : 0;
            more += bytesOf(character);
        }
        return new AnswerSize(bytes + more, lines + ends);
    }

    /** Half a pair has two of its four bytes; a byte that is no UTF-8 came as a lone half and is counted as two. */
    private static int bytesOf(char character) {
        if (character < 0x80) {
            return 1;
        }
        return character < 0x800 || Character.isSurrogate(character) ? 2 : 3;
    }

    boolean exceeds(AnswerSize most) {
        return bytes > most.bytes() || lines > most.lines();
    }

    @Override
    public String toString() {
        return "%,d bytes in %,d lines".formatted(bytes, lines);
    }
}
