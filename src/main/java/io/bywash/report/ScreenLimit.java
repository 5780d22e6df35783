package io.bywash.report;

import io.bywash.evidence.Fact;
import io.bywash.evidence.HistoryFile;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How much of each screen a report shows, so that its one page can still be opened.
 *
 * <p>A run of usual length is shown whole. Of a very long one the middle of long screens is left out, and each says so;
 * all of them have the same limit, which follows from the history alone.
 *
 * @param characters the most that are shown of one screen
 */
record ScreenLimit(int characters) {
    /** The most that all screens together may need; base64 and the generator make 16 MB of it. */
    private static final long ROOM = 10_000_000;

    private static final int[] LIMITS = {1_000_000, 100_000, 32_000, 16_000, 8_000, 4_000, 2_000, 1_000, 500};

    static ScreenLimit of(HistoryFile run) {
        Set<String> screens = run.facts().stream()
                .filter(Fact.Exchanged.class::isInstance)
                .map(fact -> whole((Fact.Exchanged) fact))
                .collect(Collectors.toSet());
        return IntStream.of(LIMITS)
                .filter(limit -> screens.stream()
                                .mapToLong(screen -> Math.min(limit, screen.length()))
                                .sum()
                        <= ROOM)
                .mapToObj(ScreenLimit::new)
                .findFirst()
                .orElse(new ScreenLimit(LIMITS[LIMITS.length - 1]));
    }

    private static String whole(Fact.Exchanged exchange) {
        String screen = exchange.screen().stripTrailing();
        return "%s%n%s%s-> %s%n"
                .formatted(
                        (exchange.prompt() + " " + exchange.command()).strip(),
                        screen,
                        screen.isEmpty() ? "" : "\n",
                        exchange.ending());
    }

    /** The exchange as the report shows it. */
    String shown(Fact.Exchanged exchange, int line) {
        String whole = whole(exchange);
        if (whole.length() <= characters) {
            return whole;
        }
        int half = characters / 2;
        return "%s%n%n[... %d characters are left out here, because the run is long; line %d of history.jsonl has them ...]%n%n%s"
                .formatted(
                        whole.substring(0, half),
                        whole.length() - 2 * half,
                        line,
                        whole.substring(whole.length() - half));
    }
}
