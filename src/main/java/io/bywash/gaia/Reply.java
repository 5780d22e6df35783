package io.bywash.gaia;

import java.time.Instant;
import java.util.List;

/**
 * What a command said, from its echo to the next prompt.
 *
 * @param text plain lines, without the echo and the prompt
 * @param prompt the prompt after it
 * @param asked how many of its questions the device asked
 */
public record Reply(Command command, String text, Prompt prompt, int asked, Instant at) {
    /** The lines with something on them, without blanks around. */
    public List<String> lines() {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
