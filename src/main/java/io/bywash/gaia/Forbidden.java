package io.bywash.gaia;

import io.bywash.evidence.Refused;

/** Something that this product never sends, whoever asks for it. */
public final class Forbidden extends Refused {
    Forbidden(String line, String why) {
        super("'%s' is never sent: %s".formatted(line, why));
    }
}
