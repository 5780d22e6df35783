package io.bywash.simulator;

import java.security.KeyPair;
import java.time.Instant;
import java.util.Optional;

/** Who is let in at the management address, and with which host key it proves itself. */
final class Gate {

    private volatile Instant refusesUntil = Instant.MIN;
    private volatile KeyPair otherKey;
    private volatile String password = EmbeddedGroup.LOGIN_PASSWORD;

    /** The only user has this password. */
    void password(String right) {
        password = right;
    }

    /** Takes no password before this moment, not even the right one. */
    void refuseUntil(Instant moment) {
        refusesUntil = moment;
    }

    /** Connections from now on meet another host key. */
    void changeKey() {
        otherKey = HostKey.keptIn(Optional.empty());
    }

    KeyPair keyInsteadOf(KeyPair usual) {
        KeyPair other = otherKey;
        return other == null ? usual : other;
    }

    boolean admits(String user, String typed, Instant now) {
        return EmbeddedGroup.USER.equals(user) && password.equals(typed) && !now.isBefore(refusesUntil);
    }
}
