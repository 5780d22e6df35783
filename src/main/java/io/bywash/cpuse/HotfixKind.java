package io.bywash.cpuse;

import java.util.regex.Pattern;

/** What the name of a hotfix says that it is, in a list of packages or in {@code cpinfo} (REFERENCE 14.2, D). */
enum HotfixKind {
    /** A Jumbo Hotfix Accumulator, whose take counts. */
    JUMBO,
    /** Built for a certain take of a jumbo, which it names; its own take is another number. */
    PRIVATE,
    OTHER,
    /** It names a jumbo in a form that is not known: it may be one, or be built for one. */
    UNCLEAR;

    private static final String TOKEN = "(?:jumbo_hf|jumbo|jhf|jha)";
    private static final Pattern NAMES_A_JUMBO = Pattern.compile("(?i).*(?:jumbo|jhf|jha).*");

    /** Behind the word for a jumbo stand at most its branch, its bundle and its take, and words without figures. */
    private static final Pattern OF_A_JUMBO = Pattern.compile("(?i)(?:.*[_ .])?" + TOKEN
            + "(?:_(?:hf|main|comp|base))*(?:_bundle)?(?:_T\\d+)?(?:_(?:sk\\d+|[a-z]{3,}))*(?:\\.(?:tgz|tar))?");

    private static final Pattern SENTENCE = Pattern.compile("(?i)(?:R[\\w.]+ )?jumbo hotfix(?: accumulator)?(?: .*)?");

    /** Behind the take of the jumbo stands a sign of its own. */
    private static final Pattern OVER_A_JUMBO = Pattern.compile("(?i)(?:.*[_ .])?" + TOKEN
            + "(?:_(?:main|comp|base))*_T\\d+_(?:hf\\d+|eq_\\d+|priv[a-z]*|main|bundle)(?:[_.].*)?");

    /** What a name is; the name of a file, of an installed hotfix, or the sentence that stands for it. */
    static HotfixKind of(String name) {
        if (!NAMES_A_JUMBO.matcher(name).matches()) {
            return OTHER;
        }
        if (OVER_A_JUMBO.matcher(name).matches()) {
            return PRIVATE;
        }
        boolean jumbo =
                OF_A_JUMBO.matcher(name).matches() || SENTENCE.matcher(name).matches();
        return jumbo ? JUMBO : UNCLEAR;
    }
}
