package io.bywash.procedure;

import io.bywash.cluster.EverySgm;
import io.bywash.evidence.Fact;
import io.bywash.evidence.Outcome;
import io.bywash.group.SgmId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Two snapshots of the Security Group, field by field.
 *
 * <p>A field that nobody has classed, or that was not read on one side, is not proven. A difference is never left out,
 * ignored or not.
 */
final class Comparison {
    /** What stands for something that a screen does not say, and need not say on every release. */
    static final String NOT_TOLD = "not told";

    private final SortedMap<String, String> before;
    private final SortedMap<String, String> after;
    private final Map<String, String> whenOrdered;
    private final List<Judged> judged;

    /**
     * One field.
     *
     * @param outcome passed, failed, or not proven
     */
    record Judged(FieldRule rule, Fact.Difference difference, Outcome outcome) {
        /** The field in one clause. */
        String told() {
            return "%s: before %s, after %s, %s (%s)"
                    .formatted(
                            difference.field(),
                            quoted(difference.before()),
                            quoted(difference.after()),
                            difference.rule(),
                            difference.why());
        }

        private static String quoted(String value) {
            return value.isEmpty() ? "nothing" : "\"" + value + "\"";
        }
    }

    /**
     * @param rules the rule of each field, by its name
     * @param whenOrdered the fields as they were when an earlier run ordered what has changed before this stage was gone on
     *     with; empty when it was ordered in this run. What must change is held against these
     */
    Comparison(
            Function<String, FieldRule> rules,
            SortedMap<String, String> before,
            SortedMap<String, String> after,
            Map<String, String> whenOrdered) {
        this.before = before;
        this.after = after;
        this.whenOrdered = whenOrdered;
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        this.judged = names.stream().map(name -> judge(name, rules.apply(name))).toList();
    }

    private Judged judge(String field, FieldRule rule) {
        boolean ordered = rule.kind() == FieldRule.Kind.MUST_CHANGE && !whenOrdered.isEmpty();
        String from = (ordered ? whenOrdered : before).getOrDefault(field, "");
        String to = after.getOrDefault(field, "");
        Outcome outcome = outcome(field, rule, from, to, ordered);
        String why = outcome == Outcome.NOT_PROVEN && rule.otherwise() == Outcome.FAILED
                ? "it was not read each time"
                : rule.why() + (ordered ? whose(from) : "");
        return new Judged(
                rule, new Fact.Difference(field, from, to, rule.words(), outcome == Outcome.PASSED, why), outcome);
    }

    private static String whose(String before) {
        return before.isEmpty()
                ? "; what it was when the earlier run ordered it was not written down"
                : "; before is when the earlier run ordered it";
    }

    private Outcome outcome(String field, FieldRule rule, String from, String to, boolean ordered) {
        if (rule.kind() == FieldRule.Kind.IGNORED) {
            return Outcome.PASSED;
        }
        boolean beforeMatters = rule.kind() != FieldRule.Kind.MUST_BE;
        boolean unread = notRead(field, to, after)
                || beforeMatters && !ordered && notRead(field, from, before)
                || to.equals(NOT_TOLD) && !(rule.kind() == FieldRule.Kind.MUST_EQUAL && from.equals(NOT_TOLD))
                || from.equals(NOT_TOLD) && beforeMatters && !to.equals(NOT_TOLD);
        if (unread) {
            return Outcome.NOT_PROVEN;
        }
        return rule.holds().test(from, to) ? Outcome.PASSED : rule.otherwise();
    }

    /** What an SGM does not say because it does not answer is not known; it is not gone. */
    private static boolean notRead(String field, String value, Map<String, String> snapshot) {
        return value.equals(EverySgm.NO_ANSWER)
                || value.isEmpty() && isOfWhatWasNotRead(field, snapshot)
                || value.isEmpty()
                        && FieldName.parse(field)
                                .sgm()
                                .map(sgm -> isSilent(sgm, snapshot))
                                .orElse(false);
    }

    private static boolean isOfWhatWasNotRead(String field, Map<String, String> snapshot) {
        return FieldName.parse(field).what().startsWith(SnapshotRules.INTERFACE)
                && EverySgm.NOT_READ.equals(snapshot.get("interfaces"));
    }

    private static boolean isSilent(SgmId sgm, Map<String, String> snapshot) {
        return snapshot.entrySet().stream()
                .anyMatch(entry ->
                        entry.getKey().startsWith(sgm + " ") && entry.getValue().equals(EverySgm.NO_ANSWER));
    }

    /** What is different, and what is not as it may be. */
    List<Fact.Difference> differences() {
        return judged.stream()
                .map(Judged::difference)
                .filter(field -> !field.before().equals(field.after()) || !field.asRuled())
                .toList();
    }

    List<Judged> with(Outcome outcome) {
        return judged.stream().filter(field -> field.outcome() == outcome).toList();
    }

    /** How many fields there are of each kind, in words. */
    String counted() {
        Map<FieldRule.Kind, Long> counts = judged.stream()
                .collect(Collectors.groupingBy(field -> field.rule().kind(), Collectors.counting()));
        return "%d fields: %d must equal, %d may drift, %d must change, %d must be a certain value, %d are ignored"
                .formatted(
                        judged.size(),
                        counts.getOrDefault(FieldRule.Kind.MUST_EQUAL, 0L),
                        counts.getOrDefault(FieldRule.Kind.MAY_DRIFT, 0L),
                        counts.getOrDefault(FieldRule.Kind.MUST_CHANGE, 0L),
                        counts.getOrDefault(FieldRule.Kind.MUST_BE, 0L),
                        counts.getOrDefault(FieldRule.Kind.IGNORED, 0L));
    }
}
