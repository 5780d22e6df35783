package io.bywash.cpuse;

import io.bywash.gaia.UnknownLine;
import io.bywash.group.SgmId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table of the Update Service Engine, one row for each member (REFERENCE 3.3, D).
 *
 * <p>The device draws it again about once a second; only the last table counts.
 *
 * @param rows what is said of each member; a long text that went on in the next rows is joined
 * @param below the lines after the table, which say why an action was aborted
 */
public record UpdateTable(SortedMap<SgmId, String> rows, List<String> below) {
    private static final Pattern TITLE = Pattern.compile(".*Update Service Engine\\s*");
    private static final Pattern FRAME = Pattern.compile("\\+[-+]+\\+");
    private static final Pattern ROW = Pattern.compile("\\|([^|]*)\\|([^|]*)\\|");
    private static final Pattern MEMBER = Pattern.compile("([12]_(?:0?[1-9]|1[0-4]))(?:\\s*\\(local\\))?");

    /** Lines that only draw the table or announce it. */
    static final List<Pattern> DRAWING =
            List.of(TITLE, FRAME, ROW, Pattern.compile("Querying cluster members\\.\\.\\."));

    /** The last table in what a command said; empty when it drew none. */
    public static Optional<UpdateTable> lastIn(String text) {
        List<UpdateTable> tables = allIn(text);
        return tables.isEmpty() ? Optional.empty() : Optional.of(tables.get(tables.size() - 1));
    }

    /**
     * Every table in the order it was drawn; one that was cut off before its first row is left out.
     *
     * @throws UnknownLine when a row names no member, or has another column
     */
    public static List<UpdateTable> allIn(String text) {
        List<UpdateTable> tables = new ArrayList<>();
        UpdateTable table = null;
        SgmId member = null;
        boolean filled = false;
        for (String raw : text.lines().toList()) {
            String line = raw.strip();
            Matcher row = ROW.matcher(line);
            boolean headingOfAnother = table != null && !table.rows.isEmpty() && isHeading(row);
            if (TITLE.matcher(line).matches() || headingOfAnother) {
                table = new UpdateTable(new TreeMap<>(), new ArrayList<>());
                member = null;
                tables.add(table);
            } else if (table != null && row.matches()) {
                member = table.add(row.group(1).strip(), row.group(2), member, filled);
                filled = !row.group(2).endsWith(" ");
            } else if (table != null && hasMoreCells(line)) {
                throw unknown(line);
            } else if (table != null && !line.isEmpty() && !FRAME.matcher(line).matches()) {
                table.below.add(line);
            }
        }
        return tables.stream().filter(drawn -> !drawn.rows.isEmpty()).toList();
    }

    /** @param filled whether the cell above has text up to its edge */
    private SgmId add(String first, String cell, SgmId above, boolean filled) {
        String status = cell.strip();
        Matcher matcher = MEMBER.matcher(first);
        if (matcher.matches()) {
            SgmId member = SgmId.parse(matcher.group(1));
            rows.merge(member, status, UpdateTable::both);
            return member;
        }
        if (first.isEmpty() && above != null) {
            rows.merge(above, status, (begun, more) -> Joint.of(begun, filled, cell));
            return above;
        }
        if (!isHeading(first, status) && !(first.isEmpty() && status.isEmpty())) {
            throw unknown("|%s|%s|".formatted(first, status));
        }
        return above;
    }

    /** What is said twice of a member in one table, and is not the same, is no status that is known. */
    private static String both(String said, String more) {
        return said.isEmpty() || said.equals(more) ? more : said + " / " + more;
    }

    private static boolean isHeading(Matcher row) {
        return row.matches() && isHeading(row.group(1).strip(), row.group(2).strip());
    }

    private static boolean isHeading(String first, String status) {
        return first.equals("Member ID") && status.equals("Status");
    }

    private static boolean hasMoreCells(String line) {
        return line.startsWith("|")
                && line.endsWith("|")
                && line.chars().filter(character -> character == '|').count() > 3;
    }

    private static UnknownLine unknown(String line) {
        return new UnknownLine(
                "The table of the Update Service Engine", line, "a row of two cells, a member and its status");
    }

    /** What is said of one member; {@code no row} when the table has none for it. */
    public String of(SgmId sgm) {
        return rows.getOrDefault(sgm, "no row");
    }
}
