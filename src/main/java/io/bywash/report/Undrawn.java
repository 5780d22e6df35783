package io.bywash.report;

/** Stands for the picture of a run where Java cannot draw, so that the rest of the evidence is made all the same. */
final class Undrawn {
    private static final String WHY =
            "This picture was not drawn: Java found no fonts here. Install fontconfig and a font, and make the evidence again.";

    private Undrawn() {}

    static String svg(String title) {
        String escaped = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1400 120" role="img" font-family="sans-serif">
                <title>%s</title>
                <rect width="1400" height="120" fill="#fff"/>
                <text x="24" y="44" font-size="24" font-weight="bold">%s</text>
                <text x="24" y="84" font-size="17">%s</text>
                </svg>
                """.formatted(escaped, escaped, WHY);
    }
}
