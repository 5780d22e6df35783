package io.bywash.report;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a report of one page holds within it. */
record PageData(String page) {
    private static final Pattern SOURCES = Pattern.compile("(?:src|href)=\"data:[a-z/-]+;base64,([A-Za-z0-9+/=]+)\"");

    /** A file of the data that the page shows. */
    JsonNode json(String name) {
        return files(name).get(0);
    }

    /** The files whose name begins so. */
    List<JsonNode> files(String beginning) {
        return Pattern.compile("d\\('%s[^']*','([^']*)'\\)".formatted(Pattern.quote(beginning)))
                .matcher(page)
                .results()
                .map(file -> new JsonMapper().readTree(Base64.getDecoder().decode(file.group(1))))
                .toList();
    }

    /** The scripts and styles that stand in it. */
    List<String> sources() {
        return SOURCES.matcher(page)
                .results()
                .map((MatchResult source) ->
                        new String(Base64.getDecoder().decode(source.group(1)), StandardCharsets.UTF_8))
                .toList();
    }
}
