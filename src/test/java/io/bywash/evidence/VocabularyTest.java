package io.bywash.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {
    private final Vocabulary vocabulary = new Vocabulary();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "install",
                "ACTIVE",
                "Expert",
                "passed",
                "chassis1",
                "Chassis7",
                "Security Group",
                "asg chassis_admin",
                "StepFinished",
                "measurements",
                "(secret)",
                "secret",
                "t)(sec"
            })
    void a_word_of_the_product_may_stand_anywhere(String word) {
        assertThat(vocabulary.mayHold(word)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "down", "Take", "at", "1", "\"", "12345"})
    void a_text_of_fewer_than_six_characters_may_stand_anywhere(String text) {
        assertThat(vocabulary.mayHold(text)).isTrue();
    }

    @Test
    void six_characters_are_counted_as_a_person_counts_them() {
        assertThat(vocabulary.mayHold("\ud83d\udd11\ud83d\uddfa\ud83d\udd12\ud83d\udc26\ud83c\udf0a"))
                .isTrue();
        assertThat(vocabulary.mayHold("\ud83d\udd11\ud83d\uddfa\ud83d\udd12\ud83d\udc26\ud83c\udf0a\u00e9"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1764421234",
                "2026-11-29",
                "192.0.2.10",
                "0d1f2a",
                "| 1    |",
                "------",
                "aaaaaaaaaaaa",
                "\"],[\""
            })
    void what_may_be_a_number_a_time_a_sum_or_a_frame_may_stand_anywhere(String text) {
        assertThat(vocabulary.mayHold(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"fact\":\"Heard\"", "\",\"outcome\":\"", "passed\",\"me"})
    void what_stands_in_a_history_between_its_texts_may_stand_anywhere(String text) {
        assertThat(vocabulary.mayHold(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kanarie-9",
                "correct horse battery staple",
                "Embedded-1",
                "Embedded-Expert-1",
                "Replay-of-a-recording",
                "$w0rdfish",
                "{\"pin\":\"vogel\"}",
                ".*(?:x|y)+[a-z]",
                "\u03bb\u03b1\u03b3\u03cc\u03c2\u0021",
                "0d1f2a3b4c5d6e7f"
            })
    void a_text_that_no_sentence_has_may_not(String text) {
        assertThat(vocabulary.mayHold(text)).isFalse();
    }

    @Test
    void what_the_run_says_may_stand_anywhere_from_then_on() {
        assertThat(vocabulary.mayHold("Zephyr gate")).isFalse();

        vocabulary.add("group: Zephyr   GATE-7\n");

        assertThat(vocabulary.mayHold("Zephyr gate")).isTrue();
        assertThat(vocabulary.mayHold("hyr gate-8")).isTrue();
    }
}
