package io.bywash.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTextTest {
    @TempDir
    private Path directory;

    private TargetFolder folder;

    @BeforeEach
    void fill() {
        folder = new TargetFolder(directory);
    }

    @Test
    void a_file_that_is_not_there_is_told() {
        assertThatThrownBy(() -> TargetFile.read(Path.of("no/such.yaml"), name -> null))
                .isInstanceOf(TargetFileFaulty.class)
                .message()
                .isEqualToNormalizingNewlines("""
                        no/such.yaml: There is no such file. Write: -Dbywash.target=FILE with the path of a target file.
                        1 fault in the target file; no connection was made.""");
    }

    @Test
    void every_line_that_is_indented_with_a_tab_is_told() {
        assertThat(folder.faults("login:\n\tpasswordFrom:\n\t\tenv: X\n"))
                .containsExactly(
                        "north.yaml:2: A tab stands before the key; YAML indents with blanks. Write: two blanks for it.",
                        "north.yaml:3: A tab stands before the key; YAML indents with blanks. Write: two blanks for it.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "group: 'x~user: y~                 | 1 | A quote is opened here and not closed.",
                "a: 1~sgms: [1, 2~mode: vsx~        | 2 | A [ is opened here and not closed,",
                "a: 1~login: {env: X~mode: vsx~     | 2 | A { is opened here and not closed,",
                "a: 1~group~mode: vsx~              | 2 | No colon stands on this line.",
                "audit:~  name: x~ reason: y~       | 3 | This line does not begin below the keys it belongs to,",
                "a: 1~audit: name: x~               | 2 | A second colon stands here,",
                "a: 1~user: @x~                     | 2 | A value begins with a character that YAML keeps for itself.",
                "a: 1~user: *x~                     | 2 | A value begins with *,",
                "a: 1~---~b: 2~                     | 2 | A second document begins here",
                "a: \"C:\\x\"~                      | 1 | A backslash stands between double quotes,",
                "# nothing~                         | 1 | The file is empty.",
                "- group~                           | 1 | The file holds no keys with values.",
                "? [a]~: 1~                         | 1 | A list or a map stands here as a key."
            })
    void what_is_no_yaml_is_told_at_the_line_to_change(String text, int line, String words) {
        assertThat(folder.faults(text.replace("~", "\n")).get(0))
                .startsWith("north.yaml:%d: %s".formatted(line, words))
                .contains(" Write: ");
    }

    @Test
    void a_file_of_another_encoding_is_told() throws IOException {
        Path file = Files.write(folder.path("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe4});

        assertThatThrownBy(() -> TargetFile.read(file, name -> null))
                .message()
                .contains("latin.yaml: This is no UTF-8 text. Write: the file again, saved as UTF-8.");
    }

    @Test
    void a_package_in_place_of_the_target_file_is_told() throws IOException {
        Path file = Files.write(folder.path("hotfix.tgz"), new byte[100_000]);

        assertThatThrownBy(() -> TargetFile.read(file, name -> null))
                .message()
                .contains("hotfix.tgz: This is too large for a target file (100000 bytes, at most 65536).");
    }

    @Test
    void brackets_thousands_deep_are_told() {
        assertThat(folder.faults("a: " + "[".repeat(60_000))).hasSize(1);
    }
}
