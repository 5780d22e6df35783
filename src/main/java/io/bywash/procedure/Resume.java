package io.bywash.procedure;

/** When the command that the page names is given. */
enum Resume {
    AT_ONCE("Give the command below now: it reads first what took effect, and sends only what did not."),
    WHEN_PUT_RIGHT(
            "When that is put right, give the command below: it reads the group first, and repeats nothing that took effect."),
    WHEN_LOOKED_AT(
            "When that was looked at and is as expected, give the command below: it repeats nothing that took effect."),
    THAT_PART_FIRST("The command below runs that part; this stage is run after it."),
    WHEN_DECIDED("When the group is right and a person has decided so, give the command below."),
    WHEN_IT_HAS_ENDED("When that run has ended, give the command below.");

    private final String sentence;

    Resume(String sentence) {
        this.sentence = sentence;
    }

    /** As it stands on the page. */
    String sentence() {
        return sentence;
    }
}
