package io.bywash.simulator;

import io.bywash.group.ChassisId;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Optional;

/** Who is let in at the management address, and with which host key it proves itself. */
final class Gate {

    private volatile Instant refusesUntil = Instant.MIN;
    private volatile KeyPair otherKey;
    private volatile ChassisId otherKeyOn;
    private volatile Runnable otherKeyShown = () -> {};
    private volatile Runnable sftpOff;
    private volatile boolean scpGoesPastClish;
    private volatile String password = EmbeddedGroup.LOGIN_PASSWORD;

    /** The only user has this password. */
    void password(String right) {
        password = right;
    }

    /**
     * The subsystem sftp is refused from now on.
     *
     * @param scp whether {@code scp} is run whatever the login shell is
     * @param refused what happens whenever somebody asks for the subsystem
     */
    void switchSftpOff(boolean scp, Runnable refused) {
        scpGoesPastClish = scp;
        sftpOff = refused;
    }

    /** Somebody asks for the subsystem sftp. */
    boolean offersSftp() {
        Runnable refused = sftpOff;
        if (refused != null) {
            refused.run();
        }
        return refused == null;
    }

    /** Whether {@code scp} is run although the login shell is Clish. */
    boolean scpGoesPastClish() {
        return scpGoesPastClish;
    }

    /** Takes no password before this moment, not even the right one. */
    void refuseUntil(Instant moment) {
        refusesUntil = moment;
    }

    /** Connections from now on meet another host key. */
    void changeKey() {
        otherKey = HostKey.keptIn(Optional.empty());
    }

    /**
     * The SGMs of one chassis have another host key than those of the other.
     *
     * @param shown what happens whenever a connection meets it
     */
    void otherKeyOn(ChassisId chassis, Runnable shown) {
        otherKeyOn = chassis;
        otherKeyShown = shown;
        changeKey();
    }

    /** @param smo on which the connection lands */
    KeyPair keyInsteadOf(KeyPair usual, Optional<ChassisId> smo) {
        KeyPair other = otherKey;
        if (other == null
                || otherKeyOn != null && !smo.filter(otherKeyOn::equals).isPresent()) {
            return usual;
        }
        otherKeyShown.run();
        return other;
    }

    boolean admits(String user, String typed, Instant now) {
        return EmbeddedGroup.USER.equals(user) && password.equals(typed) && !now.isBefore(refusesUntil);
    }
}
