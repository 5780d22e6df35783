package io.bywash.gaia;

import java.util.regex.Pattern;

/** The three shells of Gaia and the prompts they are known by (REFERENCE 2). */
public enum Shell {
    /** Gaia Clish, the restricted shell of one member. */
    CLISH(
            "Gaia Clish",
            "(?:\\[WARNING! Local Member\\] ?)?(?<host>[A-Za-z0-9][\\w.-]*)(?::(?:TACP-\\d{1,3}(?::mplane)?|(?<vs>\\d{1,5})))? ?[>#] ?"),
    /** Gaia gClish, which runs a command on the members of the group that are up. */
    GCLISH(
            "Gaia gClish",
            "\\[Global\\] ?(?<host>[A-Za-z0-9][\\w.-]*)(?::(?:TACP-\\d{1,3}(?::mplane)?|(?<vs>\\d{1,5})))? ?[>#] ?"),
    /** The Expert mode, which is bash. */
    EXPERT("Expert mode", "\\[Expert@(?<host>[A-Za-z0-9][\\w.-]*)(?::(?<vs>\\d{1,5}))?\\]# ?");

    private final String words;
    private final Pattern prompt;

    Shell(String words, String prompt) {
        this.words = words;
        this.prompt = Pattern.compile(prompt);
    }

    Pattern prompt() {
        return prompt;
    }

    @Override
    public String toString() {
        return words;
    }
}
