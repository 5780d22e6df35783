package io.bywash.report;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * A piece of a page that is safe to put into another: every text in it is escaped.
 *
 * @param markup as it stands in the page
 */
record Html(String markup) {
    /** Nothing. */
    static final Html NONE = new Html("");

    /**
     * An element.
     *
     * @param selector its name, and behind a full stop its class: {@code td.took}
     * @param content texts, which are escaped, pieces, and collections of pieces
     */
    static Html of(String selector, Object... content) {
        String[] name = selector.split("\\.", 2);
        String opening = name.length == 1 ? name[0] : "%s class=\"%s\"".formatted(name[0], name[1]);
        return new Html("<%s>%s</%s>".formatted(opening, all(content).markup(), name[0]));
    }

    /** Some pieces, one after another. */
    static Html all(Object... content) {
        return new Html(Arrays.stream(content).map(Html::piece).collect(Collectors.joining()));
    }

    private static String piece(Object content) {
        if (content instanceof Html html) {
            return html.markup();
        }
        return content instanceof Collection<?> several
                ? several.stream().map(Html::piece).collect(Collectors.joining())
                : escaped(content.toString());
    }

    /** The same with an attribute on its outermost element. */
    Html with(String attribute, String value) {
        int end = markup.indexOf('>');
        return new Html(
                "%s %s=\"%s\"%s".formatted(markup.substring(0, end), attribute, escaped(value), markup.substring(end)));
    }

    /** A link to a page or a file beside this one; an address that could run a script is shown and leads nowhere. */
    static Html link(String address, String text) {
        boolean leadsToAPage = address.matches("(?s)https?://.*") || !address.matches("(?s)[^/?#]*:.*");
        return leadsToAPage ? of("a", text).with("href", address) : of("span", text);
    }

    /** A whole page that fetches nothing. */
    static String page(String title, String style, Html body) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                %s
                </body>
                </html>
                """.formatted(escaped(title), style, body.markup());
    }

    /** What is no character of a page, or turns the direction of what follows, is shown as the sign for it. */
    private static String escaped(String text) {
        return text.replaceAll("[\\p{Cs}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]|[\\p{Cc}&&[^\\n\\t]]", "\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
