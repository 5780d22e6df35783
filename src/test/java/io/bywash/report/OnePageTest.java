package io.bywash.report;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.evidence.Broken;
import org.junit.jupiter.api.Test;

class OnePageTest {
    @Test
    void a_page_without_the_script_for_analytics_is_not_known() {
        assertThatThrownBy(() -> OnePage.of("<html></html>"))
                .isInstanceOf(Broken.class)
                .hasMessageContaining("the script for its analytics");
    }

    @Test
    void a_page_with_another_share_in_its_ring_is_not_known() {
        assertThatThrownBy(() -> OnePage.of("<script> window.dataLayer = []; gtag('js');</script>"
                        + "<script src=\"data:text/javascript;base64,bi8obitvKQ==\"></script>"))
                .isInstanceOf(Broken.class)
                .hasMessageContaining("the share in the middle of its ring");
    }
}
