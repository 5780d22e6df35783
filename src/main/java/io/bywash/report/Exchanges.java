package io.bywash.report;

import io.bywash.evidence.Fact;
import io.bywash.report.StepFacts.Line;
import io.qameta.allure.model.Attachment;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What was typed and what came back, an attachment for each command. */
final class Exchanges {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
    private static final int LONGEST_COMMAND = 120;

    private final Attachments attachments;
    private final ScreenLimit limit;

    Exchanges(Attachments attachments, ScreenLimit limit) {
        this.attachments = attachments;
        this.limit = limit;
    }

    /** All of them, in the order they began. */
    List<Attachment> of(List<Line> lines) {
        return of(lines, exchange -> true, acts(lines, act -> true));
    }

    /** Those that changed the Security Group; the sign that a run is at work, which each SGM gets, does not count. */
    List<Attachment> ofActs(List<Line> lines) {
        Set<String> acts = acts(lines, act -> !act.kind().startsWith("lease"));
        return of(lines, exchange -> acts.contains(exchange.command()), acts);
    }

    private static Set<String> acts(List<Line> lines, Predicate<Fact.ActIntended> which) {
        return StepFacts.all(Fact.ActIntended.class, lines)
                .filter(which)
                .map(Fact.ActIntended::line)
                .collect(Collectors.toSet());
    }

    private List<Attachment> of(List<Line> lines, Predicate<Fact.Exchanged> which, Set<String> acts) {
        List<Attachment> all = new ArrayList<>();
        for (Line line : lines) {
            if (line.fact() instanceof Fact.Exchanged exchange && which.test(exchange)) {
                all.add(attachments.text(
                        name(exchange, acts.contains(exchange.command()), line.number()),
                        limit.shown(exchange, line.number())));
            }
        }
        return all;
    }

    private static String name(Fact.Exchanged exchange, boolean act, int number) {
        return "%s  %s%s  %s  (%d ms, line %d)"
                .formatted(
                        TIME.format(exchange.at()),
                        act ? "ACT " : "",
                        exchange.terminal(),
                        Readable.line(LONGEST_COMMAND, exchange.prompt() + " " + exchange.command()),
                        exchange.took().toMillis(),
                        number);
    }

    /** When something happened, in UTC. */
    static String time(Instant at) {
        return TIME.format(at);
    }

    /** The last screen of a status that was read. */
    static Optional<Fact.StatusSeen> lastStatus(List<Line> lines) {
        return StepFacts.all(Fact.StatusSeen.class, lines).reduce((before, last) -> last);
    }
}
