package io.bywash.gaia;

import io.bywash.group.SgmId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what gClish says member by member: a heading {@code 1_01:} and the lines below it (REFERENCE 3.3, D). */
public final class MemberBlocks {
    private static final Pattern HEADING = Pattern.compile("([12]_\\d{1,2})\\s*:");

    private static final Pattern LIKE_A_HEADING = Pattern.compile("-?\\*?-?\\s*\\d+ blades?:.*|\\[?\\d+_\\d+\\b.*");

    private MemberBlocks() {}

    /**
     * The lines of each member, without blanks at their end; a member named twice has its lines joined in order.
     *
     * <p>A member that did not answer is absent; whoever needs all of them compares with the inventory.
     *
     * @throws UnknownLine when a line could be the heading of a member, and is none that is known
     */
    public static Map<SgmId, List<String>> read(String text) {
        Map<SgmId, List<String>> blocks = new TreeMap<>();
        List<String> block = new ArrayList<>();
        for (String line : text.lines().toList()) {
            Matcher heading = HEADING.matcher(line.strip());
            if (heading.matches()) {
                block = blocks.computeIfAbsent(sgm(heading.group(1), line), id -> new ArrayList<>());
            } else if (LIKE_A_HEADING.matcher(line.strip()).matches()) {
                throw unknown(line);
            } else if (!line.isBlank()) {
                block.add(line.stripTrailing());
            }
        }
        return blocks;
    }

    private static SgmId sgm(String id, String line) {
        try {
            return SgmId.parse(id);
        } catch (IllegalArgumentException e) {
            throw unknown(line);
        }
    }

    private static UnknownLine unknown(String line) {
        return new UnknownLine("The answer of the members", line, "a heading 1_01: before the lines of each member");
    }
}
