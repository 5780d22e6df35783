package io.bywash.target;

import io.bywash.gaia.Permits;
import io.bywash.gaia.Phrase;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads {@code dialect}, and refuses a command that would reach other SGMs than the procedure means: one that names all of
 * them in an installation, or that has no place for what the run fills in.
 */
final class DialectReader {
    private static final Pattern FILLED_IN = Pattern.compile("\\{\\w*}");
    private static final Pattern ALL = Pattern.compile("\\ball\\b", Pattern.CASE_INSENSITIVE);

    private final TargetReading reading;

    DialectReader(TargetReading reading) {
        this.reading = reading;
    }

    Map<String, String> read() {
        Map<String, String> dialect = new TreeMap<>();
        for (String key : reading.keys("/dialect")) {
            reading.text("/dialect/" + key).ifPresent(text -> dialect.put(key, text));
        }
        dialect.forEach((key, text) -> {
            String place = "/dialect/" + key;
            String usual = filledIn(reading.example(place));
            if (List.of("install", "uninstall").contains(key)
                    && ALL.matcher(text).find()) {
                reading.refuse(
                        place,
                        "the word \"all\" has no place here, as an installation on all SGMs at the same time stops the traffic.");
            } else if (!filledIn(text).equals(usual)) {
                reading.refuse(
                        place,
                        usual.isEmpty()
                                ? "it must have no words in braces, as the run fills nothing in."
                                : "it must have %s, which the run fills in, and no others.".formatted(usual));
            } else if (isAct(key) && !Permits.namesNobody(text)) {
                reading.refuse(
                        place,
                        "outside of its braces it must have no figure and no comma, which could name an SGM that is not meant, each word in braces once, and nothing right behind one.");
            }
        });
        return dialect;
    }

    private static boolean isAct(String key) {
        return Arrays.stream(Phrase.values())
                .anyMatch(phrase -> phrase.isAct() && phrase.key().equals(key));
    }

    /** The words in braces, each once and in order of the alphabet: {@code {members} and {number}}. */
    private static String filledIn(String text) {
        return FILLED_IN
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(" and "));
    }
}
