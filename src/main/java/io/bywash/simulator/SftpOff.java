package io.bywash.simulator;

/**
 * The management address offers no sftp, as where the subsystem is commented out on all members (REFERENCE 7 no. 24, D).
 *
 * @param scp whether {@code scp} is run although the login shell is Clish; the user still meets Clish with any other command
 */
record SftpOff(boolean scp) implements Fault {
    @Override
    public void lieInWait(Ambush ambush) {
        ambush.seams().gate().switchSftpOff(scp, () -> ambush.struck("sftp was refused"));
    }

    /** A person takes scp, where that is let through. */
    @Override
    public boolean harmless() {
        return scp;
    }
}
