package io.bywash.report;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RectangularShape;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** The lanes over the time axis, drawn by the chart library. Its other axis counts the units of the sheet, downwards. */
final class LaneChart {
    private static final double AXIS_SPACE = 40;
    private static final double LEAST_WIDTH = 2.5;
    private static final double AIR = 5;
    private static final double WORDS_FROM = 12;

    private final Sheet sheet;
    private final Rectangle2D area;
    private final TimeAxis time;
    private final List<Double> lines;
    private final ValueAxis axis;
    private final List<Row> rows = new ArrayList<>();

    /** A lane and where it lies; the words of a band that begins right below one with the same words are left out. */
    private record Row(Lane lane, List<String> words, double top, double bottom) {}

    /** @param lines where the vertical lines will be, so that no words lie below them */
    LaneChart(Sheet sheet, Rectangle2D area, TimeAxis time, List<Double> lines) {
        this.lines = lines.stream().sorted().toList();
        this.sheet = sheet;
        this.area = area;
        this.time = time;
        this.axis = time.axis(Palette.MUTED, Sheet.font(16, false));
    }

    /** Adds lanes below one another. */
    void add(List<Lane> lanes, double top, double pitch) {
        double air = Math.max(1.5, pitch * 0.09);
        for (int number = 0; number < lanes.size(); number++) {
            Lane above = number == 0 ? new Lane("", List.of()) : lanes.get(number - 1);
            double y = top + number * pitch;
            rows.add(new Row(lanes.get(number), Wording.of(lanes.get(number), above), y + air, y + pitch - air));
        }
    }

    void draw() {
        XYPlot plot = new XYPlot(bands(), axis, downwards(), renderer());
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setFixedRangeAxisSpace(new AxisSpace());
        AxisSpace below = new AxisSpace();
        below.setBottom(AXIS_SPACE);
        plot.setFixedDomainAxisSpace(below);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setDomainGridlinePaint(Palette.FAINT);
        plot.setDomainGridlineStroke(new BasicStroke(1));
        Rectangle2D whole =
                new Rectangle2D.Double(area.getX(), area.getY(), area.getWidth(), area.getHeight() + AXIS_SPACE);
        plot.draw(sheet.graphics(), whole, null, null, null);
    }

    private XYIntervalSeriesCollection bands() {
        XYIntervalSeriesCollection bands = new XYIntervalSeriesCollection();
        for (Row row : rows) {
            XYIntervalSeries series = new XYIntervalSeries(row.lane().name() + row.top(), false, true);
            for (Lane.Band band : row.lane().bands()) {
                double from = time.value(band.from());
                series.add(from, from, time.value(band.to()), row.top(), row.top(), row.bottom());
            }
            bands.addSeries(series);
        }
        return bands;
    }

    private NumberAxis downwards() {
        NumberAxis down = new NumberAxis();
        down.setRange(area.getMinY(), area.getMaxY());
        down.setInverted(true);
        down.setVisible(false);
        return down;
    }

    private XYBarRenderer renderer() {
        XYBarRenderer renderer = new XYBarRenderer();
        renderer.setUseYInterval(true);
        renderer.setShadowVisible(false);
        renderer.setBarPainter(new BandPainter());
        return renderer;
    }

    /** Draws a band as its colour and hatch, with its words where there is room. */
    private final class BandPainter extends StandardXYBarPainter {
        @Override
        public void paintBar(
                Graphics2D graphics,
                XYBarRenderer renderer,
                int row,
                int column,
                RectangularShape bar,
                RectangleEdge base) {
            Lane.Band band = rows.get(row).lane().bands().get(column);
            double wide = Math.max(LEAST_WIDTH, bar.getWidth());
            Rectangle2D box = new Rectangle2D.Double(bar.getX(), bar.getY(), wide, bar.getHeight());
            sheet.fill(box, Palette.of(band));
            String words = rows.get(row).words().get(column);
            double size = Math.min(16, bar.getHeight() * 0.82);
            Rectangle2D free = free(box);
            double needed = TextWidth.of(words, size, false) + 2 * AIR;
            if (!words.isEmpty() && size >= WORDS_FROM && needed <= free.getWidth()) {
                words(words, band, free, size, needed);
            }
        }

        private void words(String words, Lane.Band band, Rectangle2D free, double size, double needed) {
            double x = free.getCenterX() - needed / 2;
            if (Palette.of(band) instanceof Hatch hatch) {
                sheet.fill(new Rectangle2D.Double(x, free.getY() + 2, needed, free.getHeight() - 4), hatch.ground());
            }
            sheet.text(words, x + AIR, free.getCenterY() + size * 0.36, size, false, Palette.words(band));
        }

        /** The widest piece of a band between vertical lines. */
        private Rectangle2D free(Rectangle2D band) {
            double from = band.getMinX();
            double best = from;
            double width = 0;
            List<Double> ends = new ArrayList<>(lines);
            ends.removeIf(line -> line <= band.getMinX() || line >= band.getMaxX());
            ends.add(band.getMaxX());
            for (double end : ends) {
                if (end - from > width) {
                    best = from;
                    width = end - from;
                }
                from = end;
            }
            return new Rectangle2D.Double(best, band.getY(), width, band.getHeight());
        }
    }
}
