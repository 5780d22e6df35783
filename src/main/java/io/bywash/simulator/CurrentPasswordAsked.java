package io.bywash.simulator;

/** {@code expert} asks for the current password (REFERENCE 14.1, D). */
record CurrentPasswordAsked() implements Fault {
    @Override
    public void lieInWait(Ambush ambush) {
        ambush.at(When.connection(1), moment -> ambush.struck("expert asks for the current password"));
        ambush.seams().shells().passwordQuestion("Enter current expert password:");
    }

    /** The same password, asked for in other words: a person types it. */
    @Override
    public boolean harmless() {
        return true;
    }
}
