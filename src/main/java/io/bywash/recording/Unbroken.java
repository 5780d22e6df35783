package io.bywash.recording;

import java.util.ArrayList;
import java.util.List;

/** Pieces of one text, such as what a line said, cut so that a word is never in two of them. */
final class Unbroken {
    private Unbroken() {}

    /** The same text in as many pieces; where a word began in one and ended in another, it stands whole in the latter. */
    static List<String> around(String word, List<String> pieces) {
        String text = String.join("", pieces);
        List<String> cut = new ArrayList<>();
        int from = 0;
        int border = 0;
        for (String piece : pieces) {
            border += piece.length();
            int end = beforeWord(text, word, border);
            cut.add(text.substring(from, Math.max(from, end)));
            from = Math.max(from, end);
        }
        return cut;
    }

    /** The border, or the beginning of the word that it is in the middle of, unless that is in the middle of one too. */
    private static int beforeWord(String text, String word, int border) {
        int begins = text.indexOf(word, Math.max(0, border - word.length() + 1));
        return begins >= 0 && begins < border && border < begins + word.length()
                ? beforeWord(text, word, begins)
                : border;
    }
}
