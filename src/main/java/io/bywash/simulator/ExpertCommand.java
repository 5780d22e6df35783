package io.bywash.simulator;

/** A command that bash finds on an SGM. */
interface ExpertCommand {
    /** Runs it and returns its exit status. */
    int run(ExpertCall call);
}
