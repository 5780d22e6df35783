package io.bywash.gaia;

import io.bywash.evidence.Broken;

/** A serial console is not at rest, or says nothing, so nothing is typed there. */
public final class ConsoleUnusable extends Broken {
    ConsoleUnusable(String paragraph) {
        super(paragraph);
    }
}
