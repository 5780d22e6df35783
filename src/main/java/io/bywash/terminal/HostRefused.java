package io.bywash.terminal;

/** Our own caution about the host, its key or its algorithms; neither a user name nor a password was sent. */
public final class HostRefused extends LoginRefused {
    public HostRefused(String paragraph) {
        super(paragraph);
    }
}
