package io.bywash.procedure;

import io.bywash.evidence.Fact;
import io.bywash.evidence.Finding;
import io.bywash.evidence.Remedy;
import io.bywash.evidence.Wrapped;
import io.bywash.gaia.Dialect;
import io.bywash.group.ChassisId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a tired person needs when a run did not pass, on one page: what was expected, what was seen, how the group stands
 * now, what to do next, and the rollback from here.
 *
 * <p>A pure function of the facts: it sends nothing and reads nothing.
 */
public final class FailurePage {
    /** The page has at most this many lines. */
    public static final int MOST_LINES = 25;

    /** A line of it has at most this many characters. */
    public static final int WIDTH = 110;

    private static final int LABEL = 10;
    private static final int TEXT = WIDTH - LABEL;
    private static final int MOST_RAW = 3;
    private static final int FEWEST_SEEN = 3;
    private static final String AND_THEN = "Then look at the whole group again.";
    private static final String AFTER_NEXT = "First what stands under next; then look at the whole group again.";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private final Assignment assignment;
    private final Dialect dialect;
    private final List<Stage> selected;
    private final Set<ChassisId> orderedBefore;

    /**
     * @param selected the stages of the run, in order
     * @param orderedBefore the chassis on which an earlier run ordered an installation that no run has proven
     */
    public FailurePage(Assignment assignment, Dialect dialect, List<Stage> selected, Set<ChassisId> orderedBefore) {
        this.assignment = assignment;
        this.dialect = dialect;
        this.selected = List.copyOf(selected);
        this.orderedBefore = Set.copyOf(orderedBefore);
    }

    /**
     * The page.
     *
     * @param facts everything that happened up to the trouble, in order
     * @param evidence where the evidence is, in words
     */
    public List<String> of(Trouble trouble, List<Fact> facts, StateNow now, String evidence) {
        Traces traces = Traces.of(facts, assignment, orderedBefore);
        Stage stage = stage(trouble, facts);
        View view = View.of(
                now,
                assignment.group(),
                traces.lastThatMoves(),
                assignment.waits().settle().limit());
        NextAction next = new NextAction(assignment, dialect, trouble, traces, now, view, stage);
        Rollback rollback = next.situation().rollback(view.supportsChange());
        WayBack wayBack = new WayBack(assignment, dialect, traces, now, rollback, stage.number());

        List<String> head = new ArrayList<>(Wrapped.atMost(2, WIDTH, headline(trouble)));
        head.addAll(section("expected", Wrapped.atMost(2, TEXT, trouble.expected())));
        List<String> foot = new ArrayList<>();
        for (ChassisId chassis : ChassisId.values()) {
            foot.addAll(section(chassis.toString(), Wrapped.atMost(2, TEXT, now.told(assignment.group(), chassis))));
        }
        List<String> command = new ArrayList<>(trouble.finding().whole());
        command.addAll(section("resume", Wrapped.command(TEXT, command(trouble, facts))));
        List<String> last = section("evidence", Wrapped.to(TEXT, evidence));
        int room = MOST_LINES - head.size() - foot.size() - command.size() - last.size();
        foot.addAll(section("next", Wrapped.atMost(room - 2, TEXT, String.join(" ", next.told()))));
        foot.addAll(command);
        room = MOST_LINES - head.size() - FEWEST_SEEN - foot.size() - last.size();
        foot.addAll(section("rollback", whole(wayBack.told(), room)));
        foot.addAll(last);

        List<String> page = new ArrayList<>(head);
        page.addAll(section("seen", seen(trouble, facts, MOST_LINES - head.size() - foot.size())));
        page.addAll(foot);
        return page;
    }

    /** As it stands on the page: a person who has read it may decide what no program does. */
    private String command(Trouble trouble, List<Fact> facts) {
        Finding finding = trouble.finding();
        return finding.remedy() == Remedy.AFRESH
                ? "%s -Dbywash.afresh=%s".formatted(goOn(trouble, facts), finding.subject())
                : goOn(trouble, facts);
    }

    /** The whole command line to go on with. */
    public String goOn(Trouble trouble, List<Fact> facts) {
        Finding finding = trouble.finding();
        Optional<Stage> first =
                finding.remedy() == Remedy.EARLIER_PART ? Stage.tagged(finding.subject()) : Optional.empty();
        boolean everything = selected.size() == Stage.values().length;
        return everything && first.isEmpty()
                ? assignment.commandForAll()
                : assignment.commandFor(first.orElse(stage(trouble, facts)));
    }

    private static String headline(Trouble trouble) {
        return "%s at %s%s, %s"
                .formatted(
                        trouble.outcome().toString().toUpperCase(Locale.ROOT),
                        trouble.place(),
                        trouble.words().isEmpty() ? "" : ": " + trouble.words(),
                        TIME.format(trouble.at()));
    }

    /** Whole sentences, the first ones, as many as there is room for; where there is none for the first, one line in its place. */
    static List<String> whole(List<String> sentences, int room) {
        String told = sentences.get(0);
        String least = sentences.size() == 1 ? told : told + " " + AND_THEN;
        if (Wrapped.to(TEXT, least).size() > Math.max(1, room)) {
            return List.of(AFTER_NEXT);
        }
        for (int next = 1; next < sentences.size(); next++) {
            String longer = told + " " + sentences.get(next);
            boolean isLast = next + 1 == sentences.size();
            if (Wrapped.to(TEXT, isLast ? longer : longer + " " + AND_THEN).size() > room) {
                return Wrapped.to(TEXT, told + " " + AND_THEN);
            }
            told = longer;
        }
        return Wrapped.to(TEXT, told);
    }

    /** Our words first, shortened if need be; then where it was seen, and of what stood there the lines that decided. */
    private static List<String> seen(Trouble trouble, List<Fact> facts, int room) {
        List<String> raw = RawScreen.of(facts, trouble.finding().deciding())
                .filter(screen -> room >= FEWEST_SEEN)
                .map(screen -> raw(screen, Math.min(MOST_RAW, room - 2)))
                .orElse(List.of());
        List<String> seen =
                new ArrayList<>(Wrapped.atMost(Math.max(1, room - raw.size()), TEXT, inOne(trouble.seen())));
        seen.addAll(raw);
        return seen;
    }

    /** The lines of a paragraph as one text. */
    private static String inOne(String paragraph) {
        return paragraph.strip().replaceAll("(?<=[.,:;])\\s*\\R\\s*", " ").replaceAll("\\s*\\R\\s*", "; ");
    }

    private static List<String> raw(RawScreen screen, int most) {
        List<String> raw = new ArrayList<>(List.of(Wrapped.cut(TEXT, screen.typed())));
        screen.lines().stream().limit(most).forEach(line -> raw.add(Wrapped.cut(TEXT, "> " + line)));
        return raw;
    }

    /** The stage of the trouble's step; where it is at no step, that of the last step that was begun. */
    private Stage stage(Trouble trouble, List<Fact> facts) {
        Optional<Stage> last = facts.stream()
                .filter(Fact.StepStarted.class::isInstance)
                .flatMap(fact -> Stage.ofStep(((Fact.StepStarted) fact).id()).stream())
                .reduce((first, second) -> second);
        return Stage.ofStep(trouble.place()).or(() -> last).orElse(selected.get(0));
    }

    private static List<String> section(String label, List<String> lines) {
        List<String> section = new ArrayList<>();
        for (String line : lines) {
            String beside = section.isEmpty() ? label : "";
            section.add("%-10s%s".formatted(beside, line).stripTrailing());
        }
        return section;
    }
}
