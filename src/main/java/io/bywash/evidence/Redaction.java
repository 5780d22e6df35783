package io.bywash.evidence;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Takes secrets out of text before anybody reads, writes or shows it: as they are, in base64 at any place of a longer
 * text, in the forms of a URL, and as JSON or HTML write them.
 */
public final class Redaction {
    /** What stands in the place of a secret. */
    public static final String SHOWN = "(secret)";

    /** Fewer characters of base64 are found in ordinary text too. */
    private static final int LEAST_ENCODED = 6;

    private volatile List<String> forms = List.of();

    /** From now on this secret is taken out. */
    public synchronized void keep(Secret secret) {
        String text = secret.reveal();
        if (text.isBlank() || text.equals(SHOWN)) {
            return;
        }
        Set<String> all = new LinkedHashSet<>(forms);
        all.add(text);
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
        List<String> longestFirst = new ArrayList<>(all);
        longestFirst.sort(Comparator.comparingInt(String::length).reversed());
        forms = List.copyOf(longestFirst);
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

    /** The text without secrets. */
    public String of(String text) {
        String redacted = text;
        for (String form : forms) {
            redacted = redacted.replace(form, SHOWN);
        }
        return redacted;
    }

    /** Takes secrets out of what one line says, in pieces of any size. */
    public Stream stream() {
        return new Stream();
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

        private Stream() {}

        /** The text that may be shown, now that this has come. */
        public String heard(String piece) {
            StringBuilder shown = new StringBuilder();
            String all = tail + piece;
            int out = let;
            int at = 0;
            while (at < all.length() && !isBeginning(all, at)) {
                int end = endOfSecret(all, at);
                if (end > at) {
                    shown.append(all, out, Math.max(out, at));
                    shown.append(end > out ? SHOWN : "");
                    out = Math.max(out, end);
                }
                at = Math.max(end, at + 1);
            }
            shown.append(all, out, Math.max(out, at));
            let = Math.max(out - at, 0);
            tail = all.substring(at);
            return shown.toString();
        }

        /** What may be shown although more could make it a secret, now that the line has fallen silent. */
        public String silence() {
            String unseen = tail.substring(let);
            let = tail.length();
            return tail.length() <= FEW || unseen.isEmpty() ? unseen : SHOWN;
        }

        private int endOfSecret(String text, int at) {
            for (String form : forms) {
                if (text.startsWith(form, at)) {
                    return at + form.length();
                }
            }
            return at;
        }

        private boolean isBeginning(String text, int at) {
            int length = text.length() - at;
            for (String form : forms) {
                if (form.length() > length && text.regionMatches(at, form, 0, length)) {
                    return true;
                }
            }
            return false;
        }
    }
}
