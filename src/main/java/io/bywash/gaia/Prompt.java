package io.bywash.gaia;

import io.bywash.group.SgmId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A prompt, which proves in which shell, on which member and in which VS the next command will run.
 *
 * @param member the SGM that the host name ends in; empty when it names none
 * @param vs the number of the VS; empty when the prompt names none
 * @param text the prompt as it stands on the screen
 */
public record Prompt(Shell shell, String host, Optional<SgmId> member, OptionalInt vs, String text) {
    /** {@code -ch01-02} (REFERENCE 2, D) or, on R82, {@code -s01-02} (D, the meaning of the site number is I). */
    private static final Pattern MEMBER = Pattern.compile(".*-(?:ch|s)0?([12])-(\\d{1,2})");

    /** No prompt is as long; a line that is may be of any length. */
    private static final int LONGEST = 300;

    /** Some terminals show a prompt a second time behind itself. */
    private static final Pattern TWICE = Pattern.compile("(\\S.*?\\S)\\s*\\1\\s*");

    /** Reads a line without its line end; empty when the line is no prompt. */
    public static Optional<Prompt> read(String line) {
        if (line.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher twice = TWICE.matcher(line);
        return readOnce(twice.matches() ? twice.group(1) : line);
    }

    private static Optional<Prompt> readOnce(String line) {
        for (Shell shell : Shell.values()) {
            Matcher matcher = shell.prompt().matcher(line);
            if (matcher.matches()) {
                String host = matcher.group("host");
                String vs = matcher.group("vs");
                return Optional.of(new Prompt(
                        shell,
                        host,
                        memberNamedBy(host),
                        vs == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(vs)),
                        line.stripTrailing()));
            }
        }
        return Optional.empty();
    }

    private static Optional<SgmId> memberNamedBy(String host) {
        Matcher matcher = MEMBER.matcher(host);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int slot = Integer.parseInt(matcher.group(2));
        return slot >= 1 && slot <= 14 ? Optional.of(SgmId.parse(matcher.group(1) + "_" + slot)) : Optional.empty();
    }

    /** The member in words, for a report. */
    public String memberTold() {
        return member.map(SgmId::toString).orElse("no SGM named (" + host + ")");
    }

    @Override
    public String toString() {
        return text;
    }
}
