package io.bywash.report;

import io.bywash.evidence.Fact;
import io.bywash.evidence.HistoryFile;
import java.awt.Color;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The picture of a run: a lane for each chassis and each SGM with its states over time, and what was done above them.
 *
 * <p>It shows what looks saw. A change stands at the look that saw it; where nobody looked for more than five minutes of
 * device time the lane is hatched.
 */
public final class Timeline {
    /** The longest time between two looks, as the device counts it, for which the first is taken to have lasted. */
    private static final Duration BOUND = Duration.ofMinutes(5);

    private static final String BOUND_IN_WORDS = "5 min";

    /** How many bands may lie side by side in a lane; more would be narrower than two units. */
    private static final long COLUMNS = Math.round((Layout.RIGHT - Layout.LEFT) / 2.5);

    /** How many bands a picture may have, so that its file stays well below 300,000 characters. */
    private static final int MOST_BANDS = 2000;

    private static final int HEAD_SHOWN = 16;

    static {
        // A DISPLAY that leads nowhere, as after a log-in over SSH, would keep Java from drawing anything.
        System.setProperty("java.awt.headless", "true");
    }

    private final HistoryFile run;
    private final Heading heading;
    private final Lanes lanes;
    private final boolean everythingDrawn;
    private final TimeAxis time;
    private final Verticals verticals;
    private final Ruler ruler;
    private final Layout layout;
    private final Legend legend;
    private final Sheet sheet;

    private Timeline(HistoryFile run) {
        this.run = run;
        heading = Heading.of(run);
        ruler = Ruler.of(run);
        time = time(run, ruler.end());
        Lanes seen = Lanes.of(run, Math.round(BOUND.toNanos() / time.pace()));
        lanes = seen.atLeast(time.span() / COLUMNS, MOST_BANDS);
        everythingDrawn = lanes.equals(seen);
        verticals = Verticals.of(ruler, time);
        layout = new Layout(
                verticals.rows(), lanes.chassis1().size(), lanes.chassis2().size());
        legend = new Legend(lanes, BOUND_IN_WORDS);
        sheet = new Sheet(Layout.WIDTH, layout.legendTop() + legend.height() + 40);
    }

    /**
     * Draws a run, whole or not.
     *
     * @return an SVG element without scripts and without anything from elsewhere; it fills the width it is given. The same
     *     history gives the same bytes. On a machine whose Java has no fonts it says so instead of showing the run
     */
    public static String svg(HistoryFile run) {
        try {
            return new Timeline(run).svg();
        } catch (LinkageError | InternalError noFonts) {
            return Undrawn.svg(Heading.of(run).title());
        }
    }

    private static TimeAxis time(HistoryFile run, long end) {
        if (run.facts().stream().noneMatch(Fact.RunStarted.class::isInstance)) {
            return new TimeAxis(false, Instant.EPOCH, 1, end);
        }
        RunFacts facts = new RunFacts(run);
        return new TimeAxis(
                facts.simulated(),
                facts.started().at(),
                facts.started().settings().pace(),
                end);
    }

    private String svg() {
        heading();
        lanes();
        RulerPainter painter = new RulerPainter(sheet, layout, time);
        painter.steps(ruler);
        painter.verticals(verticals);
        double middle = (Layout.LEFT + Layout.RIGHT) / 2;
        String label = time.label();
        sheet.text(label, middle - TextWidth.of(label, 16, false) / 2, layout.axisLabel(), 16, false, Palette.MUTED);
        legend.draw(sheet, layout.legendTop());
        source();
        return sheet.svg(heading.title(), description());
    }

    private void heading() {
        boolean real = heading.kind().equals("REAL");
        double x = sheet.badge(
                heading.kind(),
                Layout.MARGIN,
                42,
                22,
                real ? Palette.INK : Palette.PAPER,
                real ? Palette.PAPER : Palette.INK);
        String subject = "Security Group %s, %s".formatted(heading.group(), heading.stages());
        sheet.text(subject, x + 16, 42, 24, true, Palette.INK);
        String verdict = heading.mark().loudWord();
        double wide = TextWidth.of(verdict, 22, true) + 22;
        Color colour = Palette.of(heading.mark());
        boolean hollow = heading.mark() == Mark.INCOMPLETE;
        sheet.badge(
                verdict, Layout.RIGHT - wide, 42, 22, hollow ? Palette.PAPER : colour, hollow ? colour : Palette.PAPER);
        sheet.text(heading.details(), Layout.MARGIN, 74, 16, false, Palette.MUTED);
    }

    private void lanes() {
        LaneChart chart = new LaneChart(sheet, layout.lanes(), time, verticals.lines());
        chart.add(lanes.roles(), layout.rolesTop(), Layout.ROLE_PITCH);
        chart.add(lanes.chassis1(), layout.chassis1Top(), layout.pitch());
        chart.add(lanes.chassis2(), layout.chassis2Top(), layout.pitch());
        chart.draw();
        names(lanes.roles(), layout.rolesTop(), Layout.ROLE_PITCH);
        names(lanes.chassis1(), layout.chassis1Top(), layout.pitch());
        names(lanes.chassis2(), layout.chassis2Top(), layout.pitch());
        if (lanes.looks() == 0) {
            sheet.text(
                    "Nobody looked at the Security Group.",
                    Layout.LEFT + 16,
                    layout.rolesTop() + Layout.ROLE_PITCH + 6,
                    16,
                    false,
                    Palette.MUTED);
        }
        chassis("SGMs of chassis 1", layout.headingOfChassis1());
        chassis("SGMs of chassis 2", layout.headingOfChassis2());
    }

    private void chassis(String words, double top) {
        sheet.text(words, Layout.MARGIN, top + 18, 16, true, Palette.INK);
    }

    private void names(List<Lane> lanes, double top, double pitch) {
        double size = Math.min(16, pitch * 0.8);
        for (int number = 0; number < lanes.size(); number++) {
            double middle = top + (number + 0.5) * pitch;
            sheet.text(lanes.get(number).name(), Layout.MARGIN, middle + size * 0.36, size, false, Palette.INK);
        }
    }

    private void source() {
        String words = "%s. A change stands at the look that saw it.%s Drawn from history.jsonl, head %s\u2026"
                .formatted(
                        looks(),
                        everythingDrawn ? "" : " Where states change too fast to be drawn, the worst is shown.",
                        run.head().substring(0, HEAD_SHOWN));
        sheet.text(words, Layout.LEFT, layout.legendTop() + legend.height() + 18, 15, false, Palette.MUTED);
    }

    private String looks() {
        return lanes.looks() == 1 ? "1 look" : lanes.looks() + " looks";
    }

    private String description() {
        return "States of %d SGMs on two chassis over time, from %s. %s. %s"
                .formatted(lanes.chassis1().size() + lanes.chassis2().size(), looks(), heading.details(), told());
    }

    private String told() {
        List<String> sentences = new ArrayList<>(heading.against());
        ruler.acts().forEach(act -> sentences.add(act.step() + " " + act.words() + "."));
        ruler.stops().forEach(stop -> sentences.add("Trouble: " + stop.words() + "."));
        return String.join(" ", sentences);
    }
}
