package io.bywash.evidence;

/** A trouble whose message is a paragraph for a person, and which says how the step it stopped has ended. */
public interface Told {
    Outcome outcome();

    /** What was expected instead, in words, where the trouble knows it; empty otherwise. */
    default String expected() {
        return "";
    }

    /** What was seen, without what to do about it. */
    String seen();

    /** What the finder knows of it beside the paragraph. */
    default Finding finding() {
        return Finding.NONE;
    }

    /** Whether the device let us in; where it did not, nobody tries again before a person has looked. */
    default boolean letIn() {
        return true;
    }
}
