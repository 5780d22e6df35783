package io.bywash.gaia;

import io.bywash.terminal.ConnectionLost;

/** A message to all terminals stands where a prompt or a question should, so that the line is of no use any more. */
final class SpokenInto extends ConnectionLost {
    SpokenInto(String line) {
        super(
                "A message to all terminals stands in the midst of what was said on '%s', so the line was left."
                        .formatted(line),
                null);
    }
}
