package io.bywash.report;

import io.bywash.group.ChassisId;
import java.util.ArrayList;
import java.util.List;

/** The table SGM x evidence; a cell is never empty. */
final class SgmTable {
    private SgmTable() {}

    /** The SGMs of one chassis. */
    static Html of(List<SgmReadings.Row> readings, ChassisId chassis) {
        List<Html> rows = new ArrayList<>();
        rows.add(Html.of(
                "tr",
                Html.of("th", chassis.toString()),
                Html.of("th", "state"),
                Html.of("th", "take by installer"),
                Html.of("th", "take by cpinfo"),
                Html.of("th", "rebooted at")));
        readings.stream()
                .filter(row -> row.sgm().chassis() == chassis)
                .map(SgmTable::row)
                .forEach(rows::add);
        return Html.of("table.sgms", rows);
    }

    private static Html row(SgmReadings.Row row) {
        boolean read = !SgmReadings.isUnread(row.byInstaller());
        return Html.of(
                "tr",
                Html.of(
                        "td.id",
                        row.proven()
                                ? Mark.PASSED.shape("it shows the hotfix")
                                : Mark.NOT_RUN.shape("it does not show the hotfix, or not in both ways"),
                        row.sgm().toString()),
                cell(row.state()),
                read
                        ? Html.all(cell(row.byInstaller()), cell(row.byCpinfo()))
                        : cell(row.byInstaller()).with("colspan", "2"),
                cell(row.rebooted()));
    }

    private static Html cell(String text) {
        return SgmReadings.isUnread(text)
                ? Html.of("td.unread", text)
                : Html.of("td", RunFacts.cut(30, text.replace("no take installed", "no take")));
    }
}
