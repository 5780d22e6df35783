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

    /** So many commands may be counted between two prompts of a shell, while another one was open inside it. */
    private static final int MOST_COUNTED = 1;

    /** No prompt is as long; a line that is may be of any length. */
    private static final int LONGEST = 300;

    /** Some terminals show a prompt a second time behind itself. */
    private static final Pattern TWICE = Pattern.compile("(\\S.*?\\S)\\s*\\1\\s*");

    /** Some do so with the sign behind the second copy only (REFERENCE 14.1, D). */
    private static final Pattern TWICE_WITH_ONE_SIGN =
            Pattern.compile("(\\S.*?\\S)(?:\\s+|(?<=-\\d{1,2}(?::(?:TACP-)?\\d{1,2})?))(\\1 ?[>#] ?)");

    /** Reads a line without its line end; empty when the line is no prompt. */
    public static Optional<Prompt> read(String line) {
        if (line.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher twice = TWICE.matcher(line);
        Matcher oneSign = TWICE_WITH_ONE_SIGN.matcher(line);
        if (twice.matches()) {
            return readOnce(twice.group(1));
        }
        return readOnce(oneSign.matches() ? oneSign.group(2) : line);
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

    /** Whether this is the other prompt once more: the same, or one of a Clish that counts its commands (REFERENCE 14.1, D). */
    boolean isAgain(Prompt other) {
        return text.equals(other.text) || counts(other);
    }

    /** Whether the number behind the host name has grown since the other prompt, so that it counts commands and names no VS. */
    boolean counts(Prompt other) {
        return shell != Shell.EXPERT
                && shell == other.shell
                && host.equals(other.host)
                && vs.isPresent()
                && other.vs.isPresent()
                && vs.getAsInt() > other.vs.getAsInt()
                && vs.getAsInt() - other.vs.getAsInt() <= MOST_COUNTED;
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
