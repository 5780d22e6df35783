package io.bywash.simulator;

/** What the keys that ask for help do to a half-typed line. */
interface Completion {
    /** Of a shell that completes nothing; a question mark is a letter like others. */
    Completion NONE = new Completion() {
        @Override
        public String rest(String typed) {
            return "";
        }

        @Override
        public String choices(String typed) {
            return "";
        }

        @Override
        public boolean onQuestionMark() {
            return false;
        }
    };

    /** What Tab adds to the line; empty where there is nothing to add or more than one way to go on. */
    String rest(String typed);

    /** What is printed below the line when Tab adds nothing; empty rings the bell. */
    String choices(String typed);

    /** Whether a question mark prints the choices at once and is no part of the line. */
    boolean onQuestionMark();
}
