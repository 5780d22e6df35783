package io.bywash.evidence;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Takes secrets out of what is written or shown: as they are, in base64 at any place of a longer text, in the forms of a URL,
 * and as JSON, HTML or a screen write them.
 *
 * <p>A secret that may be a part of what the run itself says ({@link #inTheOpen}) is taken out only where it is known to be:
 * where the device echoed it right behind our typing it.
 */
public final class Redaction {
    /** What stands in the place of a secret. */
    public static final String SHOWN = "(secret)";

    /** Fewer characters of base64 are found in ordinary text too. */
    private static final int LEAST_ENCODED = 6;

    private final Vocabulary vocabulary = new Vocabulary();
    private final List<Secret> kept = new ArrayList<>();
    private volatile List<String> forms = List.of();
    private volatile SortedSet<String> inTheOpen = new TreeSet<>();

    /** From now on these are words of the run, and a secret that is a part of them is not taken out of free text. */
    public synchronized void speaks(String words) {
        vocabulary.add(words);
        sort();
    }

    /** From now on this secret is taken out. */
    public synchronized void keep(Secret secret) {
        if (!secret.reveal().isBlank()) {
            kept.add(secret);
            sort();
        }
    }

    private void sort() {
        SortedSet<String> open = new TreeSet<>();
        Set<String> all = new LinkedHashSet<>();
        for (Secret secret : kept) {
            if (vocabulary.mayHold(secret.reveal())) {
                open.add(secret.name());
            } else {
                addForms(secret.reveal(), all);
            }
        }
        all.removeIf(vocabulary::mayHold);
        List<String> longestFirst = new ArrayList<>(all);
        longestFirst.sort(Comparator.comparingInt(String::length).reversed());
        inTheOpen = open;
        forms = List.copyOf(longestFirst);
    }

    /** The names of the secrets that cannot be taken out of free text: short ones, numbers, and words of the run. */
    public SortedSet<String> inTheOpen() {
        return inTheOpen;
    }

    private static void addForms(String text, Set<String> all) {
        all.add(text);
        all.add(onAScreen(text));
        all.add(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
        all.add(new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)));
        String inUrl = URLEncoder.encode(text, StandardCharsets.UTF_8);
        all.add(inUrl);
        all.add(inUrl.replace("+", "%20"));
        all.add(inUrl.replace("+", "%20").toLowerCase(Locale.ROOT));
        for (int offset = 0; offset < 3; offset++) {
            inBase64(Base64.getEncoder(), text, offset, all);
            inBase64(Base64.getUrlEncoder(), text, offset, all);
        }
    }

    /** All blanks are alike there, and none is seen at the ends of a line. */
    private static String onAScreen(String text) {
        StringBuilder shown = new StringBuilder();
        text.chars().forEach(character -> shown.append(Character.isSpaceChar(character) ? ' ' : (char) character));
        String stripped = shown.toString().strip();
        return stripped.length() < Vocabulary.LEAST ? text : stripped;
    }

    /** The characters of base64 that a secret alone decides, when it begins so many bytes behind a whole group of three. */
    private static void inBase64(Base64.Encoder encoder, String text, int offset, Set<String> forms) {
        byte[] secret = text.getBytes(StandardCharsets.UTF_8);
        byte[] placed = new byte[offset + secret.length];
        System.arraycopy(secret, 0, placed, offset, secret.length);
        int first = (offset * 8 + 5) / 6;
        int end = placed.length * 8 / 6;
        String encoded = encoder.withoutPadding().encodeToString(placed);
        if (end - first >= LEAST_ENCODED) {
            forms.add(encoded.substring(first, end));
        }
    }

    /** The text without secrets. What stands in the place of one is not searched again. */
    public String of(String text) {
        List<String> sought = forms.stream().filter(text::contains).toList();
        if (sought.isEmpty()) {
            return text;
        }
        StringBuilder redacted = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = endOfSecret(sought, text, at);
            redacted.append(end > at ? SHOWN : text.charAt(at));
            at = Math.max(end, at + 1);
        }
        return redacted.toString();
    }

    /** The same record without secrets in its free texts. */
    public <R extends Record> R in(R record) {
        return forms.isEmpty() ? record : new FreeTexts(this::of).in(record);
    }

    /** The same fact without secrets in its free texts. */
    public Fact of(Fact fact) {
        return (Fact) in((Record) fact);
    }

    private static int endOfSecret(List<String> forms, String text, int at) {
        for (String form : forms) {
            if (text.startsWith(form, at)) {
                return at + form.length();
            }
        }
        return at;
    }

    /** Takes secrets out of what one line says, in pieces of any size. */
    public Stream stream() {
        return new Stream();
    }

    /**
     * What has come on a line.
     *
     * @param text as it is read; only the echo of a secret is not in it
     * @param shown as it is written; it is empty exactly when the text is
     */
    public record Piece(String text, String shown) {
        private static final Piece NOTHING = new Piece("", "");

        public boolean isEmpty() {
            return text.isEmpty();
        }
    }

    /**
     * One line's text, as it comes.
     *
     * <p>What may be the beginning of a secret is kept back until more comes, or until {@link #silence}. Used by one
     * thread at a time.
     */
    public final class Stream {
        /** So many characters of a beginning are let out in a silence; a prompt may end in as many. */
        private static final int FEW = 3;

        /** The end of what was heard, while more could make it a secret. */
        private String tail = "";

        /** How much of the tail was let out. */
        private int let;

        /** What was typed last and may be echoed, and where in the tail that would begin. */
        private Optional<String> typed = Optional.empty();

        private int echoAt;

        private Stream() {}

        /** A secret was typed with a line end: what comes next may be its echo. */
        public void typed(Secret secret) {
            typed = Optional.of(secret.reveal());
            echoAt = tail.length();
        }

        /** What may be read and shown, now that this has come. */
        public Piece heard(String piece) {
            StringBuilder text = new StringBuilder();
            StringBuilder shown = new StringBuilder();
            String all = tail + piece;
            int at = 0;
            while (at < all.length() && !isBeginning(all, at)) {
                int echo = endOfEcho(all, at);
                int secret = Math.max(echo, endOfSecret(forms, all, at));
                int end = Math.max(secret, at + 1);
                if (end > let) {
                    String unseen = all.substring(Math.max(let, at), end);
                    text.append(echo > at ? SHOWN : unseen);
                    shown.append(secret > at ? SHOWN : unseen);
                }
                at = end;
            }
            let = Math.max(let - at, 0);
            tail = all.substring(at);
            echoAt -= at;
            return new Piece(text.toString(), shown.toString());
        }

        /** What may be read and shown although more could make it a secret, now that the line has fallen silent. */
        public Piece silence() {
            String unseen = tail.substring(let);
            let = tail.length();
            if (unseen.isEmpty()) {
                return Piece.NOTHING;
            }
            if (typed.filter(echo -> tail.substring(echoAt).equals(echo)).isPresent()) {
                return new Piece(SHOWN, SHOWN);
            }
            return new Piece(unseen, tail.length() <= FEW || vocabulary.has(tail) ? unseen : SHOWN);
        }

        /** The end of an echo that is whole; an echo is followed by the line end that was typed. */
        private int endOfEcho(String text, int at) {
            if (typed.isEmpty() || at != echoAt) {
                return at;
            }
            int end = at + typed.get().length();
            boolean whole =
                    text.startsWith(typed.get(), at) && end < text.length() && "\r\n".indexOf(text.charAt(end)) >= 0;
            typed = Optional.empty();
            return whole ? end : at;
        }

        private boolean isBeginning(String text, int at) {
            int length = text.length() - at;
            if (at == echoAt
                    && typed.filter(echo -> echo.length() >= length && echo.startsWith(text.substring(at)))
                            .isPresent()) {
                return true;
            }
            for (String form : forms) {
                if (form.length() > length && text.regionMatches(at, form, 0, length)) {
                    return true;
                }
            }
            return false;
        }
    }
}
