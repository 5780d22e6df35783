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
    private static final Pattern RELEASE = Pattern.compile(
            ".*software version (R\\d{2,3}(?:\\.\\d{1,3}){0,2}(?:SP(?:\\.\\d{1,3})?)?)(?:\\s+-\\s+Build (\\d+))?(?:\\s.*)?");

    private SoftwareVersion() {}

    /**
     * The release as the member writes it.
     *
     * @throws NotProven when the member does not say it in a form that is known, or says two
     */
    public static String read(GaiaSession session, Dialect dialect) {
        Reply reply = session.run(Command.read(Shell.EXPERT, dialect.say(Phrase.VERSION)));
        return in("'%s' at %s".formatted(reply.command(), reply.prompt()), reply.lines())
                .release();
    }

    /**
     * What a member says of its software.
     *
     * @param build as the member writes it; {@code not told} when it does not
     */
    record Told(String release, String build) {}

    /** What some lines tell. */
    static Told in(String where, List<String> lines) {
        List<Told> told = lines.stream()
                .map(String::strip)
                .map(RELEASE::matcher)
                .filter(Matcher::matches)
                .map(matcher -> new Told(matcher.group(1), matcher.group(2) == null ? "not told" : matcher.group(2)))
                .distinct()
                .toList();
        if (told.size() == 1) {
            return told.get(0);
        }
        throw NotProven.by(lines, "%s names no release. It said: \"%s\".".formatted(where, String.join(" / ", lines)));
    }
}
