package io.bywash.acceptance;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * A command line that a run names to go on with, as somebody types it.
 *
 * @param tag the stage; empty for all of them
 * @param settings everything else that stands behind {@code -D}
 */
public record CommandLineNamed(String tag, Map<String, String> settings) {
    private static final String GOAL = "mvn verify";
    private static final String TAGS = "cucumber.filter.tags";

    public CommandLineNamed {
        settings = Map.copyOf(settings);
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException for a line that is no run of ours
     */
    public static CommandLineNamed read(String line) {
        if (!line.startsWith(GOAL)) {
            throw new IllegalArgumentException("'%s' is no command line of a run.".formatted(line));
        }
        Map<String, String> settings = new TreeMap<>();
        Arrays.stream(line.substring(GOAL.length()).strip().split(" +"))
                .filter(word -> !word.isEmpty())
                .forEach(word -> settings.put(nameOf(word), word.substring(word.indexOf('=') + 1)));
        String tag = settings.getOrDefault(TAGS, "");
        settings.remove(TAGS);
        return new CommandLineNamed(tag, settings);
    }

    private static String nameOf(String word) {
        if (!word.matches("-D[\\w.]+=[^'\"\\\\]+")) {
            throw new IllegalArgumentException("'%s' is no setting.".formatted(word));
        }
        return word.substring(2, word.indexOf('='));
    }
}
