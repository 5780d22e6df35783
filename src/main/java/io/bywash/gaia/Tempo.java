package io.bywash.gaia;

import java.time.Duration;

/**
 * How long a line is listened to.
 *
 * @param quiet how long nothing must follow a prompt or a question before it counts as one
 * @param limit how long a command may be silent before it counts as stuck
 */
public record Tempo(Duration quiet, Duration limit) {
    /** How long an unexpected text that looks like a question may stand there before the command is broken off. */
    Duration bewildered() {
        return quiet.multipliedBy(20);
    }
}
