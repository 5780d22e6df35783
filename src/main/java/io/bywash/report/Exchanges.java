package io.bywash.report;

import io.bywash.evidence.Fact;
import io.bywash.report.StepFacts.Line;
import io.qameta.allure.model.Attachment;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    /** In the order they began; the name of an act says so. */
    List<Attachment> of(List<Line> lines) {
        Set<String> acts = new HashSet<>();
        List<Attachment> all = new ArrayList<>();
        for (Line line : lines) {
            if (line.fact() instanceof Fact.ActIntended act) {
                acts.add(act.line());
            } else if (line.fact() instanceof Fact.Exchanged exchange) {
                all.add(attachments.text(
                        name(exchange, acts.remove(exchange.command()), line.number()),
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
