package io.bywash.report;

import io.bywash.evidence.Broken;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The generator's page, put right where it would mislead.
 *
 * <p>It leaves a script for its analytics in the page even when they are switched off. In the middle of its ring it writes
 * the share of what passed among what passed, failed or was broken, so that a run of which a third was never tried can show
 * 100 %; here it says how many of all entries passed. It sorts the features of the overview by their colours, and numbers
 * scenarios by when they began, those that never began first.
 */
final class OnePage {
    private static final Pattern ANALYTICS =
            Pattern.compile("<script>\\s*window\\.dataLayer =.*?</script>\\s*", Pattern.DOTALL);
    private static final Pattern SCRIPT =
            Pattern.compile("(?<=src=\"data:text/javascript;base64,)[A-Za-z0-9+/=]+(?=\")");
    private static final String SHARE = "n?\"\".concat(this.formatNumber(n/(n+o+a)*100),\"%\"):\"0%\"";
    private static final String COUNT = "\"\".concat(n,\" of \",s)";

    private static final Pattern OVERVIEW = Pattern.compile("(?<=d\\('widgets/suites\\.json',')[A-Za-z0-9+/=]+(?=')");
    private static final String WITHOUT_NUMBERS = "<style>.node__order { display: none; }</style>";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private OnePage() {}

    /** @throws Broken when the page is not as that of the version of the generator that this was written for */
    static String of(String generated) {
        String page = ANALYTICS.matcher(generated).replaceFirst("");
        if (page.length() == generated.length() || page.contains("gtag(")) {
            throw unknown("the script for its analytics");
        }
        String counted = SCRIPT.matcher(page).replaceAll(script -> counted(script.group()));
        if (counted.length() == page.length()) {
            throw unknown("the share in the middle of its ring");
        }
        String ordered = OVERVIEW.matcher(counted).replaceAll(overview -> inOrder(overview.group()));
        return ordered.replaceFirst("(?=</head>)", WITHOUT_NUMBERS);
    }

    private static String inOrder(String overview) {
        ObjectNode node = (ObjectNode) JSON.readTree(Base64.getDecoder().decode(overview));
        List<JsonNode> items = new ArrayList<>();
        node.path("items").forEach(items::add);
        items.sort(Comparator.comparing(item -> item.path("name").asString()));
        node.set("items", JSON.valueToTree(items));
        return Base64.getEncoder().encodeToString(JSON.writeValueAsBytes(node));
    }

    private static String counted(String script) {
        String text = new String(Base64.getDecoder().decode(script), StandardCharsets.UTF_8);
        return text.contains(SHARE)
                ? Base64.getEncoder().encodeToString(text.replace(SHARE, COUNT).getBytes(StandardCharsets.UTF_8))
                : script;
    }

    private static Broken unknown(String what) {
        return new Broken(
                "The page of the Allure generator is not as it is known: %s was not found where it should be. Is it another version than the build has? Nothing was written."
                        .formatted(what));
    }
}
