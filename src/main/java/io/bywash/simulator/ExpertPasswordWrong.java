package io.bywash.simulator;

/** Nobody gets into Expert mode with the password that was handed over. */
record ExpertPasswordWrong() implements Fault {
    @Override
    public void lieInWait(Ambush ambush) {
        ambush.seams().shells().expertPassword(password -> {
            ambush.struck("the expert password was refused");
            return false;
        });
    }
}
