package io.bywash.simulator;

/** Every session ends behind a command of that number. */
record SessionsEnd(int commands) implements Fault {
    @Override
    public void lieInWait(Ambush ambush) {
        ambush.at(When.connection(1), moment -> {
            ambush.struck("every session ends behind its command no. " + commands);
            ambush.seams().shells().commandsOfASession(commands);
        });
    }

    /** A person logs in again, as often as it takes. */
    @Override
    public boolean harmless() {
        return true;
    }
}
