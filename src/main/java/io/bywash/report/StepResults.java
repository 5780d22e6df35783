package io.bywash.report;

import io.bywash.evidence.Fact;
import io.bywash.group.GroupStatus;
import io.bywash.report.StepFacts.Line;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.StepResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Makes the steps of the report: as written, with what each measured, did, saw, typed and heard. */
final class StepResults {
    private final RunInSteps run;
    private final Attachments attachments;
    private final Exchanges exchanges;

    StepResults(RunInSteps run, Attachments attachments, ScreenLimit limit) {
        this.run = run;
        this.attachments = attachments;
        this.exchanges = new Exchanges(attachments, limit);
    }

    /** A step of a feature, begun or not. */
    StepResult of(Fact.PlannedFeature feature, String words) {
        Judged judged = run.judged(feature, words);
        StepResult result = result(words, judged);
        run.step(words).ifPresent(step -> fill(result, step, judged));
        return result;
    }

    /** A step that has a name and a standing, and nothing else yet. */
    static StepResult result(String name, Judged judged) {
        return new StepResult()
                .setName(Readable.of(name))
                .setStatus(judged.standing().status())
                .setStatusDetails(judged.details())
                .setStage(Stage.FINISHED);
    }

    private void fill(StepResult result, StepFacts step, Judged judged) {
        result.setStart(step.started().at().toEpochMilli());
        result.setStop(step.finished()
                .map(end -> end.at().toEpochMilli())
                .orElse(run.ended().toEpochMilli()));
        if (judged.standing() != Standing.PASSED) {
            run.failurePage().ifPresent(page -> result.getAttachments().add(failurePage(page)));
        }
        step.finished().ifPresent(end -> result.getAttachments().add(measurements(end)));
        result.getAttachments().addAll(exchanges.ofActs(step.lines()));
        result.getAttachments()
                .addAll(seen(
                        step.lines(),
                        step.finished().map(Fact.StepFinished::notes).orElse(List.of())));
        typed("", step.lines(), judged).forEach(result.getSteps()::add);
    }

    Attachment failurePage(List<String> page) {
        return attachments.text("failure page", String.join("\n", page));
    }

    private Attachment measurements(Fact.StepFinished end) {
        return attachments.table(
                "measurements",
                List.of("measured", "expected", "seen", "verdict"),
                end.measurements().stream()
                        .map(measured -> List.of(
                                measured.name(),
                                measured.expected(),
                                measured.actual(),
                                measured.asExpected() ? "as expected" : "NOT AS EXPECTED"))
                        .toList());
    }

    /** Tables, differences, notes, acts, and the last status. */
    List<Attachment> seen(List<Line> lines, List<String> notes) {
        List<Attachment> all = new ArrayList<>();
        StepFacts.all(Fact.TableKept.class, lines)
                .forEach(table -> all.add(attachments.table(table.title(), table.header(), table.rows())));
        StepFacts.all(Fact.SnapshotsCompared.class, lines).forEach(compared -> all.add(differences(compared)));
        StepFacts.all(Fact.SnapshotTaken.class, lines).forEach(snapshot -> all.add(fields(snapshot)));
        List<String> sentences = Stream.concat(
                        StepFacts.all(Fact.Noted.class, lines).map(Fact.Noted::sentence), notes.stream())
                .toList();
        if (!sentences.isEmpty()) {
            all.add(attachments.text("notes", String.join("\n", sentences)));
        }
        List<List<String>> acts = Acts.rows(lines);
        if (!acts.isEmpty()) {
            all.add(attachments.table("acts, permits, invariants and waits", Acts.HEADER, acts));
        }
        Exchanges.lastStatus(lines).ifPresent(seen -> all.add(attachments.text("last status", told(seen.status()))));
        return all;
    }

    /** Everything that was typed, folded into one step that stands as what it belongs to. */
    Stream<StepResult> typed(String where, List<Line> lines, Judged judged) {
        List<Attachment> typed = exchanges.of(lines);
        LongSummaryStatistics times = StepFacts.all(Fact.Exchanged.class, lines)
                .flatMapToLong(exchange -> LongStream.of(
                        exchange.at().toEpochMilli(),
                        exchange.at().plus(exchange.took()).toEpochMilli()))
                .summaryStatistics();
        return typed.isEmpty()
                ? Stream.empty()
                : Stream.of(new StepResult()
                        .setName("%d command%s%s, and what came back"
                                .formatted(typed.size(), typed.size() == 1 ? "" : "s", where))
                        .setStatus(judged.standing().status())
                        .setStage(Stage.FINISHED)
                        .setStart(times.getMin())
                        .setStop(times.getMax())
                        .setAttachments(typed));
    }

    private Attachment differences(Fact.SnapshotsCompared compared) {
        return attachments.table(
                "before and after %s: differences".formatted(compared.stage()),
                List.of("field", "before", "after", "rule", "verdict", "why"),
                compared.differences().stream()
                        .sorted((one, other) -> Boolean.compare(one.asRuled(), other.asRuled()))
                        .map(field -> List.of(
                                field.field(),
                                field.before(),
                                field.after(),
                                field.rule(),
                                field.asRuled() ? "as ruled" : "NOT AS RULED",
                                field.why()))
                        .toList());
    }

    private Attachment fields(Fact.SnapshotTaken snapshot) {
        return attachments.table(
                "the Security Group %s %s"
                        .formatted(snapshot.moment().name().toLowerCase(Locale.ROOT), snapshot.stage()),
                List.of("field", "value"),
                snapshot.fields().entrySet().stream()
                        .map(field -> List.of(field.getKey(), field.getValue()))
                        .toList());
    }

    private static String told(GroupStatus status) {
        StringBuilder text = new StringBuilder("read at " + status.at() + "\n");
        status.roles().forEach((chassis, role) -> {
            text.append("\n%s  %s%n".formatted(chassis, role));
            status.of(chassis).forEach(sgm -> text.append("  %s  %s%n".formatted(sgm.id(), sgm.word())));
        });
        return text.toString();
    }
}
