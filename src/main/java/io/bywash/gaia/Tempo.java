package io.bywash.gaia;

import java.time.Duration;

/**
 * How long a line is listened to, and how much of one answer is taken in.
 *
 * @param quiet how long nothing must follow a prompt or a question before it counts as one
 * @param limit how long a command may be silent before it counts as stuck
 * @param longest the most that is taken in as one answer
 */
public record Tempo(Duration quiet, Duration limit, AnswerSize longest) {
    public Tempo(Duration quiet, Duration limit) {
        this(quiet, limit, AnswerSize.USUAL);
    }

    /** How long an unexpected text that looks like a question may stand there before the command is broken off. */
    Duration bewildered() {
        return quiet.multipliedBy(20);
    }
}
