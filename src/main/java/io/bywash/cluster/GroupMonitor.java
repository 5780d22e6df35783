package io.bywash.cluster;

import io.bywash.evidence.Fact;
import io.bywash.evidence.History;
import io.bywash.evidence.NotProven;
import io.bywash.gaia.AnswerTooLong;
import io.bywash.gaia.Command;
import io.bywash.gaia.Dialect;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.ManagementAddress;
import io.bywash.gaia.Phrase;
import io.bywash.gaia.Reply;
import io.bywash.gaia.Shell;
import io.bywash.gaia.UnexpectedPrompt;
import io.bywash.group.GroupStatus;
import io.bywash.terminal.ConnectionLost;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Looks at the Security Group from the SMO, on a line of its own that is opened anew when it died.
 *
 * <p>It only ever reads. The SMO moves with its chassis, which cuts this line; the next look lands on the new SMO.
 */
public final class GroupMonitor implements AutoCloseable {
    private static final int TRIES = 3;

    private final ManagementAddress address;
    private final Dialect dialect;
    private final History history;
    private Optional<GaiaSession> open = Optional.empty();

    public GroupMonitor(ManagementAddress address, Dialect dialect, History history) {
        this.address = address;
        this.dialect = dialect;
        this.history = history;
    }

    /**
     * One look.
     *
     * @throws ConnectionLost when the line died; the next look opens another
     * @throws NotProven when the screen names no chassis and no SGM
     */
    public GroupStatus look() {
        GroupStatus status = glance();
        history.record(new Fact.StatusSeen(status.at(), status));
        return status;
    }

    /** One look that is no part of the run's story: its screen is recorded, and nothing is concluded from it. */
    public GroupStatus glance() {
        return on(session -> {
            Reply reply = session.run(Command.read(Shell.EXPERT, dialect.say(Phrase.STATUS)));
            GroupStatus status = StatusScreen.read(reply.text(), reply.at(), dialect.words(Phrase.UP_STATES));
            if (status.sgms().isEmpty()) {
                throw NotProven.by(reply.lines(), """
                        '%s' at %s shows no SGM that can be understood. It said: "%s". Look at it by hand; the layout of \
                        this release may not be known.""".formatted(reply.command(), reply.prompt(), excerpt(reply)));
            }
            return status;
        });
    }

    /** A look that is tried again on a new line when the line dies, as it does when the SMO moves. */
    public GroupStatus lookPatiently() {
        return patiently(this::look);
    }

    /** Something that only reads, tried again from its beginning on a new line when the line dies. */
    public <T> T patiently(Supplier<T> reading) {
        for (int attempt = 1; ; attempt++) {
            try {
                return reading.get();
            } catch (ConnectionLost e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** What can be read on this monitor's line. */
    public interface Reading<T> {
        T on(GaiaSession session);
    }

    /**
     * Reads something else on this line.
     *
     * @throws ConnectionLost when the line died or fell silent; reads may be tried again
     */
    public <T> T on(Reading<T> reading) {
        if (open.isEmpty()) {
            open = Optional.of(logIn());
        }
        try {
            return reading.on(open.get());
        } catch (ConnectionLost | AnswerTooLong e) {
            close();
            throw e;
        }
    }

    private GaiaSession logIn() {
        try {
            return address.logIn("watch");
        } catch (UnexpectedPrompt e) {
            throw new ConnectionLost(
                    "A log-in did not come to a prompt, as when a member is starting. " + e.getMessage(), e);
        }
    }

    private String excerpt(Reply reply) {
        String text = history.redaction().of(String.join(" / ", reply.lines()));
        return text.length() <= 300 ? text : text.substring(0, 300) + "...";
    }

    @Override
    public void close() {
        open.ifPresent(GaiaSession::close);
        open = Optional.empty();
    }
}
