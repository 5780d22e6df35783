package io.bywash.recording;

import io.bywash.evidence.Broken;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names of a site, and what stands in the place of each in a recording. */
final class Names {
    private final Map<String, String> instead;
    private final Pattern any;

    /**
     * @param instead what stands in the place of a name, of the same length each, so that tables and what is drawn again on a
     *     line stay as they were
     * @throws Broken when one is longer or shorter, or is empty
     */
    Names(Map<String, String> instead) {
        this.instead = Map.copyOf(instead);
        this.any = Pattern.compile(instead.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Names::whole)
                .collect(Collectors.joining("|")));
        instead.forEach((name, other) -> {
            if (name.isBlank() || name.length() != other.length()) {
                throw new Broken(
                        "'%s' cannot stand instead of '%s': it has %d characters, not %d, and the tables of the device would not be what they were. Nothing was written. Choose one of the same length."
                                .formatted(other, name, other.length(), name.length()));
            }
        });
    }

    /**
     * Reads them.
     *
     * @param text names and what is to stand instead, as {@code OLD=NEW} with commas between them; empty for none
     * @throws Broken when one does not say what is to stand instead, or the two differ in length
     */
    static Names read(String text) {
        Map<String, String> names = new LinkedHashMap<>();
        Arrays.stream(text.split(",")).filter(one -> !one.isBlank()).forEach(one -> {
            String[] both = one.split("=", 2);
            if (both.length < 2) {
                throw new Broken("-Dbywash.rename has '%s', which does not say what is to stand instead. Write OLD=NEW."
                        .formatted(one));
            }
            names.put(both[0], both[1]);
        });
        return new Names(names);
    }

    /** A name that ends in a figure is not the beginning of a longer number: 192.0.2.1 is not in 192.0.2.17. */
    private static String whole(String name) {
        boolean begins = name.matches("\\d.*");
        boolean ends = name.matches(".*\\d");
        return (begins ? "(?<!\\d)" : "") + Pattern.quote(name) + (ends ? "(?!\\d)" : "");
    }

    /** The text with the others in their places. */
    String in(String text) {
        return instead.isEmpty()
                ? text
                : any.matcher(text).replaceAll(found -> Matcher.quoteReplacement(instead.get(found.group())));
    }

    /** The same text in as many pieces, with none of the names in two of them. */
    List<String> whole(List<String> pieces) {
        List<String> whole = pieces;
        for (String name : instead.keySet()) {
            whole = Unbroken.around(name, whole);
        }
        return whole;
    }
}
