package io.bywash.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RedactionTest {
    private static final String CANARY = "Kanarie+7/%&\"<vogel>";

    private final Redaction redaction = new Redaction();

    RedactionTest() {
        redaction.keep(Secret.of(CANARY));
    }

    @Provide
    Arbitrary<String> surroundings() {
        return Arbitraries.strings().ascii().ofMaxLength(12);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What of a secret stands in base64 whatever is around it. */
    private static List<String> decoded(String text) {
        return List.of(text.split("[^A-Za-z0-9+/_-]+")).stream()
                .filter(word -> word.length() > 3)
                .flatMap(word -> List.of(0, 1, 2, 3).stream()
                        .map(from -> word.substring(Math.min(from, word.length())))
                        .map(part -> part.substring(0, part.length() / 4 * 4)
                                .replace('-', '+')
                                .replace('_', '/')))
                .map(part -> new String(Base64.getDecoder().decode(part), StandardCharsets.UTF_8))
                .toList();
    }

    @Property
    void a_secret_is_taken_out_of_any_text(
            @ForAll("surroundings") String before, @ForAll("surroundings") String after) {
        assertThat(redaction.of(before + CANARY + after)).doesNotContain(CANARY).contains(Redaction.SHOWN);
    }

    @Property
    void a_secret_is_taken_out_of_base64_wherever_it_stands(
            @ForAll("surroundings") String before, @ForAll("surroundings") String after) {
        assertThat(decoded(redaction.of("Basic " + base64(before + CANARY + after) + " end")))
                .noneMatch(text -> text.contains(CANARY.substring(2, CANARY.length() - 2)));
    }

    @Test
    void a_secret_is_taken_out_of_an_address() {
        assertThat(redaction.of("https://host/?p=" + URLEncoder.encode(CANARY, StandardCharsets.UTF_8)))
                .isEqualTo("https://host/?p=" + Redaction.SHOWN);
    }

    @Test
    void a_secret_is_taken_out_of_json_and_of_html() {
        assertThat(redaction.of("\"Kanarie+7/%&\\\"<vogel>\"")).isEqualTo("\"(secret)\"");
        assertThat(redaction.of("<b>Kanarie+7/%&amp;\"&lt;vogel&gt;</b>")).isEqualTo("<b>(secret)</b>");
    }

    @Test
    void a_form_of_a_secret_that_is_a_word_of_the_product_is_left_alone() {
        redaction.keep(Secret.of("\u3000expert"));

        assertThat(redaction.of("Enter expert password: \u3000expert")).isEqualTo("Enter expert password: (secret)");
    }

    @Property
    void a_secret_that_comes_in_pieces_is_not_shown_in_any_of_them(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 9) Integer> pieces) {
        Redaction.Stream stream = redaction.stream();
        StringBuilder shown = new StringBuilder();
        String all = "password: " + CANARY + "\r\nhost> " + CANARY + CANARY + " end of it";
        int from = 0;
        for (int next = 0; from < all.length(); next++) {
            int to = Math.min(all.length(), from + pieces.get(next % pieces.size()));
            shown.append(stream.heard(all.substring(from, to)).shown());
            from = to;
        }
        shown.append(stream.silence().shown());

        assertThat(shown).hasToString("password: (secret)\r\nhost> (secret)(secret) end of it");
    }

    @Property
    void a_secret_that_comes_in_pieces_with_silences_between_is_never_shown_whole(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 9) Integer> pieces) {
        Redaction.Stream stream = redaction.stream();
        StringBuilder shown = new StringBuilder();
        String all = "password: " + CANARY + "\r\nhost> ";
        int from = 0;
        for (int next = 0; from < all.length(); next++) {
            int to = Math.min(all.length(), from + pieces.get(next % pieces.size()));
            shown.append(stream.heard(all.substring(from, to)).shown())
                    .append(stream.silence().shown());
            from = to;
        }

        assertThat(shown.toString())
                .startsWith("password: ")
                .endsWith("\r\nhost> ")
                .contains(Redaction.SHOWN);
        assertThat(shown.toString()).doesNotContain(CANARY.substring(0, 4)).doesNotContain(CANARY.substring(3));
    }

    @Test
    void a_text_without_secrets_is_shown_as_it_comes() {
        Redaction.Stream stream = redaction.stream();

        assertThat(stream.heard("gw-ch01-01> ").shown()).isEqualTo("gw-ch01-01> ");
    }

    @Test
    void what_only_began_like_a_secret_is_shown_when_it_goes_on_otherwise() {
        Redaction.Stream stream = redaction.stream();

        assertThat(stream.heard("see Kanari").shown()).isEqualTo("see ");
        assertThat(stream.heard("a").shown()).isEqualTo("Kanaria");
    }

    @Test
    void the_end_of_a_prompt_that_begins_like_a_secret_is_shown_in_the_silence() {
        Redaction.Stream stream = redaction.stream();

        assertThat(stream.heard("host K").shown() + stream.silence().shown()).isEqualTo("host K");
    }
}
