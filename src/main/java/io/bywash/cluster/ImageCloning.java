package io.bywash.cluster;

import io.bywash.gaia.Command;
import io.bywash.gaia.Dialect;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.MemberBlocks;
import io.bywash.gaia.Permit;
import io.bywash.gaia.Phrase;
import io.bywash.gaia.Reply;
import io.bywash.gaia.Shell;
import io.bywash.gaia.UnknownLine;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The SMO Image Cloning feature, which gives a rebooted member the SMO's packages (REFERENCE 3.5). */
public final class ImageCloning {
    private static final String SILENT = "no answer";

    private final Dialect dialect;

    public ImageCloning(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * What each member says about it; a member that says nothing is {@code no answer}.
     *
     * @throws UnknownLine when a member says anything but that it is off or on
     */
    public Map<SgmId, String> read(GaiaSession session, SecurityGroup group) {
        Map<SgmId, String> states = new TreeMap<>();
        group.sgms().forEach(sgm -> states.put(sgm, SILENT));
        states.putAll(Everywhere.read(session, group, this::readFromHere));
        return states;
    }

    /** The same of the members that gClish reaches from where we are; one that says nothing is absent. */
    public Map<SgmId, String> readFromHere(GaiaSession session) {
        Reply reply = session.run(Command.read(Shell.GCLISH, dialect.say(Phrase.CLONING_SHOW)));
        Map<SgmId, String> states = new TreeMap<>();
        MemberBlocks.read(reply.text()).forEach((sgm, lines) -> states.put(sgm, known(sgm, lines)));
        return states;
    }

    /** The one line that says off, or the same with on; twice the same is the same. */
    private String known(SgmId sgm, List<String> lines) {
        String said = lines.stream().map(String::strip).distinct().collect(Collectors.joining(" "));
        String off = dialect.say(Phrase.CLONING_OFF_LINE);
        String on = off.replaceFirst("(?i)\\boff\\b", "on");
        boolean onIsKnown = !on.equals(off);
        if (onIsKnown && !said.isEmpty() && !said.equalsIgnoreCase(off) && !said.equalsIgnoreCase(on)) {
            throw new UnknownLine(
                    "The image cloning of " + sgm, String.join(" / ", lines), "\"%s\" or \"%s\"".formatted(off, on));
        }
        return said.isEmpty() ? SILENT : said;
    }

    /** The members that do not say that it is off. */
    public List<SgmId> notOff(Map<SgmId, String> states) {
        return states.entrySet().stream()
                .filter(entry -> !entry.getValue().equalsIgnoreCase(dialect.say(Phrase.CLONING_OFF_LINE)))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The line that switches it off. */
    public String offLine() {
        return dialect.say(Phrase.CLONING_OFF);
    }

    public void switchOff(GaiaSession session, Permit permit) {
        session.run(Command.act(Shell.GCLISH, permit));
    }
}
