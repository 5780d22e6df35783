package io.bywash.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HtmlTest {
    @Test
    void a_text_is_escaped() {
        assertThat(Html.of("p", "<script>alert('1 & 2')</script>").markup())
                .isEqualTo("<p>&lt;script&gt;alert(&#39;1 &amp; 2&#39;)&lt;/script&gt;</p>");
    }

    @Test
    void a_piece_stays_as_it_is() {
        assertThat(Html.of("tr", List.of(Html.of("td.took", "4 min"))).markup())
                .isEqualTo("<tr><td class=\"took\">4 min</td></tr>");
    }

    @Test
    void the_value_of_an_attribute_is_escaped() {
        assertThat(Html.of("td", "a > b").with("title", "\" onclick=\"x").markup())
                .isEqualTo("<td title=\"&quot; onclick=&quot;x\">a &gt; b</td>");
    }

    @Test
    void what_turns_the_direction_of_a_text_or_is_no_character_is_shown_as_that() {
        assertThat(Html.of("p", "a\u202eb\u0007c\udc9fd").markup()).isEqualTo("<p>a\ufffdb\ufffdc\ufffdd</p>");
    }

    @Test
    void an_address_leads_to_a_page() {
        assertThat(Html.link("https://changes.example.org/CHG-1", "CHG-1").markup())
                .isEqualTo("<a href=\"https://changes.example.org/CHG-1\">CHG-1</a>");
    }

    @Test
    void an_address_that_is_a_script_leads_nowhere() {
        assertThat(List.of(
                        "javascript:alert(1)",
                        " javascript:x",
                        "java\nscript:x",
                        "data:text/html,x",
                        "JAVASCRIPT:a\nb"))
                .allSatisfy(address ->
                        assertThat(Html.link(address, "CHG-1").markup()).isEqualTo("<span>CHG-1</span>"));
    }

    @Property
    void no_text_opens_or_ends_an_element(@ForAll String text) {
        assertThat(Html.of("p", text).markup().replaceAll("^<p>|</p>$", "")).doesNotContain("<", ">", "\"");
    }
}
