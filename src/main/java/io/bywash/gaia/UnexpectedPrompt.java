package io.bywash.gaia;

import io.bywash.evidence.Broken;

/** The line is not where it should be, or says nothing that can be understood. */
public final class UnexpectedPrompt extends Broken {
    public UnexpectedPrompt(String paragraph) {
        super(paragraph);
    }
}
