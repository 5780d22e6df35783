package io.bywash.evidence;

import java.util.Objects;

/**
 * A password, a passphrase or a key: something that is typed and never shown.
 *
 * <p>It has no string form; whoever needs the text says so with {@link #reveal()}, which is called where the text leaves
 * for a device and nowhere else. Two secrets are equal when their texts are, wherever they come from.
 */
public final class Secret {
    private final String text;
    private final String name;

    private Secret(String text, String name) {
        this.text = text;
        this.name = name;
    }

    /** One that no target file names. */
    public static Secret of(String text) {
        return named("a secret", text);
    }

    /**
     * A secret that a person knows by a name.
     *
     * @param name where the target file says where it is read from, such as {@code login.passwordFrom}
     */
    public static Secret named(String name, String text) {
        return new Secret(Objects.requireNonNull(text), name);
    }

    /** The text itself. */
    public String reveal() {
        return text;
    }

    /** What a person knows it by; tells nothing of the text. */
    public String name() {
        return name;
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
