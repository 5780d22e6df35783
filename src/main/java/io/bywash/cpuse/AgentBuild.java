package io.bywash.cpuse;

import io.bywash.gaia.Command;
import io.bywash.gaia.Dialect;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.MemberBlocks;
import io.bywash.gaia.Phrase;
import io.bywash.gaia.Reply;
import io.bywash.gaia.Shell;
import io.bywash.gaia.UnknownLine;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the build of the CPUSE Agent on each member, which must be the same before and after. */
public final class AgentBuild {
    private static final Pattern BUILD = Pattern.compile(".*Build number:\\s*(\\d+).*");

    private AgentBuild() {}

    /** The build of each member of the group; a member that says nothing is {@code no answer}. */
    public static Map<SgmId, String> read(GaiaSession session, Dialect dialect, SecurityGroup group) {
        Reply reply = session.run(Command.read(Shell.GCLISH, dialect.say(Phrase.AGENT_BUILD)));
        Map<SgmId, List<String>> blocks = MemberBlocks.read(reply.text());
        Map<SgmId, String> builds = new TreeMap<>();
        group.sgms().forEach(sgm -> builds.put(sgm, build(sgm, blocks.getOrDefault(sgm, List.of()))));
        return builds;
    }

    private static String build(SgmId sgm, List<String> lines) {
        List<String> builds = lines.stream()
                .map(BUILD::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .distinct()
                .toList();
        if (lines.isEmpty()) {
            return "no answer";
        }
        if (builds.size() != 1) {
            throw new UnknownLine(
                    "The CPUSE Agent of " + sgm, String.join(" / ", lines), "one line \"Build number: <number>\"");
        }
        return builds.get(0);
    }
}
