package io.bywash.report;

import io.bywash.evidence.Outcome;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Draws what the run did above the lanes, and the lines of its acts through them. */
final class RulerPainter {
    private static final double SIZE = 16;
    private static final Color PART = new Color(0x3E4C59);
    private static final Color[] STEPS = {new Color(0xCBD3DB), new Color(0xE9EDF0)};
    private static final Set<Outcome> FINE = EnumSet.of(Outcome.PASSED, Outcome.NOT_RUN);
    private static final List<String> PARTS = List.of(
            "import and verify", "cloning off", "install on Standby Chassis A", "fail over", "install on Chassis B");

    private final Sheet sheet;
    private final Layout layout;
    private final TimeAxis time;

    RulerPainter(Sheet sheet, Layout layout, TimeAxis time) {
        this.sheet = sheet;
        this.layout = layout;
        this.time = time;
    }

    private double x(long nanos) {
        return time.between(Layout.LEFT, Layout.RIGHT, nanos);
    }

    void steps(Ruler ruler) {
        label("Part", Layout.PARTS_TOP + Layout.PARTS_HEIGHT / 2);
        label("Step", Layout.STEPS_TOP + Layout.STEPS_HEIGHT / 2);
        ruler.parts().forEach(this::part);
        for (int number = 0; number < ruler.steps().size(); number++) {
            step(ruler.steps().get(number), STEPS[number % STEPS.length]);
        }
    }

    private void label(String words, double middle) {
        sheet.text(words, Layout.MARGIN, middle + SIZE * 0.36, SIZE, false, Palette.MUTED);
    }

    private void part(Ruler.Part part) {
        double left = x(part.from());
        double wide = Math.max(3, x(part.to()) - left - 1.5);
        double middle = Layout.PARTS_TOP + Layout.PARTS_HEIGHT / 2;
        sheet.fill(new Rectangle2D.Double(left, Layout.PARTS_TOP, wide, Layout.PARTS_HEIGHT), PART);
        String number = String.valueOf(part.number());
        String all = number + "  " + PARTS.get(part.number() - 1);
        String words = fits(all, wide, true) ? all : number;
        if (fits(words, wide, true)) {
            double from = words.equals(number) ? left + (wide - TextWidth.of(words, SIZE, true)) / 2 : left + 8;
            sheet.text(words, from, middle + SIZE * 0.36, SIZE, true, Palette.PAPER);
        }
    }

    private void step(Ruler.Step step, Color ground) {
        double left = x(step.from());
        double wide = Math.max(1.5, x(step.to()) - left);
        boolean fine = step.outcome().filter(FINE::contains).isPresent();
        double middle = Layout.STEPS_TOP + Layout.STEPS_HEIGHT / 2;
        sheet.fill(
                new Rectangle2D.Double(left, Layout.STEPS_TOP, wide, Layout.STEPS_HEIGHT),
                fine ? ground : Palette.TROUBLE);
        String words = step.letter();
        if (fits(words, wide, !fine)) {
            double from = left + (wide - TextWidth.of(words, SIZE, !fine)) / 2;
            sheet.text(words, from, middle + SIZE * 0.36, SIZE, !fine, fine ? Palette.INK : Palette.PAPER);
        }
    }

    private static boolean fits(String words, double wide, boolean bold) {
        return TextWidth.of(words, SIZE, bold) + 5 <= wide;
    }

    void verticals(Verticals verticals) {
        verticals.verticals().stream()
                .sorted(Comparator.comparing(Verticals.Vertical::kind))
                .forEach(vertical ->
                        vertical(vertical, colour(vertical.kind()), vertical.kind() == Verticals.Kind.ACT ? 1.6 : 3));
        verticals.verticals().forEach(vertical -> vertical.flag().ifPresent(flag -> words(flag, vertical)));
    }

    private void vertical(Verticals.Vertical vertical, Color colour, double strength) {
        double top =
                vertical.flag().map(flag -> layout.flagBottom(flag.row()) - 2).orElse(layout.lanesTop());
        double air = strength + 1.6;
        sheet.line(vertical.x(), layout.lanesTop(), vertical.x(), layout.lanesBottom(), Palette.PAPER, air);
        sheet.line(vertical.x(), top, vertical.x(), layout.lanesBottom(), colour, strength);
        Path2D tip = new Path2D.Double();
        tip.moveTo(vertical.x() - 5, layout.lanesTop());
        tip.lineTo(vertical.x() + 5, layout.lanesTop());
        tip.lineTo(vertical.x(), layout.lanesTop() + 8);
        tip.closePath();
        sheet.fill(tip, colour);
    }

    private void words(Flags.Flag flag, Verticals.Vertical vertical) {
        double baseline = layout.flagBottom(flag.row()) - 7;
        Color colour = colour(vertical.kind());
        boolean box = vertical.kind() != Verticals.Kind.ACT;
        Rectangle2D ground = new Rectangle2D.Double(
                flag.from(),
                layout.flagBottom(flag.row()) - Layout.FLAG_HEIGHT + 2,
                flag.to() - flag.from(),
                Layout.FLAG_HEIGHT - 4);
        sheet.fill(ground, box ? colour : Palette.PAPER);
        if (!box) {
            sheet.line(vertical.x(), ground.getMinY(), vertical.x(), ground.getMaxY() + 2, colour, 1.6);
        }
        sheet.text(flag.words(), flag.from() + 6, baseline, Verticals.SIZE, true, box ? Palette.PAPER : Palette.INK);
    }

    private static Color colour(Verticals.Kind kind) {
        return switch (kind) {
            case ACT -> Palette.INK;
            case FAILOVER -> Palette.FAILOVER;
            case TROUBLE -> Palette.TROUBLE;
        };
    }
}
