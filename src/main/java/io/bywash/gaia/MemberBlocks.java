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

    private MemberBlocks() {}

    /**
     * The lines of each member, without blanks at their end; a member named twice has its lines joined in order.
     *
     * <p>A member that did not answer is absent; whoever needs all of them compares with the inventory.
     */
    public static Map<SgmId, List<String>> read(String text) {
        Map<SgmId, List<String>> blocks = new TreeMap<>();
        List<String> block = new ArrayList<>();
        for (String line : text.lines().toList()) {
            Matcher heading = HEADING.matcher(line.strip());
            if (heading.matches()) {
                block = blocks.computeIfAbsent(SgmId.parse(heading.group(1)), id -> new ArrayList<>());
            } else if (!line.isBlank()) {
                block.add(line.stripTrailing());
            }
        }
        return blocks;
    }
}
