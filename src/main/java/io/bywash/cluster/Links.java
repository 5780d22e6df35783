package io.bywash.cluster;

import io.bywash.gaia.UnknownLine;
import io.bywash.group.SgmId;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code ip -o link}: the interfaces of one member, one a line, with their flags (Linux; on an SGM I 95 %). */
final class Links {
    /** The interface is on and its link is there. */
    static final String UP = "up";

    /** The interface is on, and nothing is at the other end. */
    static final String NO_LINK = "no link";

    /** The interface is switched off. */
    static final String OFF = "off";

    private static final Pattern LINE =
            Pattern.compile("\\d+:\\s+([A-Za-z0-9][A-Za-z0-9._-]*)(?:@[A-Za-z0-9._-]+)?:\\s+<([A-Z0-9_,-]*)>.*");

    private Links() {}

    /**
     * The link of each interface but the loopback.
     *
     * @throws UnknownLine when a line is of another form, an interface comes twice, or there is none at all
     */
    static SortedMap<String, String> read(SgmId sgm, List<String> lines) {
        SortedMap<String, String> links = new TreeMap<>();
        for (String line : lines) {
            Matcher matcher = LINE.matcher(line.strip());
            if (!matcher.matches()) {
                throw unknown(sgm, line);
            }
            Set<String> flags = Set.copyOf(List.of(matcher.group(2).split(",")));
            if (!flags.contains("LOOPBACK") && links.put(matcher.group(1), state(flags)) != null) {
                throw unknown(sgm, line);
            }
        }
        if (links.isEmpty()) {
            throw unknown(sgm, String.join(" / ", lines));
        }
        return links;
    }

    private static String state(Set<String> flags) {
        if (!flags.contains("UP")) {
            return OFF;
        }
        return flags.contains("LOWER_UP") ? UP : NO_LINK;
    }

    private static UnknownLine unknown(SgmId sgm, String line) {
        return new UnknownLine(
                "The list of the interfaces of " + sgm,
                line,
                "one line for each, \"2: eth1-01: <BROADCAST,UP,LOWER_UP> ...\"; 'interfaces: none' under 'dialect' in the target file leaves them out");
    }
}
