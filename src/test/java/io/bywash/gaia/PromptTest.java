package io.bywash.gaia;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'harbour-ch01-02> ';CLISH;1_02;-1",
                "'harbour-ch01-02:0> ';CLISH;1_02;0",
                "'harbour:TACP-0> ';CLISH;none;-1",
                "'harbour:TACP-0# ';CLISH;none;-1",
                "'harbour-ch01-02# ';CLISH;1_02;-1",
                "'[WARNING! Local Member] harbour-ch01-02> ';CLISH;1_02;-1",
                "'EXL-s01-01> ';CLISH;1_01;-1",
                "'gw1-s0-01> ';CLISH;none;-1",
                "'harbour:TACP-0:mplane> ';CLISH;none;-1",
                "'[Global] harbour-ch02-14 > ';GCLISH;2_14;-1",
                "'[Global] harbour-ch02-01> ';GCLISH;2_01;-1",
                "'[Global] harbour-ch02-01# ';GCLISH;2_01;-1",
                "'[Expert@harbour-ch01-01:0]# ';EXPERT;1_01;0",
                "'[Expert@harbour-ch01-01:5]# ';EXPERT;1_01;5",
                "'[Expert@harbour-s01-03:0]# ';EXPERT;1_03;0",
            })
    void a_prompt_names_shell_member_and_vs(String line, Shell shell, String member, int vs) {
        Prompt prompt = Prompt.read(line).orElseThrow();

        assertThat(prompt.shell()).isEqualTo(shell);
        assertThat(prompt.member().map(Object::toString).orElse("none")).isEqualTo(member);
        assertThat(prompt.vs().orElse(-1)).isEqualTo(vs);
        assertThat(Arrays.stream(Shell.values())
                        .filter(other -> other.prompt().matcher(line).matches()))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"harbour-ch01-00> ", "harbour-ch01-15> ", "harbour-ch03-01> ", "harbour-ch01-01-old> "})
    void a_host_name_that_ends_in_no_slot_of_a_chassis_names_no_member(String line) {
        assertThat(Prompt.read(line).orElseThrow().member()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Enter expert password:",
                "Are you sure? (Y - yes, any other key - no) ",
                "| 1  (local)     UP             Enforcing Security",
                "",
                "login: ",
                "harbour-ch01-01:999999999999> ",
                "[Expert@harbour-ch01-01:123456]# ",
                "[Expert@harbour-ch01-01:0]# asg stat -v",
            })
    void what_is_no_prompt_is_not_taken_for_one(String line) {
        assertThat(Prompt.read(line)).isEmpty();
    }

    @Test
    void a_prompt_that_is_shown_twice_is_one_prompt() {
        assertThat(Prompt.read("[Expert@harbour-ch02-01:0]# [Expert@harbour-ch02-01:0]# "))
                .isEqualTo(Prompt.read("[Expert@harbour-ch02-01:0]#"));
    }

    @ParameterizedTest
    @CsvSource({
        "'harbour-ch02-01 harbour-ch02-01> ', 'harbour-ch02-01> '",
        "'harbour-ch02-01harbour-ch02-01> ', 'harbour-ch02-01> '",
        "'harbour-ch02-01:0harbour-ch02-01:0> ', 'harbour-ch02-01:0> '",
        "'harbour-ch02-01:TACP-0harbour-ch02-01:TACP-0# ', 'harbour-ch02-01:TACP-0# '",
        "'harbour:TACP-0 harbour:TACP-0# ', 'harbour:TACP-0# '",
        "'[Global] harbour-ch02-01 [Global] harbour-ch02-01> ', '[Global] harbour-ch02-01> '"
    })
    void so_is_one_whose_sign_stands_behind_the_second_copy_only(String line, String once) {
        assertThat(Prompt.read(line)).isEqualTo(Prompt.read(once)).isPresent();
    }

    @Test
    void two_prompts_of_different_members_are_none() {
        assertThat(Prompt.read("[Expert@harbour-ch02-01:0]# [Expert@harbour-ch01-01:0]# "))
                .isEmpty();
    }

    @Test
    void a_long_host_name_is_a_host_name_and_a_line_of_any_length_is_not() {
        assertThat(Prompt.read("x".repeat(100) + "-ch01-02> ").orElseThrow().member())
                .isPresent();
        assertThat(Prompt.read("x".repeat(300) + "-ch01-02> ")).isEmpty();
    }
}
