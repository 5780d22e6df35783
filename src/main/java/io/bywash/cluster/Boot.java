package io.bywash.cluster;

import io.bywash.evidence.NotProven;
import io.bywash.gaia.Command;
import io.bywash.gaia.Dialect;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.Phrase;
import io.bywash.gaia.Reply;
import io.bywash.gaia.Shell;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads when a member was started, which proves a reboot that nobody saw. */
public final class Boot {
    private static final Pattern SECONDS = Pattern.compile("btime\\s+(\\d{9,11})");

    private Boot() {}

    /**
     * The time of the last boot by the member's own clock.
     *
     * @throws NotProven when the member does not say it, or says two times
     */
    public static Instant read(GaiaSession session, Dialect dialect) {
        Reply reply = session.run(Command.read(Shell.EXPERT, dialect.say(Phrase.BOOT_TIME)));
        return in("'%s' at %s".formatted(reply.command(), reply.prompt()), reply.lines());
    }

    /** The time that some lines tell. */
    static Instant in(String where, List<String> lines) {
        List<String> told = lines.stream()
                .map(String::strip)
                .map(SECONDS::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .distinct()
                .toList();
        if (told.size() == 1) {
            return Instant.ofEpochSecond(Long.parseLong(told.get(0)));
        }
        throw NotProven.by(
                lines,
                "%s did not say when the member was started. It said: \"%s\"."
                        .formatted(where, String.join(" / ", lines)));
    }
}
