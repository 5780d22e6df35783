package io.bywash.target;

import io.bywash.target.TargetSettings.Address;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses as a person writes them: {@code gate}, {@code 192.0.2.10:2222}, {@code [2001:db8::10]:22}. */
final class AddressText {
    private static final int SSH = 22;
    private static final int LAST_PORT = 65535;
    private static final Pattern FORM = Pattern.compile(
            "(?:\\[([0-9A-Fa-f:.]+(?:%\\w+)?)]|([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?\\.?))(?::(\\d{1,5}))?");

    private AddressText() {}

    /** The address that {@code text} says, or empty when it is none; a name is not looked up. */
    static Optional<Address> read(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        int port = matcher.group(3) == null ? SSH : Integer.parseInt(matcher.group(3));
        return Optional.of(new Address(host, port)).filter(address -> port >= 1 && port <= LAST_PORT);
    }

    /** Whether the text is an IPv6 address without the brackets that tell its last part from a port. */
    static boolean lacksBrackets(String text) {
        return text.indexOf(':') != text.lastIndexOf(':') && text.matches("[0-9A-Fa-f:.]+(?:%\\w+)?");
    }
}
