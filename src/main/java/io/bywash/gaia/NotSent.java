package io.bywash.gaia;

import io.bywash.terminal.ConnectionLost;
import java.util.function.Supplier;

/**
 * An act that certainly did not leave here: its line was dead before the act was repeated by the device, and Enter was not
 * typed.
 *
 * <p>So it may be sent on another line, with another permit, for which everything is read anew.
 */
public final class NotSent extends ConnectionLost {
    /** How often an act is tried that does not leave here. */
    static final int TRIES = 3;

    NotSent(String line, String why) {
        super("'%s' was not sent: %s".formatted(line, why), null);
    }

    /**
     * Gives an order that makes a permit of its own each time, up to three times while it does not leave here.
     *
     * @throws NotSent when it did not leave the third time either
     */
    public static <T> T untilSent(Supplier<T> order) {
        for (int attempt = 1; ; attempt++) {
            try {
                return order.get();
            } catch (NotSent e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }
}
