package io.bywash.target;

import io.bywash.gaia.Dialect;
import io.bywash.gaia.Permits;
import io.bywash.gaia.Phrase;
import io.bywash.group.Release;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Optional<Release> release;

    /** @param release whose wordings are replaced; where it is not known, the examples stand for them */
    DialectReader(TargetReading reading, Optional<Release> release) {
        this.reading = reading;
        this.release = release;
    }

    Map<String, String> read() {
        Map<String, String> dialect = new TreeMap<>();
        for (String key : reading.keys("/dialect")) {
            reading.text("/dialect/" + key).ifPresent(text -> dialect.put(key, text));
        }
        dialect.forEach((key, text) -> {
            String place = "/dialect/" + key;
            String usual = filledIn(usual(key).orElse(reading.example(place)));
            if (isOfCpuse(key) && !release.map(Release::hasCpuse).orElse(true)) {
                reading.refusePlainly(
                        place,
                        "%s has no CPUSE for hotfixes of SGMs, so it is never typed. Leave it out."
                                .formatted(release.get()));
            } else if (List.of("install", "uninstall").contains(key)
                    && ALL.matcher(text).find()) {
                refuse(
                        place,
                        "the word \"all\" has no place here, as an installation on all SGMs at the same time stops the traffic.");
            } else if (!filledIn(text).equals(usual)) {
                refuse(
                        place,
                        usual.isEmpty()
                                ? "it must have no words in braces, as the run fills nothing in."
                                : "it must have %s, which the run fills in, and no others.".formatted(usual));
            } else if (isAct(key) && !Permits.namesNobody(text)) {
                refuse(
                        place,
                        "outside of its braces it must have no figure and no comma, which could name an SGM that is not meant, each word in braces once, and nothing right behind one.");
            }
        });
        return dialect;
    }

    /** The usual wording is shown beside it: that of the release, where it is not the one of the example. */
    private void refuse(String place, String why) {
        String key = Place.last(place);
        Optional<String> another = usual(key).filter(text -> !text.equals(reading.example(place)));
        if (another.isPresent()) {
            reading.refusePlainly(place, "%s Write: %s: %s".formatted(why, key, another.get()));
        } else {
            reading.refuse(place, why);
        }
    }

    private Optional<String> usual(String key) {
        return release.flatMap(of -> phrase(key).map(Dialect.of(of)::say));
    }

    private static boolean isAct(String key) {
        return phrase(key).filter(Phrase::isAct).isPresent();
    }

    private static boolean isOfCpuse(String key) {
        return phrase(key).filter(Phrase::isOfCpuse).isPresent();
    }

    private static Optional<Phrase> phrase(String key) {
        return Arrays.stream(Phrase.values())
                .filter(phrase -> phrase.key().equals(key))
                .findFirst();
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
