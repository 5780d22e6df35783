package io.bywash.cpuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.gaia.Audit;
import io.bywash.gaia.Question;
import io.bywash.group.ChassisId;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstallDialogueTest {
    private static boolean rebootIsRecognised(String slots, String members) {
        SecurityGroup group = SecurityGroup.of(
                "harbour",
                Arrays.stream((slots + " 2_1").split(" ")).map(SgmId::parse).toList());
        List<Question> questions = InstallDialogue.of(
                List.of("x_T7.tgz"), InstallScope.of(group, ChassisId.CHASSIS1), new Audit("Mary Anning", "CHG-7"));
        return questions
                .get(0)
                .isAsked("The machines(" + members + ") will automatically reboot after install.\n"
                        + "Do you want to continue? ([y]es / [n]o)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1_01,1_02,1_03",
                "1_01, 1_02, 1_03",
                "1_01 1_02 1_03",
                "1_01-1_03",
                "1_01 - 1_03",
                "1_1-1_3",
                "1_1,1_2,1_3",
                "1_3,1_01,1_2",
                "1_01-1_02,1_3",
                "1_02-1_03 1_1",
                "chassis1",
                "Chassis 1",
            })
    void the_members_may_be_named_one_by_one_or_as_a_range(String members) {
        assertThat(rebootIsRecognised("1_1 1_2 1_3", members)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1_01,1_02",
                "1_01,1_02,1_03,2_01",
                "1_01-1_04",
                "2_01-2_03",
                "all",
                "",
                "chassis2",
                "chassis1,2_01",
                "1_03-1_01",
                "1_01-2_03",
                "1_01-1_15",
                "1_01,1_02,1_03,",
                "1_01;1_02;1_03",
                "chassis1 and chassis2"
            })
    void other_members_than_these_are_not_recognised(String members) {
        assertThat(rebootIsRecognised("1_1 1_2 1_3", members)).isFalse();
    }

    @Test
    void a_range_over_a_gap_would_name_an_sgm_that_is_not_meant() {
        assertThat(rebootIsRecognised("1_1 1_2 1_4", "1_1-1_2,1_4")).isTrue();
        assertThat(rebootIsRecognised("1_1 1_2 1_4", "1_01-1_04")).isFalse();
    }

    @Test
    void one_sgm_is_no_range() {
        assertThat(rebootIsRecognised("1_1", "1_01")).isTrue();
        assertThat(rebootIsRecognised("1_1", "1_01-1_02")).isFalse();
    }

    @Test
    void the_name_of_the_package_is_taken_letter_by_letter() {
        List<Question> questions = InstallDialogue.of(
                List.of("x_T7.tgz"),
                InstallScope.of(SecurityGroup.dual("harbour", 1, 1), ChassisId.CHASSIS1),
                new Audit("Mary Anning", "CHG-7"));
        Question fullName = questions.get(3);

        assertThat(fullName.isAsked("Package Installation (x_T7.tgz) requires auditing\nEnter your full name:"))
                .isTrue();
        assertThat(fullName.isAsked("Package Installation (x_T7-tgz) requires auditing\nEnter your full name:"))
                .isFalse();
        assertThat(fullName.isAsked("Package Installation (X_t7.tgz) requires auditing\nEnter your full name:"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(Y - yes, any other key - no)", "(y - yes, any other key - no)"})
    void the_questions_of_the_audit_may_be_in_lower_case(String sure) {
        SecurityGroup all = SecurityGroup.dual("harbour", 14, 2);
        Question third = InstallDialogue.of(
                        List.of("x_T7.tgz"),
                        InstallScope.of(all, ChassisId.CHASSIS1),
                        new Audit("Mary Anning", "CHG-7"))
                .get(2);

        for (String members : List.of("chassis1", "1_1-1_14", "1_01-1_14")) {
            assertThat(third.isAsked("You are about to perform\nPackage Installation (x_T7.tgz) on blades: " + members
                            + "\nAre you sure? " + sure))
                    .as(members)
                    .isTrue();
        }
        assertThat(third.isAsked(
                        "You are about to perform\nPackage Installation (x_T7.tgz) on blades: 1_1-1_13\nAre you sure? "
                                + sure))
                .isFalse();
    }
}
