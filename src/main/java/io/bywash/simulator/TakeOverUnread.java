package io.bywash.simulator;

/** An SGM does not say whether it is synchronised, or is missing in the table of the policy. */
record TakeOverUnread(Victim victim, Answer answer) implements Fault {

    enum Answer {
        SILENT(""),
        NOT_STARTED("HA module not started: Operation not permitted\n"),
        WITHOUT_A_WORD("\nDelta Sync Statistics\n\nSync status:\n"),
        AN_UNKNOWN_WORD("\nDelta Sync Statistics\n\nSync status: Suspended\n"),
        MISSING_IN_THE_TABLE("");

        private final String said;

        Answer(String said) {
            this.said = said;
        }
    }

    @Override
    public void lieInWait(Ambush ambush) {
        ambush.seams().takeOver().add(new TakeOverScreens.Oddity() {
            @Override
            public String synchronisation(SimulatedSgm sgm, String usual) {
                return answer != Answer.MISSING_IN_THE_TABLE && isVictim(ambush, sgm) ? answer.said : usual;
            }

            @Override
            public boolean inTheTable(SimulatedSgm sgm) {
                return answer != Answer.MISSING_IN_THE_TABLE || !isVictim(ambush, sgm);
            }
        });
    }

    private boolean isVictim(Ambush ambush, SimulatedSgm sgm) {
        if (victim.in(ambush.group()) != sgm) {
            return false;
        }
        ambush.struck("%s is asked whether it can take over: %s".formatted(sgm.id(), answer));
        return true;
    }
}
