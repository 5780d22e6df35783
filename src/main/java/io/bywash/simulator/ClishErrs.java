package io.bywash.simulator;

/** One command of Clish is answered by an error message and does not run; the next one does (REFERENCE 2, D). */
record ClishErrs(When when, String text) implements Fault {

    static When when(Dice dice) {
        return When.before(
                dice.oneOf(
                        "installer import",
                        "installer verify",
                        "installer install",
                        "show installer",
                        "show smo image",
                        "set smo image"),
                dice.from(1, 4) / 2 + 1);
    }

    static String text(Dice dice) {
        return dice.oneOf(
                "CLINFR0819  User: admin denied access via CLI\nERROR: Could not get Security Group from db\n",
                ClishRefusals.INCOMPLETE + "\n",
                "NMSHST0025  Entry for halyard already present\n");
    }

    @Override
    public void lieInWait(Ambush ambush) {
        ambush.at(when, moment -> {
            ambush.struck("instead of running '%s': %s".formatted(moment.about(), text.strip()));
            ambush.seams().shells().answerNext(text);
        });
    }

    /** What passes by itself: a person types the line again. */
    @Override
    public boolean harmless() {
        return text.startsWith("CLINFR0819");
    }
}
