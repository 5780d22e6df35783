package io.bywash.acceptance;

import io.bywash.cluster.GroupMonitor;
import io.bywash.evidence.Fact;
import io.bywash.evidence.History;
import io.bywash.evidence.TimeWasUp;
import io.bywash.group.GroupStatus;
import io.bywash.procedure.StateNow;
import io.bywash.procedure.Trouble;
import io.bywash.terminal.ConnectionLost;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One more look at the Security Group after a trouble, which nobody waits long for. */
final class LastLook {
    /** Longer is never waited: who stands before a failure wants to read. */
    static final Duration LIMIT = Duration.ofSeconds(10);

    private static final String WHAT = "a last look";
    private static final int MOST_CHARACTERS = 70;

    private final GroupMonitor monitor;
    private final History history;

    LastLook(GroupMonitor monitor, History history) {
        this.monitor = monitor;
        this.history = history;
    }

    /** The state now, or the last one seen with the reason why there is no newer; a password that was refused is not tried again. */
    StateNow after(Trouble trouble) {
        Optional<GroupStatus> before = lastSeen();
        if (!trouble.letIn()) {
            return new StateNow(before, trouble.at(), "not tried again, as we were not let in");
        }
        return history.isAgain() ? again(trouble, before) : limited(trouble, before);
    }

    /** The same look as then; whether the time was up is known, not measured. */
    private StateNow again(Trouble trouble, Optional<GroupStatus> before) {
        StateNow found;
        try {
            found = StateNow.read(monitor.glance());
        } catch (TimeWasUp e) {
            return timeUp(trouble, before);
        } catch (RuntimeException | Error e) {
            found = notRead(trouble, before, e);
        }
        return history.isNext(next -> next instanceof Fact.TimeUp && next.from().equals(WHAT))
                ? timeUp(trouble, before)
                : found;
    }

    private StateNow limited(Trouble trouble, Optional<GroupStatus> before) {
        CompletableFuture<GroupStatus> look = new CompletableFuture<>();
        Thread looking = new Thread(
                () -> {
                    try {
                        look.complete(monitor.glance());
                    } catch (RuntimeException | Error e) {
                        look.completeExceptionally(e);
                    }
                },
                "last look");
        looking.setDaemon(true);
        looking.start();
        try {
            return StateNow.read(look.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            history.giveUp(looking);
            return timeUp(trouble, before);
        } catch (ExecutionException e) {
            return notRead(trouble, before, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new StateNow(before, trouble.at(), "not read again: interrupted");
        }
    }

    private StateNow timeUp(Trouble trouble, Optional<GroupStatus> before) {
        history.take(WHAT, () -> at -> new Fact.TimeUp(at, WHAT));
        return new StateNow(before, trouble.at(), "no answer within %d s now".formatted(LIMIT.toSeconds()));
    }

    private StateNow notRead(Trouble trouble, Optional<GroupStatus> before, Throwable why) {
        return new StateNow(
                before,
                trouble.at(),
                why instanceof ConnectionLost ? "nobody answers now" : "not to be read now: " + first(why));
    }

    private Optional<GroupStatus> lastSeen() {
        return history.facts().stream()
                .filter(Fact.StatusSeen.class::isInstance)
                .map(fact -> ((Fact.StatusSeen) fact).status())
                .reduce((first, last) -> last);
    }

    private String first(Throwable e) {
        String told = history.redaction()
                .of(String.valueOf(e.getMessage()))
                .lines()
                .findFirst()
                .orElse("");
        return told.length() <= MOST_CHARACTERS ? told : told.substring(0, MOST_CHARACTERS) + " ...";
    }
}
