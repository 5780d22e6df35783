package io.bywash.simulator;

/** The notice of somebody's configuration lock stands below the heading of one SGM, and is no part of its answer (REFERENCE 2, D). */
record NoticeAmidst(Victim victim) implements Fault {
    @Override
    public void lieInWait(Ambush ambush) {
        ambush.at(When.before("gclish", 1), moment -> {
            SimulatedSgm told = victim.in(ambush.group());
            ambush.seams().shells().notice(sgm -> sgm == told ? ClishRefusals.lockOwnedBy("mira") + "\n" : "");
            ambush.struck("the notice of a lock among the answers of " + told.id());
        });
    }

    /** A person reads past the notice. */
    @Override
    public boolean harmless() {
        return true;
    }
}
