package io.bywash.cluster;

import java.net.InetAddress;
import java.net.UnknownHostException;
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
 * @param process the number of the process on that host
 * @param since when the run began
 */
public record Lease(String holder, String host, long process, Instant since) {
    /** The name of the link, in the directory of the package. */
    public static final String FILE = "bywash.lease";

    /** The system tells the start of a process by whole seconds since a boot that it knows by whole seconds. */
    private static final Pattern FORM = Pattern.compile("([^@/]+)@([^@/]+)/(\\d{1,10})/(\\S+)");

    /** The lease of this process. */
    public static Lease ofThisProcess(String holder, Instant since) {
        return new Lease(word(holder), thisHost(), ProcessHandle.current().pid(), since.truncatedTo(ChronoUnit.MILLIS));
    }

    /** Reads one; empty when the text is not one of ours. */
    public static Optional<Lease> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        try {
            return matcher.matches()
                    ? Optional.of(new Lease(
                            matcher.group(1),
                            matcher.group(2),
                            Long.parseLong(matcher.group(3)),
                            Instant.parse(matcher.group(4))))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String thisHost() {
        try {
            return word(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException e) {
            return "unnamed-host";
        }
    }

    /** As it can stand in one word of a command. */
    private static String word(String text) {
        String word = text.strip().replaceAll("[^A-Za-z0-9-]+", ".").replaceAll("^[.-]+|[.-]+$", "");
        return word.isEmpty() ? "somebody" : word.substring(0, Math.min(word.length(), 60));
    }

    /**
     * Whether its process ran on this host and is gone. Of a process on another host nobody here can say.
     *
     * <p>A process of that number that runs is taken for the one of the lease. When it began would tell, but that is
     * reckoned by a clock that may have been set since, and a run that is at work would then look as if it were over.
     */
    public boolean isLeftBehindHere() {
        boolean running =
                ProcessHandle.of(process).filter(ProcessHandle::isAlive).isPresent();
        return host.equals(thisHost()) && !host.equals("unnamed-host") && !running;
    }

    /** Whether it is of the process that asks. */
    public boolean isOfThisProcess() {
        return host.equals(thisHost()) && process == ProcessHandle.current().pid() && !isLeftBehindHere();
    }

    /** The text as it stands on an SGM. */
    @Override
    public String toString() {
        return "%s@%s/%d/%s".formatted(holder, host, process, since);
    }
}
