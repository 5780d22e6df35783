package io.bywash.report;

import io.bywash.evidence.Fact;
import io.bywash.evidence.HistoryFile;
import java.util.List;
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
    /** The most characters that all screens and what belongs to each may have: the page makes 16 MB of them. */
    private static final long ROOM = 11_500_000;

    /** What the page needs for a command beside its screen. */
    private static final long FOR_EACH = 280;

    private static final int[] LIMITS = {
        1_000_000, 100_000, 50_000, 32_000, 16_000, 8_000, 6_000, 4_000, 3_000, 2_000, 1_500, 1_000, 750, 500, 250
    };

    static ScreenLimit of(HistoryFile run) {
        List<String> screens = run.facts().stream()
                .filter(Fact.Exchanged.class::isInstance)
                .map(fact -> whole((Fact.Exchanged) fact))
                .toList();
        long room = ROOM - FOR_EACH * screens.size();
        return IntStream.of(LIMITS)
                .filter(limit -> screens.stream()
                                .mapToLong(screen -> Math.min(limit, screen.length()))
                                .sum()
                        <= room)
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
