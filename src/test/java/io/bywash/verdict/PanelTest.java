package io.bywash.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.group.SecurityGroup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PanelTest {
    private final Map<String, Verdict> verdicts =
            new Panel(SecurityGroup.dual("harbour", 1, 1), Duration.ofSeconds(10)).judge(List.of());

    @Test
    void of_a_run_in_which_nothing_was_seen_no_rule_is_said_to_hold() {
        assertThat(verdicts.values()).isNotEmpty().allMatch(Verdict.Unknown.class::isInstance);
    }

    @Test
    void each_rule_is_told_in_words_of_its_own() {
        assertThat(verdicts.keySet()).hasSizeGreaterThanOrEqualTo(3).noneMatch(String::isBlank);
    }
}
