package io.bywash.cpuse;

import io.bywash.evidence.Finding;
import io.bywash.evidence.Misbehaviour;

/** A member, or the device, refused an action on packages; nothing was installed by it. */
public final class ActionRefused extends Misbehaviour {
    private final String expected;

    ActionRefused(String expected, String paragraph, Finding finding) {
        super(paragraph, finding);
        this.expected = expected;
    }

    @Override
    public String expected() {
        return expected;
    }
}
