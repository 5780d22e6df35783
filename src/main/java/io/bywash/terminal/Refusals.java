package io.bywash.terminal;

import java.time.Duration;

/**
 * How often a device has refused the same credentials, one time after the other.
 *
 * <p>Credentials that were never accepted are shown once. Those that were accepted before may be refused by a member that
 * has just booted and does not know its users yet; they are shown once more, after a pause. So a device counts two failed
 * log-ins at most, which is below every usual limit.
 */
final class Refusals {
    private final Duration pause;
    private boolean acceptedBefore;
    private int count;
    private long last;
    private String words = "";

    /** @param pause before credentials that were accepted before are shown again */
    Refusals(Duration pause) {
        this.pause = pause;
    }

    /**
     * Asks for leave to show the credentials.
     *
     * @throws LoginRefused when they were refused for good
     * @throws ConnectionLost when they were refused a moment ago and may be shown again later
     */
    synchronized void ask(SshEndpoint endpoint) {
        if (count == 0) {
            return;
        }
        if (!mayTryAgain()) {
            throw new LoginRefused(words + " It was not tried again now, so that the user is not locked out.");
        }
        Duration passed = Duration.ofNanos(System.nanoTime() - last);
        if (passed.compareTo(pause) < 0) {
            throw new ConnectionLost(
                    "%s has refused the log-in %d s ago, though it accepted it before; a member that has just booted may do so. It is tried once more after %d s."
                            .formatted(endpoint, passed.toSeconds(), pause.toSeconds()),
                    null);
        }
    }

    synchronized boolean acceptedBefore() {
        return acceptedBefore;
    }

    /** The credentials were accepted. */
    synchronized void accepted() {
        acceptedBefore = true;
        count = 0;
    }

    /** The credentials were refused; gives back what to throw. */
    synchronized RuntimeException refused(String paragraph) {
        count++;
        last = System.nanoTime();
        words = paragraph;
        return mayTryAgain()
                ? new ConnectionLost(
                        "%s It was accepted before, and a member that has just booted may refuse it for a while, so it is tried once more, after %d s."
                                .formatted(paragraph, pause.toSeconds()),
                        null)
                : new LoginRefused(
                        paragraph
                                + " Nothing was sent after this, and the log-in is not tried again, so that the user is not locked out.");
    }

    private boolean mayTryAgain() {
        return acceptedBefore && count < 2;
    }
}
