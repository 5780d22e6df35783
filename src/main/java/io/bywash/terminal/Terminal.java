package io.bywash.terminal;

import java.time.Duration;

/**
 * A line of characters to a device: what is typed goes out, what the device says is heard.
 *
 * <p>Used by one thread at a time. It is an interface because the vendor recommends the serial console for this
 * procedure, so that another kind of line may stand beside SSH.
 */
public interface Terminal extends AutoCloseable {
    /** The name by which the history tells this line from others. */
    String name();

    /** The fingerprint of the key that the host proved, as {@code SHA256:...}; empty for a line that proves none. */
    default String hostKey() {
        return "";
    }

    /**
     * Sends characters as they are; a line is sent with its line end.
     *
     * @throws ConnectionLost when the line is dead
     */
    void type(String characters);

    /**
     * Waits for the next characters.
     *
     * @return what arrived, or the empty string when nothing did within {@code atMost}
     * @throws ConnectionLost when the line is dead and everything it said was heard
     */
    String hear(Duration atMost);

    @Override
    void close();
}
