package io.bywash.report;

import java.awt.Color;
import java.awt.Font;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.TimeZone;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;

/**
 * The time a reader is told: the clock in UTC for a real Security Group, minutes of device time for a simulated one.
 *
 * <p>It rests on the start of the run and the time since then by the clock that nobody can set, so that no lane runs
 * backwards.
 *
 * @param pace device seconds per second
 * @param end when the last fact was written, in nanoseconds since the run began
 */
record TimeAxis(boolean simulated, Instant start, double pace, long end) {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK).withZone(ZoneOffset.UTC);
    private static final double NANOS_A_MINUTE = 60e9;
    private static final double NANOS_A_MILLISECOND = 1e6;
    private static final long LEAST = 1_000_000_000L;
    private static final double ROOM_AT_THE_END = 0.012;

    /** The value on the axis for a time since the run began. */
    double value(long nanos) {
        return simulated ? nanos * pace / NANOS_A_MINUTE : start.toEpochMilli() + nanos / NANOS_A_MILLISECOND;
    }

    /** How much time the axis spans, in nanoseconds of the run. */
    long span() {
        return Math.round(Math.max(end, LEAST) * (1 + ROOM_AT_THE_END));
    }

    /** Where a time lies between {@code left} and {@code right}, where the axis begins and ends. */
    double between(double left, double right, long nanos) {
        return left + (right - left) * nanos / span();
    }

    String label() {
        if (!simulated) {
            return "clock time in UTC, from " + DAY.format(start) + " on";
        }
        return "minutes of device time since the run began (SIMULATED: the time that passed \u00d7 %s)"
                .formatted(pace == Math.rint(pace) ? String.valueOf((long) pace) : String.valueOf(pace));
    }

    ValueAxis axis(Color colour, Font font) {
        ValueAxis axis = simulated ? minutes() : clock();
        axis.setRange(value(0), value(span()));
        axis.setAxisLineVisible(true);
        axis.setAxisLinePaint(colour);
        axis.setTickMarkPaint(colour);
        axis.setTickLabelPaint(colour);
        axis.setTickLabelFont(font);
        axis.setLowerMargin(0);
        axis.setUpperMargin(0);
        return axis;
    }

    private static ValueAxis minutes() {
        NumberAxis axis = new NumberAxis();
        axis.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.UK));
        return axis;
    }

    private static ValueAxis clock() {
        return new DateAxis(null, TimeZone.getTimeZone(ZoneOffset.UTC), Locale.UK);
    }
}
