package io.bywash.evidence;

import java.util.Objects;

/**
 * A password, a passphrase or a key: something that is typed and never shown.
 *
 * <p>It has no string form; whoever needs the text says so with {@link #reveal()}, which is called where the text leaves
 * for a device and nowhere else.
 */
public final class Secret {
    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    public static Secret of(String text) {
        return new Secret(Objects.requireNonNull(text));
    }

    /** The text itself. */
    public String reveal() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.text.equals(text);
    }

    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
