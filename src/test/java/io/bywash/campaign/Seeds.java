package io.bywash.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The seeds that a command line asks for: {@code 17}, {@code 1-1000}, {@code 1-20,35}. */
final class Seeds {
    private static final Pattern PART = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");

    private Seeds() {}

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException for anything else
     */
    static List<Long> read(String text) {
        List<Long> seeds = new ArrayList<>();
        for (String part : text.strip().split("\\s*,\\s*")) {
            Matcher matcher = PART.matcher(part);
            if (!matcher.matches() || isEmpty(matcher)) {
                throw new IllegalArgumentException(
                        "'%s' names no seeds: write one, a range or several, for example 17, 1-1000 or 1-20,35."
                                .formatted(text));
            }
            long first = Long.parseLong(matcher.group(1));
            long last = matcher.group(2) == null ? first : Long.parseLong(matcher.group(2));
            for (long seed = first; seed <= last; seed++) {
                seeds.add(seed);
            }
        }
        return seeds;
    }

    private static boolean isEmpty(Matcher range) {
        return range.group(2) != null && Long.parseLong(range.group(2)) < Long.parseLong(range.group(1));
    }
}
