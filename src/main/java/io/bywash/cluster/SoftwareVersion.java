package io.bywash.cluster;

import io.bywash.evidence.NotProven;
import io.bywash.gaia.Command;
import io.bywash.gaia.Dialect;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.Phrase;
import io.bywash.gaia.Reply;
import io.bywash.gaia.Shell;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which release a member runs: {@code This is Check Point's software version R81.20 - Build 059}. */
public final class SoftwareVersion {
    private static final Pattern RELEASE = Pattern.compile(".*software version (R\\d+(?:\\.\\d+)*(?:SP)?)(?:\\s.*)?");

    private SoftwareVersion() {}

    /**
     * The release as the member writes it.
     *
     * @throws NotProven when the member does not say it in a form that is known, or says two
     */
    public static String read(GaiaSession session, Dialect dialect) {
        Reply reply = session.run(Command.read(Shell.EXPERT, dialect.say(Phrase.VERSION)));
        List<String> told = reply.lines().stream()
                .map(RELEASE::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .distinct()
                .toList();
        if (told.size() == 1) {
            return told.get(0);
        }
        throw new NotProven("'%s' at %s names no release. It said: \"%s\"."
                .formatted(reply.command(), reply.prompt(), String.join(" / ", reply.lines())));
    }
}
