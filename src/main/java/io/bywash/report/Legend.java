package io.bywash.report;

import java.awt.BasicStroke;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the colours of a drawing mean: those that are in it, with the words the screens had for them. */
final class Legend {
    private static final double SIZE = 15;
    private static final double SWATCH = 30;
    private static final double ROW = 27;
    private static final double BETWEEN = 22;

    private final List<Entry> entries;

    /** @param band an example of what is explained */
    private record Entry(Lane.Band band, String words) {}

    /** @param bound the longest time between two looks that a lane is drawn through, in words */
    Legend(Lanes lanes, String bound) {
        entries = new ArrayList<>();
        words(lanes).forEach((showing, words) -> entries.add(new Entry(example(showing, true), told(showing, words))));
        if (bands(lanes).anyMatch(band -> !band.seen())) {
            entries.add(new Entry(
                    example(Showing.UNSEEN, false),
                    "nobody looked for more than %s; pale colour: the looks before and after agree".formatted(bound)));
        }
    }

    private static Stream<Lane.Band> bands(Lanes lanes) {
        return lanes.all().stream().map(Lane::bands).flatMap(Collection::stream);
    }

    private static Map<Showing, SortedSet<String>> words(Lanes lanes) {
        Map<Showing, SortedSet<String>> words = new EnumMap<>(Showing.class);
        bands(lanes)
                .filter(band -> band.showing() != Showing.UNSEEN)
                .forEach(band -> words.computeIfAbsent(band.showing(), showing -> new TreeSet<>())
                        .add(band.word()));
        return words;
    }

    private static String told(Showing showing, SortedSet<String> words) {
        String said =
                String.join(", ", words.stream().filter(word -> !word.isEmpty()).toList());
        return said.isEmpty() ? showing.meaning() : said + ": " + showing.meaning();
    }

    private static Lane.Band example(Showing showing, boolean seen) {
        return new Lane.Band(showing, "", seen, 0, 0);
    }

    /** How high it is. */
    double height() {
        double x = Layout.LEFT;
        int rows = entries.isEmpty() ? 0 : 1;
        for (Entry entry : entries) {
            double wide = width(entry);
            if (x + wide > Layout.RIGHT && x > Layout.LEFT) {
                rows++;
                x = Layout.LEFT;
            }
            x += wide + BETWEEN;
        }
        return rows * ROW;
    }

    private static double width(Entry entry) {
        return SWATCH + 8 + TextWidth.of(entry.words(), SIZE, false);
    }

    void draw(Sheet sheet, double top) {
        double x = Layout.LEFT;
        double y = top;
        for (Entry entry : entries) {
            double wide = width(entry);
            if (x + wide > Layout.RIGHT && x > Layout.LEFT) {
                x = Layout.LEFT;
                y += ROW;
            }
            Rectangle2D box = new Rectangle2D.Double(x, y, SWATCH, 17);
            sheet.fill(box, Palette.of(entry.band()));
            sheet.outline(box, Palette.MUTED, new BasicStroke(0.8f));
            sheet.text(entry.words(), x + SWATCH + 8, y + 14, SIZE, false, Palette.INK);
            x += wide + BETWEEN;
        }
    }
}
