package io.bywash.evidence;

/** A trouble whose message is a paragraph for a person, and which says how the step it stopped has ended. */
public interface Told {
    Outcome outcome();
}
