package io.bywash.simulator;

/** Every prompt is printed twice, in one line or in two (REFERENCE 2, D). */
record PromptTwice(String between) implements Fault {
    @Override
    public void lieInWait(Ambush ambush) {
        ambush.at(When.connection(1), moment -> ambush.struck("every prompt is printed twice"));
        ambush.seams().shells().prompt((usual, commands) -> usual + between + usual);
    }

    /** A person reads the second prompt. */
    @Override
    public boolean harmless() {
        return true;
    }
}
