package io.bywash.procedure;

import io.bywash.cluster.EverySgm;
import io.bywash.cpuse.Proof;
import io.bywash.evidence.Fact;
import io.bywash.evidence.Finding;
import io.bywash.evidence.Journal;
import io.bywash.evidence.NotProven;
import io.bywash.evidence.Outcome;
import io.bywash.evidence.StepRecord;
import io.bywash.gaia.Phrase;
import io.bywash.group.ChassisId;
import io.bywash.group.SgmId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Security Group before and after each stage: what had to change has changed, and nothing else has. */
public final class Snapshots {
    private static final String WRONG = "fields that are not as they may be after this part";

    private final Assignment assignment;
    private final Means means;
    private final Steps steps;

    public Snapshots(Assignment assignment, Means means, Steps steps) {
        this.assignment = assignment;
        this.means = means;
        this.steps = steps;
    }

    /** Takes the one before a stage, from what was read for its readiness and a little more. */
    void before(Stage stage, Standing standing) {
        take(
                stage,
                Fact.Moment.BEFORE,
                means.monitor().patiently(() -> SnapshotReading.completing(standing, assignment, means)));
    }

    /**
     * Takes the one after a stage and holds it against the one before.
     *
     * <p>Where a stage goes on from an installation that an earlier run ordered, what must change is held against what that
     * run saw before its order.
     *
     * @throws NotProven when a field is in no class, or could not be read
     */
    public void compare(Stage stage, String title) {
        steps.perform(stage.comparison(), title, List.of(WRONG), record -> {
            SortedMap<String, String> before = taken(stage, Fact.Moment.BEFORE);
            take(stage, Fact.Moment.AFTER, means.monitor().patiently(() -> SnapshotReading.afresh(assignment, means)));
            Comparison comparison =
                    new Comparison(rules(stage)::of, before, taken(stage, Fact.Moment.AFTER), whenOrdered(stage));
            means.history()
                    .record(new Fact.SnapshotsCompared(means.history().now(), stage.tag(), comparison.differences()));
            means.history().record(table(comparison));
            judge(record, comparison, new FieldScreens(means.dialect(), means.history()));
        });
    }

    private void take(Stage stage, Fact.Moment moment, SortedMap<String, String> fields) {
        means.history().record(new Fact.SnapshotTaken(means.history().now(), stage.tag(), moment, fields));
        noteWhatIsNotRead(fields);
    }

    private void noteWhatIsNotRead(SortedMap<String, String> fields) {
        List<String> unread = Stream.of(Phrase.INTERFACES, Phrase.CONNECTIONS)
                .filter(phrase -> means.dialect().has(phrase) && EverySgm.NOT_READ.equals(fields.get(phrase.key())))
                .map(Phrase::key)
                .toList();
        if (!unread.isEmpty()) {
            means.history()
                    .note(
                            "Not read and not compared, as this group does not tell it in a known form: %s. To demand it, give its command under 'dialect' in the target file."
                                    .formatted(String.join(", ", unread)));
        }
    }

    /** As it was written down, so that both are without secrets. */
    private SortedMap<String, String> taken(Stage stage, Fact.Moment moment) {
        return means.history().facts().stream()
                .filter(Fact.SnapshotTaken.class::isInstance)
                .map(Fact.SnapshotTaken.class::cast)
                .filter(taken -> taken.stage().equals(stage.tag()) && taken.moment() == moment)
                .map(Fact.SnapshotTaken::fields)
                .reduce((first, last) -> last)
                .orElseThrow(() -> new NotProven(
                        "%s has no snapshot from before it, so what it changed is not known.".formatted(stage)));
    }

    private SnapshotRules rules(Stage stage) {
        return new SnapshotRules(
                stage,
                assignment.chassisA(),
                new SnapshotRules.Wanted(
                        assignment.take().toString(),
                        Proof.expectedByInstaller(assignment.take(), means.dialect()),
                        means.installer()::isShownAs,
                        means.dialect().words(Phrase.UP_STATES),
                        means.dialect().say(Phrase.CLONING_OFF_LINE)));
    }

    /** What an earlier run saw before it ordered the installation that this one went on from; empty for none. */
    private Map<String, String> whenOrdered(Stage stage) {
        Optional<ChassisId> chassis = stage.installs(assignment.chassisA());
        if (chassis.isEmpty() || orderedHere(chassis.get())) {
            return Map.of();
        }
        return means.journal()
                .unfinishedInstallation(chassis.get())
                .map(installation -> whenOrdered(stage, installation))
                .orElse(Map.of());
    }

    /** The boots are written down with the order; a run that took no snapshot of its own leaves these. */
    private Map<String, String> whenOrdered(Stage stage, Journal.Installation installation) {
        Map<String, String> fields = new TreeMap<>();
        installation.boots().forEach((sgm, booted) -> fields.put(sgm + " booted", booted.toString()));
        fields.putAll(means.journal().before(installation.order(), stage.tag()));
        return fields;
    }

    private boolean orderedHere(ChassisId chassis) {
        return means.history().facts().stream()
                .anyMatch(fact -> fact instanceof Fact.ActIntended act
                        && act.kind().equals(Phrase.INSTALL.key())
                        && act.chassis().equals(chassis.toString()));
    }

    private static void judge(StepRecord record, Comparison comparison, FieldScreens screens) {
        List<Comparison.Judged> failed = comparison.with(Outcome.FAILED);
        List<Comparison.Judged> unknown = comparison.with(Outcome.NOT_PROVEN);
        record.note(comparison.counted());
        record.readFrom(WRONG, screens.of(failed.isEmpty() ? unknown : failed));
        record.ifNot(
                "Find out who or what did that. What the steps before have proven stands; the way on is not begun before this is clear.");
        if (failed.isEmpty() && !unknown.isEmpty()) {
            throw new NotProven(
                    "every field of the group in a class, and read before and after",
                    "What became of %d fields of the Security Group is not known, so nothing more is sent:%n%s%nLook at them by hand."
                            .formatted(unknown.size(), lines(unknown)),
                    Finding.NONE.with(List.of(screens.of(unknown))));
        }
        if (!unknown.isEmpty()) {
            record.note("Not known: " + told(unknown));
        }
        record.measure(WRONG, "none", failed.isEmpty() ? "none" : told(failed), failed.isEmpty());
    }

    private static String lines(List<Comparison.Judged> fields) {
        return fields.stream().map(field -> "  - " + field.told()).collect(Collectors.joining("\n"));
    }

    private static String told(List<Comparison.Judged> fields) {
        return fields.stream().map(Comparison.Judged::told).collect(Collectors.joining("; "));
    }

    /** What is different or not as it may be; SGMs for which all is the same share a row, what is ignored is left out. */
    private Fact.TableKept table(Comparison comparison) {
        Map<List<String>, List<SgmId>> alike = new LinkedHashMap<>();
        for (Fact.Difference field : comparison.differences()) {
            if (!field.rule().equals(FieldRule.IGNORED)) {
                FieldName name = FieldName.parse(field.field());
                List<SgmId> sgms = alike.computeIfAbsent(
                        List.of(
                                name.what(),
                                field.before(),
                                field.after(),
                                field.rule(),
                                field.asRuled() ? "as it may be" : "NOT AS IT MAY BE"),
                        first -> new ArrayList<>());
                name.sgm().ifPresent(sgms::add);
            }
        }
        List<List<String>> rows = new ArrayList<>();
        alike.forEach((cells, sgms) -> {
            List<String> row = new ArrayList<>(cells);
            row.add(0, sgms.isEmpty() ? "the group" : StateNow.ranges(sgms));
            rows.add(row);
        });
        return new Fact.TableKept(
                means.history().now(),
                "Before and after",
                List.of("of", "field", "before", "after", "rule", "verdict"),
                rows);
    }
}
