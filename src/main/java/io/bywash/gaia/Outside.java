package io.bywash.gaia;

import io.bywash.evidence.Broken;
import io.bywash.evidence.Fact;
import io.bywash.evidence.History;
import io.bywash.terminal.ConnectionLost;
import io.bywash.terminal.HostRefused;
import io.bywash.terminal.LoginRefused;

/** Calls on lines whose end, good or bad, is an input of the run. */
final class Outside {
    private Outside() {}

    /** A call on a line; what it brings is an input once it is known when. */
    interface Call {
        History.Arrival make();
    }

    /**
     * Makes a call, and takes in what it brings or how it failed.
     *
     * @throws Broken as the call did, or a kind of it
     */
    static Fact.Input take(History history, String from, Call call) {
        return take(history, from, call, Fact.LineTrouble.LOST);
    }

    /**
     * Opens a line, and takes in that it is open, or why it is not.
     *
     * @throws Broken as the call did, or a kind of it
     */
    static Fact.LinkOpened open(History history, String from, Call call) {
        return (Fact.LinkOpened) take(history, from, call, Fact.LineTrouble.UNREACHED);
    }

    private static Fact.Input take(History history, String from, Call call, Fact.LineTrouble lost) {
        Fact.Input input = history.take(from, () -> {
            try {
                return call.make();
            } catch (Broken e) {
                String why = history.redaction().of(e.seen());
                return at -> new Fact.LineFailed(
                        at,
                        from,
                        kind(e, lost),
                        why,
                        e.finding().advice(),
                        e.finding().whole());
            }
        });
        if (input instanceof Fact.LineFailed failed) {
            throw thrown(failed);
        }
        return input;
    }

    private static Fact.LineTrouble kind(Broken e, Fact.LineTrouble lost) {
        if (e instanceof HostRefused) {
            return Fact.LineTrouble.HOST_REFUSED;
        }
        if (e instanceof LoginRefused) {
            return Fact.LineTrouble.LOGIN_REFUSED;
        }
        return e instanceof ConnectionLost ? lost : Fact.LineTrouble.BROKEN;
    }

    private static Broken thrown(Fact.LineFailed failed) {
        return switch (failed.kind()) {
            case UNREACHED, LOST, LOST_TYPING -> new ConnectionLost(failed.why(), null);
            case HOST_REFUSED -> new HostRefused(failed.why(), failed.advice(), failed.whole());
            case LOGIN_REFUSED -> new LoginRefused(failed.why());
            case BROKEN -> new Broken(failed.why());
        };
    }
}
