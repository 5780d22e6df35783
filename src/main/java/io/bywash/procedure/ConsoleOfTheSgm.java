package io.bywash.procedure;

import io.bywash.cluster.Boot;
import io.bywash.evidence.Broken;
import io.bywash.evidence.Misbehaviour;
import io.bywash.evidence.NotProven;
import io.bywash.evidence.StepRecord;
import io.bywash.gaia.GaiaSession;
import io.bywash.group.GroupCondition;
import io.bywash.group.SgmId;
import java.time.Duration;
import java.util.Optional;

/**
 * The serial console of the SGM that an installation is started on, where the target names one.
 *
 * <p>Before the order a console that is of no use stops the step. After it nothing rests on the console alone, so that its trouble is
 * noted and the other lines go on.
 */
final class ConsoleOfTheSgm implements AutoCloseable {
    private final Means means;
    private final SgmId sgm;
    private final Duration boot;
    private Optional<GaiaSession> session = Optional.empty();
    private Optional<String> trouble = Optional.empty();

    /** @param boot how long the SGM may take to boot */
    ConsoleOfTheSgm(Means means, SgmId sgm, Duration boot) {
        this.means = means;
        this.sgm = sgm;
        this.boot = boot;
    }

    boolean isThere() {
        return means.consoles().has(sgm);
    }

    /** Logs in and out again, so that a console of no use is known before anything is changed. */
    void tryOut(StepRecord record) {
        if (isThere()) {
            logIn();
            leave();
            close();
            record.note("The serial console of %s was logged in to and out of again.".formatted(sgm));
        }
    }

    GaiaSession logIn() {
        session = Optional.of(means.consoles().logIn(sgm, boot));
        return session.get();
    }

    /** The same condition; each time it is looked at, what the console said until then is taken in. */
    GroupCondition overheard(GroupCondition condition) {
        return new GroupCondition(condition.words(), status -> {
            overhear();
            return condition.of(status);
        });
    }

    private void overhear() {
        if (trouble.isPresent()) {
            return;
        }
        try {
            session.ifPresent(GaiaSession::overhear);
        } catch (Broken e) {
            trouble = Optional.of(e.getMessage());
        }
    }

    /** Logs in again on the line that outlived the reboot, asks when the SGM booted, and logs out. */
    void afterTheReboot(StepRecord record) {
        if (session.isEmpty()) {
            return;
        }
        overhear();
        if (trouble.isEmpty()) {
            try {
                session = Optional.of(session.get().logInAgain(boot));
                String booted = Boot.read(session.get(), means.dialect()).toString();
                record.note(
                        "On its serial console, which stayed up, %s was logged in to again and says that it booted at %s."
                                .formatted(sgm, booted));
                session.get().logOut();
            } catch (Broken | NotProven | Misbehaviour e) {
                trouble = Optional.of(e.getMessage());
            }
        }
        trouble.ifPresent(why ->
                record.note("The serial console of %s was of no use after the reboot, and the other lines had to do: %s"
                        .formatted(sgm, why)));
    }

    /** Logs out where a log-in is open, so that nobody finds an open shell. */
    void leave() {
        try {
            if (trouble.isEmpty()) {
                session.ifPresent(GaiaSession::logOut);
            }
        } catch (Broken e) {
            trouble = Optional.of(e.getMessage());
            means.history()
                    .note("The serial console of %s could not be logged out of; look there by hand: %s"
                            .formatted(sgm, e.getMessage()));
        }
    }

    @Override
    public void close() {
        session.ifPresent(GaiaSession::close);
        session = Optional.empty();
    }
}
