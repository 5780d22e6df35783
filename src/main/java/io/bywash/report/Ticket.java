package io.bywash.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The number of a change, and where its page is. */
final class Ticket {
    private Ticket() {}

    /**
     * The number, as a link where there is a page.
     *
     * @param address of the page, with {@code {}} where the number belongs; empty without one
     */
    static Html told(String ticket, String address) {
        return address.isEmpty() ? Html.all(ticket) : Html.link(address.replace("{}", encoded(ticket)), ticket);
    }

    /** A text as one piece of an address. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
