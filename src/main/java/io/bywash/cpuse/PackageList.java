package io.bywash.cpuse;

import io.bywash.gaia.MemberBlocks;
import io.bywash.gaia.UnknownLine;
import io.bywash.group.SgmId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the lists of {@code show installer packages ...}, member by member (REFERENCE 3.3, D). */
public final class PackageList {
    private static final Pattern DECORATION =
            Pattern.compile("\\*.*|Display name\\b.*|Show packages:.*|Querying cluster members.*|-+");
    private static final Pattern GAP = Pattern.compile("\\s{2,}");
    private static final Pattern NAME = Pattern.compile("\\.?[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final String KNOWN =
            "a name with its type or its status beside it, the rest of a name on a line that begins with a blank, headings and lines of asterisks";

    private PackageList() {}

    /**
     * One package on one member.
     *
     * @param name as the member displays it, joined again where it was wrapped
     * @param remark the column beside it, which is a type or a status depending on the list; empty when there is none
     */
    public record Entry(String name, String remark) {}

    /**
     * The packages of each member that answered; a member with none has an empty list.
     *
     * @throws UnknownLine when a line is neither a package nor decoration
     */
    public static Map<SgmId, List<Entry>> read(String text) {
        Map<SgmId, List<Entry>> lists = new TreeMap<>();
        MemberBlocks.read(text).forEach((member, lines) -> lists.put(member, entries(lines)));
        return lists;
    }

    static List<Entry> entries(List<String> lines) {
        List<Entry> entries = new ArrayList<>();
        for (String line : lines) {
            if (DECORATION.matcher(line.strip()).matches()) {
                continue;
            }
            if (line.isBlank()) {
                continue;
            }
            String[] cells = GAP.split(line.strip(), 2);
            String remark = cells.length > 1 ? cells[1].strip() : "";
            boolean continued = line.startsWith(" ") && !entries.isEmpty();
            if (continued) {
                Entry begun = entries.remove(entries.size() - 1);
                entries.add(new Entry(begun.name() + cells[0], begun.remark().isEmpty() ? remark : begun.remark()));
            } else if (remark.isEmpty() && !NAME.matcher(cells[0]).matches()) {
                throw new UnknownLine("The list of packages", line, KNOWN);
            } else {
                entries.add(new Entry(cells[0], remark));
            }
        }
        return entries;
    }
}
