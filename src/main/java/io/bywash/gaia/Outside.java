package io.bywash.gaia;

import io.bywash.evidence.Broken;
import io.bywash.evidence.Fact;
import io.bywash.evidence.History;
import io.bywash.terminal.ConnectionLost;
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
        Fact.Input input = history.take(from, () -> {
            try {
                return call.make();
            } catch (Broken e) {
                String why = history.redaction().of(e.getMessage());
                return at -> new Fact.LineFailed(at, from, kind(e), why);
            }
        });
        if (input instanceof Fact.LineFailed failed) {
            throw thrown(failed);
        }
        return input;
    }

    private static Fact.LineTrouble kind(Broken e) {
        if (e instanceof LoginRefused) {
            return Fact.LineTrouble.LOGIN_REFUSED;
        }
        return e instanceof ConnectionLost ? Fact.LineTrouble.LOST : Fact.LineTrouble.BROKEN;
    }

    private static Broken thrown(Fact.LineFailed failed) {
        return switch (failed.kind()) {
            case LOST, LOST_TYPING -> new ConnectionLost(failed.why(), null);
            case LOGIN_REFUSED -> new LoginRefused(failed.why());
            case BROKEN -> new Broken(failed.why());
        };
    }
}
