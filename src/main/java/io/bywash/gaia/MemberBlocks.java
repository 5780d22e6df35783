package io.bywash.gaia;

import io.bywash.group.SgmId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what gClish says member by member: a heading {@code 1_01:} and the lines below it (REFERENCE 3.3, D). */
public final class MemberBlocks {
    private static final Pattern HEADING = Pattern.compile("([12]_\\d{1,2})\\s*:");
    private static final Pattern LIKE_A_HEADING = Pattern.compile("-?\\*?-?\\s*\\d+ blades?:.*|\\[?\\d+_\\d+\\b.*");
    private static final Pattern SILENT =
            Pattern.compile("Failed to connect to ([12]_\\d{1,2})\\b.*", Pattern.CASE_INSENSITIVE);

    /** What may stand above the first heading without being of a member. */
    private static final Pattern OPENING = Pattern.compile(
            "Querying cluster members\\.*|This system is for authorized use only\\.|[* ]+|\\*+ *Connection error\\. Packages list might be incomplete *\\*+");

    private static final String KNOWN = "a heading 1_01: before the lines of each member";

    private final Map<SgmId, List<String>> blocks = new TreeMap<>();
    private final Set<SgmId> silent = new TreeSet<>();
    private List<String> block;

    private MemberBlocks() {}

    /**
     * The lines of each member, without blanks at their end; a member named twice has its lines joined in order.
     *
     * <p>A member that did not answer is absent; whoever needs all of them compares with the inventory.
     *
     * @throws UnknownLine when a line could be the heading of a member and is none that is known, when it stands under no
     *     heading, or when a member answers that cannot be reached
     * @throws MemberRefused when a member says that it did not run the command
     */
    public static Map<SgmId, List<String>> read(String text) {
        Map<SgmId, List<String>> blocks = blocks(text);
        blocks.forEach(MemberBlocks::refuseRefusal);
        return blocks;
    }

    private static Map<SgmId, List<String>> blocks(String text) {
        MemberBlocks reading = new MemberBlocks();
        text.lines().forEach(reading::take);
        return reading.blocks;
    }

    private static void refuseRefusal(SgmId sgm, List<String> lines) {
        Refusals.refusal(lines).ifPresent(line -> {
            throw new MemberRefused(sgm.toString(), line);
        });
    }

    /**
     * The lines of one member, whatever the others say. Where there is no heading at all, every line is of the member we are on.
     *
     * @param member empty when the prompt names none
     * @throws UnknownLine as {@link #read} does
     */
    public static List<String> of(Optional<SgmId> member, String text) {
        boolean headed =
                text.lines().anyMatch(line -> HEADING.matcher(line.strip()).matches());
        if (!headed) {
            return text.lines().filter(line -> !Notices.isNotice(line)).toList();
        }
        SgmId sgm = member.orElseThrow(() -> unknown(text));
        List<String> lines = blocks(text).getOrDefault(sgm, List.of());
        refuseRefusal(sgm, lines);
        return lines;
    }

    private void take(String line) {
        String said = line.strip();
        if (Notices.isNotice(said)) {
            return;
        }
        Matcher heading = HEADING.matcher(said);
        Matcher unreached = SILENT.matcher(said);
        if (heading.matches()) {
            SgmId sgm = sgm(heading.group(1), line);
            refuse(line, silent.contains(sgm));
            block = blocks.computeIfAbsent(sgm, id -> new ArrayList<>());
        } else if (unreached.matches()) {
            SgmId sgm = sgm(unreached.group(1), line);
            silent.add(sgm);
            refuse(line, blocks.containsKey(sgm));
        } else if (!said.isEmpty() && !(block == null && OPENING.matcher(said).matches())) {
            refuse(line, block == null || LIKE_A_HEADING.matcher(said).matches());
            block.add(line.stripTrailing());
        }
    }

    private static SgmId sgm(String id, String line) {
        try {
            return SgmId.parse(id);
        } catch (IllegalArgumentException e) {
            throw unknown(line);
        }
    }

    private static void refuse(String line, boolean unknown) {
        if (unknown) {
            throw unknown(line);
        }
    }

    private static UnknownLine unknown(String line) {
        return new UnknownLine("The answer of the members", line, KNOWN);
    }
}
