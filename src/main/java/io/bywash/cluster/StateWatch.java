package io.bywash.cluster;

import io.bywash.evidence.Deciding;
import io.bywash.evidence.Fact;
import io.bywash.evidence.Finding;
import io.bywash.evidence.History;
import io.bywash.evidence.NotProven;
import io.bywash.evidence.Remedy;
import io.bywash.evidence.WaitingTime;
import io.bywash.gaia.UnknownLine;
import io.bywash.group.Assessment;
import io.bywash.group.GroupCondition;
import io.bywash.group.GroupStatus;
import io.bywash.group.SgmStatus;
import io.bywash.terminal.ConnectionLost;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Looks at the Security Group again and again until a condition holds, and tells why when it does not.
 *
 * <p>A condition holds when two looks in a row say so: just after a change the old state may still be shown (REFERENCE 7, row
 * 23, D). It is hopeless when two looks in a row say so and nothing else was seen for as long as a screen may lag, however
 * quickly one looks. A line that dies is waited out, because the SMO may move or reboot; a refusal is not. A
 * screen with something unknown is waited out too; when it is the last one, the condition is not proven. A time that ran out
 * while our own process stood still is no time in which the group was looked at: it is looked at for a while longer, once.
 */
public final class StateWatch {
    private static final int IN_A_ROW = 2;

    private final Supplier<GroupStatus> look;
    private final History history;
    private final WaitingTime waiting;
    private final Duration lag;

    /**
     * @param lag how long what is shown may lag behind what happens
     * @param look takes one look, and throws {@link ConnectionLost} while nobody answers
     */
    public StateWatch(Supplier<GroupStatus> look, History history, WaitingTime waiting, Duration lag) {
        this.lag = lag;
        this.look = look;
        this.history = history;
        this.waiting = waiting;
    }

    /**
     * Waits.
     *
     * @return the last look, in which the condition holds
     * @throws StateNotReached when it does not come to hold in time, or cannot any more
     * @throws StateUnseen when time is up and the last look found nobody who answered
     */
    public GroupStatus until(GroupCondition wanted, Patience patience) {
        history.lookAtTheClock();
        long began = history.nanos();
        Instant started = history.now();
        history.record(new Fact.WaitStarted(started, wanted.words(), started.plus(patience.limit())));
        Looks looks = new Looks(wanted);
        String how = "broken off";
        try {
            if (!settles(looks, wanted, patience)) {
                how = looks.silence.isPresent() ? "not seen" : "not reached in time";
                looks.tellTimeUp(patience);
            }
            if (looks.last instanceof Assessment.Hopeless hopeless) {
                how = "hopeless: " + hopeless.why();
                throw StateNotReached.hopeless(wanted, hopeless, looks.seen);
            }
            how = "reached";
            return looks.seen.get(looks.seen.size() - 1);
        } finally {
            Duration took = Duration.ofNanos(history.nanos() - began);
            history.record(new Fact.WaitEnded(history.now(), wanted.words(), how, took));
        }
    }

    /** Looks until it is settled; false when the time was up before, and was not spent in a standstill of ours. */
    private boolean settles(Looks looks, GroupCondition wanted, Patience patience) {
        int stood = history.standstills();
        return settlesWithin(patience.limit(), looks, wanted, patience)
                || history.standstills() != stood
                        && settlesWithin(patience.afterAStandstill(), looks, wanted, patience);
    }

    private boolean settlesWithin(Duration limit, Looks looks, GroupCondition wanted, Patience patience) {
        if (history.isAgain()) {
            return settlesAgain(looks, wanted);
        }
        try {
            waiting.during(() -> {
                Awaitility.await(wanted.words())
                        .pollInSameThread()
                        .dontCatchUncaughtExceptions()
                        .pollDelay(Duration.ZERO)
                        .pollInterval(patience.pause())
                        .atMost(limit)
                        .ignoreExceptionsMatching(ConnectionLost.class::isInstance)
                        .until(looks::settled);
                return looks;
            });
            return true;
        } catch (ConditionTimeoutException e) {
            timeUp(wanted);
            return false;
        }
    }

    /** The same looks as then; whether the time was up is known, not measured. */
    private boolean settlesAgain(Looks looks, GroupCondition wanted) {
        while (!history.isNext(Fact.TimeUp.class::isInstance)) {
            try {
                if (looks.settled()) {
                    return true;
                }
            } catch (ConnectionLost e) {
                continue;
            }
        }
        timeUp(wanted);
        return false;
    }

    private void timeUp(GroupCondition wanted) {
        history.take(wanted.words(), () -> at -> new Fact.TimeUp(at, wanted.words()));
    }

    /** The looks of one wait, and how often in a row the last assessment was made. */
    private final class Looks {
        private final GroupCondition wanted;
        private final List<GroupStatus> seen = new ArrayList<>();
        private Assessment last = new Assessment.NotYet("nothing was seen yet");
        private Optional<ConnectionLost> silence = Optional.empty();
        private int inARow;
        private long since;
        private Optional<NotProven> unread = Optional.empty();

        Looks(GroupCondition wanted) {
            this.wanted = wanted;
        }

        boolean settled() {
            Assessment now;
            history.lookAtTheClock();
            try {
                GroupStatus status = look.get();
                silence = Optional.empty();
                unread = Optional.empty();
                seen.add(status);
                now = wanted.of(status);
            } catch (ConnectionLost e) {
                silence = Optional.of(e);
                throw e;
            } catch (UnknownLine e) {
                silence = Optional.empty();
                unread = Optional.of(e);
                last = new Assessment.NotYet(e.getMessage());
                inARow = 0;
                return false;
            }
            boolean again = now.getClass() == last.getClass();
            inARow = again ? inARow + 1 : 1;
            since = again ? since : history.nanos();
            last = now;
            return inARow >= IN_A_ROW && (now instanceof Assessment.Met || isHopeless(now));
        }

        private boolean isHopeless(Assessment now) {
            return now instanceof Assessment.Hopeless && history.nanos() - since >= lag.toNanos();
        }

        /** Why the last look cannot tell whether the condition holds: it could not be read, or shows words that are not known. */
        Optional<NotProven> unread() {
            if (unread.isPresent() || seen.isEmpty()) {
                return unread;
            }
            List<SgmStatus> unknown = seen.get(seen.size() - 1).unknown();
            return unknown.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new NotProven(
                            wanted.words(),
                            "%s: it cannot be told, because words on the last screen are not known here: %s."
                                    .formatted(wanted, unknown),
                            Finding.of(Remedy.UNKNOWN, "Look at these SGMs by hand.")
                                    .with(List.of(Deciding.status(unknown)))));
        }

        /** Never comes back. */
        void tellTimeUp(Patience patience) {
            if (silence.isPresent()) {
                throw new StateUnseen(wanted, patience, silence.get(), StateNotReached.story(seen));
            }
            unread().ifPresent(unread -> {
                throw unread;
            });
            throw StateNotReached.inTime(wanted, patience, missing(), strays(), seen);
        }

        List<SgmStatus> strays() {
            return last instanceof Assessment.NotYet notYet ? notYet.strays() : List.of();
        }

        String missing() {
            if (last instanceof Assessment.NotYet notYet) {
                return notYet.seen();
            }
            return last instanceof Assessment.Hopeless hopeless
                    ? hopeless.why()
                    : "it held once, but not twice in a row";
        }
    }
}
