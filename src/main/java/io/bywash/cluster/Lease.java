package io.bywash.cluster;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sign that a run is at work on a Security Group, as it stands on its SGMs: the text of a symbolic link, which is made
 * in one move or not at all.
 *
 * @param since when the run began
 */
public record Lease(String holder, ProcessIdentity process, Instant since) {
    /** The name of the link, in the directory of the package. */
    public static final String FILE = "bywash.lease";

    private static final Pattern FORM =
            Pattern.compile("([^@/]+)@([^@/]+)/([0-9a-z]+)/([0-9a-z]+)/([0-9a-z]+)/(\\d{1,10})/([0-9a-z]+)/(\\S+)");
    private static final int LONGEST_HOLDER = 40;

    /** The lease of this process. */
    public static Lease ofThisProcess(String holder, Instant since) {
        return new Lease(word(holder), ProcessIdentity.here(), since.truncatedTo(ChronoUnit.MILLIS));
    }

    /** Reads one; empty when the text is not one of ours. */
    public static Optional<Lease> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        try {
            return matcher.matches()
                    ? Optional.of(new Lease(
                            matcher.group(1),
                            new ProcessIdentity(
                                    matcher.group(2),
                                    matcher.group(3),
                                    matcher.group(4),
                                    matcher.group(5),
                                    Long.parseLong(matcher.group(6)),
                                    matcher.group(7)),
                            Instant.parse(matcher.group(8))))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** As it can stand in one word of a command. */
    private static String word(String text) {
        String word = text.strip().replaceAll("[^A-Za-z0-9-]+", ".").replaceAll("^[.-]+|[.-]+$", "");
        return word.isEmpty() ? "unnamed" : word.substring(0, Math.min(word.length(), LONGEST_HOLDER));
    }

    /** Whether its process is certainly over; false where only a person can find that out. */
    public boolean isLeftBehind() {
        return process.isOverAsSeenFrom(ProcessIdentity.here());
    }

    /** Whether it is of the process that asks. */
    public boolean isOfThisProcess() {
        return process.equals(ProcessIdentity.here());
    }

    /** The text as it stands on an SGM. */
    @Override
    public String toString() {
        return "%s@%s/%s/%s/%s/%d/%s/%s"
                .formatted(
                        holder,
                        process.host(),
                        process.machine(),
                        process.boot(),
                        process.namespace(),
                        process.number(),
                        process.start(),
                        since);
    }
}
