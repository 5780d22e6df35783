package io.bywash.cpuse;

import io.bywash.gaia.Cells;
import io.bywash.gaia.MemberBlocks;
import io.bywash.gaia.UnknownLine;
import io.bywash.group.SgmId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads the lists of {@code show installer packages ...}, member by member (REFERENCE 3.3, D).
 *
 * <p>Which column is which is told by the heading. A list speaks with its heading, or with its sentence for none; what has
 * neither is not known, and no empty list (REFERENCE 14.3).
 */
public final class PackageList {
    private static final Pattern DECORATION = Pattern.compile("|Querying cluster members\\.*|-+");
    private static final Pattern NONE = Pattern.compile("Show packages: no packages to display\\.?");
    private static final String NAME = "Display name";
    private static final String STATUS = "Status";
    private static final Pattern MORE_OF_A_REMARK =
            Pattern.compile("(?:as )?part of\\b.*|of T\\d+|for \\w+|Install|Download");
    private static final String KNOWN =
            "a heading with \"Display name\" or the sentence that there are none, a name with its type or its status beside it, the rest of a name on a line that begins with a blank, headings and lines of asterisks";

    private final String screen;
    private final List<Entry> entries = new ArrayList<>();
    private List<String> heading = List.of();
    private boolean headingMayCome = true;
    private boolean none;

    private PackageList(String screen) {
        this.screen = screen;
    }

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
     * @throws UnknownLine when a line is neither a package nor decoration, or a member shows no list at all
     * @throws io.bywash.gaia.MemberRefused when a member says that it did not run the command
     */
    public static Map<SgmId, List<Entry>> read(String text) {
        Map<SgmId, List<Entry>> lists = new TreeMap<>();
        MemberBlocks.read(text)
                .forEach((member, lines) -> lists.put(member, entries("The list of packages of " + member, lines)));
        return lists;
    }

    /**
     * The packages of one member.
     *
     * @throws UnknownLine as {@link #read} does
     */
    static List<Entry> entries(List<String> lines) {
        return entries("The list of packages", lines);
    }

    private static List<Entry> entries(String screen, List<String> lines) {
        PackageList list = new PackageList(screen);
        lines.forEach(list::take);
        list.refuseSilence(lines);
        list.refuseContradictions();
        return list.entries;
    }

    private void take(String line) {
        String said = line.strip();
        if (Box.isSection(line)) {
            headingMayCome = true;
        } else if (Cells.of(said).contains(NAME)) {
            refuse(line, !headingMayCome);
            heading = Cells.of(said);
            headingMayCome = false;
        } else if (NONE.matcher(said).matches()) {
            none = true;
        } else if (!DECORATION.matcher(said).matches() && !Box.isKnown(line)) {
            boolean indented = line.startsWith(" ") || line.startsWith("\t");
            if (indented && !entries.isEmpty()) {
                continueWith(line);
            } else {
                begin(line);
            }
        }
    }

    private void begin(String line) {
        List<String> cells = Cells.of(line);
        int named = Math.max(0, heading.indexOf(NAME));
        boolean nameAlone = cells.size() == 1 && PackageName.mayBeOfAFile(cells.get(0));
        boolean restIsOneRemark = named == 0 && heading.size() <= 2;
        boolean asHeaded = restIsOneRemark ? cells.size() >= 2 : cells.size() == heading.size();
        refuse(line, heading.isEmpty() || !nameAlone && !asHeaded);
        refuse(line, !PackageName.isWholeFile(cells.get(nameAlone ? 0 : named)) && Installer.isTrouble(line));
        entries.add(nameAlone ? new Entry(cells.get(0), "") : new Entry(cells.get(named), remark(cells, named)));
    }

    /** The status where there is one, else the type. */
    private String remark(List<String> cells, int named) {
        int status = heading.indexOf(STATUS);
        if (heading.size() > 2) {
            return cells.get(status >= 0 ? status : named == 0 ? 1 : 0);
        }
        return named == 0 ? String.join("  ", cells.subList(1, cells.size())) : cells.get(0);
    }

    private void continueWith(String line) {
        Entry begun = entries.remove(entries.size() - 1);
        List<String> cells = Cells.of(line);
        boolean goesOnWithTheRemark = cells.size() == 1
                && !begun.remark().isEmpty()
                && MORE_OF_A_REMARK.matcher(cells.get(0)).matches();
        if (goesOnWithTheRemark) {
            entries.add(new Entry(begun.name(), begun.remark() + " " + cells.get(0)));
            return;
        }
        String name = PackageName.joined(begun.name(), cells.get(0)).orElseThrow(() -> unknown(line));
        refuse(line, cells.size() > 2 || cells.size() == 2 && !begun.remark().isEmpty());
        entries.add(new Entry(name, cells.size() == 2 ? cells.get(1) : begun.remark()));
    }

    /** What shows neither a heading nor the sentence for none is no list, be it an error or nothing at all. */
    private void refuseSilence(List<String> lines) {
        if (heading.isEmpty() && !none) {
            throw unknown(String.join(" / ", lines.stream().map(String::strip).toList()));
        }
        refuse("no packages, and " + entries, none && !entries.isEmpty());
    }

    /** A package has a remark where the heading promises one, and not two of them. */
    private void refuseContradictions() {
        Map<String, String> remarks = new TreeMap<>();
        for (Entry entry : entries) {
            String before = remarks.put(entry.name(), entry.remark());
            refuse(entry.toString(), before != null && !before.equals(entry.remark()));
            refuse(entry.name(), entry.remark().isEmpty() && heading.size() > 1);
        }
    }

    private void refuse(String line, boolean unknown) {
        if (unknown) {
            throw unknown(line);
        }
    }

    private UnknownLine unknown(String line) {
        return new UnknownLine(screen, line, KNOWN);
    }
}
