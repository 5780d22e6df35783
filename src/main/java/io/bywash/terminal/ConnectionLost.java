package io.bywash.terminal;

import io.bywash.evidence.Broken;
import io.bywash.evidence.Finding;

/**
 * The line to the device is dead.
 *
 * <p>It says nothing about what the device did with the last command: only a later look at the device does.
 */
public class ConnectionLost extends Broken {
    public ConnectionLost(String paragraph, Throwable cause) {
        super(paragraph, cause);
    }

    protected ConnectionLost(String paragraph, Finding finding, Throwable cause) {
        super(paragraph, finding, cause);
    }
}
