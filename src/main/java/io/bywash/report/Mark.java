package io.bywash.report;

import io.bywash.evidence.Outcome;
import java.util.Locale;

/** How something ended, as a word, a colour and a shape, so that nobody has to tell colours apart. */
enum Mark {
    PASSED("passed", "<circle cx='8' cy='8' r='7'/><path class='on' d='M4.6 8.3l2.3 2.4 4.6-5'/>"),
    /** The device proved that nothing was left to do. */
    DONE(
            "already done",
            "<circle class='rim' cx='8' cy='8' r='6.3'/><path class='line' d='M4.8 8.3l2.2 2.3 4.3-4.8'/>"),
    NOT_RUN("not run", "<circle class='rim' cx='8' cy='8' r='6.3'/><path class='line' d='M5 8h6'/>"),
    NOT_PROVEN(
            "not proven",
            "<path d='M8 .6L15.4 8 8 15.4.6 8z'/><path class='on' d='M6.2 6.4a1.9 1.9 0 1 1 2.6 1.8c-.6.3-.8.6-.8 1.3M8 11.6v.2'/>"),
    REFUSED("refused", "<circle cx='8' cy='8' r='7'/><path class='on' d='M4 8h8'/>"),
    BROKEN("broken", "<path d='M8 1l7.3 13.6H.7z'/><path class='on' d='M8 5.8v4.4M8 12.4v.2'/>"),
    FAILED(
            "failed",
            "<path d='M5 1h6l4 4v6l-4 4H5l-4-4V5z'/><path class='on' d='M5.3 5.3l5.4 5.4M10.7 5.3l-5.4 5.4'/>"),
    /** The history has no end: the run is under way, or died. */
    INCOMPLETE("incomplete", "<path d='M1 1h14v14H1z'/><path class='on' d='M4.2 8h.2M8 8h.2M11.8 8h.2'/>");

    /** The colours and the lines of the shapes, for the style of a page. */
    static final String STYLE = """
            .mark { white-space: nowrap; font-weight: 600; }
            .mark svg { width: 1.05em; height: 1.05em; vertical-align: -0.16em; fill: currentColor; margin-right: 0.35em; }
            .mark .on { fill: none; stroke: #fff; stroke-width: 1.9; stroke-linecap: round; stroke-linejoin: round; }
            .mark .rim { fill: none; stroke: currentColor; stroke-width: 1.4; }
            .mark .line { fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; }
            .passed { color: #17694b; } .done { color: #3f6f5e; } .not_run { color: #5d6875; }
            .not_proven { color: #8f5100; } .refused { color: #7a4a00; } .broken { color: #5b4490; }
            .failed, .incomplete { color: #b3261e; }
            """;

    private final String word;
    private final String shape;

    Mark(String word, String shape) {
        this.word = word;
        this.shape = shape;
    }

    static Mark of(Outcome outcome) {
        return valueOf(outcome.name());
    }

    /** The name of its colour in the style. */
    String tone() {
        return name().toLowerCase(Locale.ROOT);
    }

    String word() {
        return word;
    }

    /** The shape alone, for a meaning that stands beside it. */
    Html shape(String meaning) {
        return Html.of("span.mark " + tone(), svg()).with("title", meaning);
    }

    /** The shape and the word. */
    Html told() {
        return Html.of("span.mark " + tone(), svg(), word);
    }

    String loudWord() {
        return word.toUpperCase(Locale.ROOT);
    }

    /** The shape and the word in capitals. */
    Html loud() {
        return loud(loudWord());
    }

    /** The shape and another word. */
    Html loud(String instead) {
        return Html.of("span.mark " + tone(), svg(), instead);
    }

    private Html svg() {
        return new Html("<svg viewBox=\"0 0 16 16\" aria-hidden=\"true\">" + shape + "</svg>");
    }
}
