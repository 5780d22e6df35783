package io.bywash.report;

import io.bywash.evidence.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was different after a stage; what several SGMs share is told once. */
final class Differences {
    private static final Pattern OF_AN_SGM = Pattern.compile("([12]_\\d\\d)\\W+(.+)", Pattern.DOTALL);
    private static final int MOST_SHOWN = 4;

    private final RunFacts run;

    /**
     * One difference that one or several fields share.
     *
     * @param where the SGMs it was read on; empty for one of the whole group
     */
    record Row(String stage, String field, List<String> where, Fact.Difference difference) {}

    Differences(RunFacts run) {
        this.run = run;
    }

    /** All of them: those that are not as they should be first, those that are ignored last, those of many SGMs before others. */
    List<Row> rows() {
        Map<List<Object>, Row> rows = new LinkedHashMap<>();
        for (Fact.SnapshotsCompared compared : run.all(Fact.SnapshotsCompared.class)) {
            for (Fact.Difference found : compared.differences()) {
                Matcher ofAnSgm = OF_AN_SGM.matcher(found.field());
                boolean one = ofAnSgm.matches();
                String field = one ? ofAnSgm.group(2) : found.field();
                List<String> where = one ? List.of(ofAnSgm.group(1)) : List.of();
                rows.merge(
                        List.of(compared.stage(), field, found.before(), found.after(), found.rule(), found.asRuled()),
                        new Row(compared.stage(), field, where, found),
                        Differences::both);
            }
        }
        return rows.values().stream()
                .sorted(Comparator.comparing((Row row) -> row.difference().asRuled())
                        .thenComparing(row -> row.difference().rule().startsWith("ignored"))
                        .thenComparing(row -> -row.where().size()))
                .toList();
    }

    private static Row both(Row one, Row other) {
        return new Row(
                one.stage(),
                one.field(),
                Stream.concat(one.where().stream(), other.where().stream()).toList(),
                one.difference());
    }

    /** The table, or why there is none. */
    Html told() {
        if (run.all(Fact.SnapshotsCompared.class).isEmpty()) {
            return Html.of("p.unread", "The group before and after was not compared in this run.");
        }
        List<Row> all = rows();
        if (all.isEmpty()) {
            return Html.of("p", "Compared, and no difference was found.");
        }
        List<Html> rows = new ArrayList<>();
        rows.add(Html.of(
                "tr",
                Stream.of("", "part", "what", "before", "after", "rule")
                        .map(name -> Html.of("th", name))
                        .toList()));
        all.stream().limit(MOST_SHOWN).map(Differences::told).forEach(rows::add);
        return Html.all(
                Html.of("table.differences", rows),
                more(all.stream().skip(MOST_SHOWN).toList()));
    }

    private static Html more(List<Row> rows) {
        long wrong = rows.stream().filter(row -> !row.difference().asRuled()).count();
        return rows.isEmpty()
                ? Html.NONE
                : Html.of(
                        "p.more",
                        "and %d more in history.jsonl, %s"
                                .formatted(
                                        rows.size(),
                                        wrong == 0
                                                ? "all as they should be"
                                                : "of which %d are NOT as they should be".formatted(wrong)));
    }

    private static Html told(Row row) {
        Fact.Difference found = row.difference();
        return Html.of(
                "tr",
                Html.of(
                        "td",
                        found.asRuled()
                                ? Mark.PASSED.shape("as it should be")
                                : Mark.FAILED.shape("not as it should be")),
                Html.of("td", row.stage().replaceFirst("^@", "")),
                Html.of("td", RunFacts.cut(46, row.field() + where(row.where()))),
                Html.of("td", value(found.before())),
                Html.of("td", value(found.after())),
                Html.of("td", RunFacts.cut(54, found.asRuled() ? found.rule() : found.rule() + ": " + found.why())));
    }

    private static String where(List<String> sgms) {
        return switch (sgms.size()) {
            case 0 -> "";
            case 1, 2, 3 -> sgms.stream().collect(Collectors.joining(", ", " on ", ""));
            default -> " on %d SGMs".formatted(sgms.size());
        };
    }

    private static String value(String value) {
        return value.isEmpty() ? "not there" : RunFacts.cut(36, value);
    }
}
