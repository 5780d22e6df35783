package io.bywash.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the page about the target file to what the code does. */
class TargetFilePageTest {
    private static final Path PAGE = Path.of("src/site/markdown/target-file.md");

    @TempDir
    private Path directory;

    @Test
    void the_example_of_the_page_is_the_example_file() throws IOException {
        assertThat(example(Files.readString(PAGE))).isEqualTo(exampleFile());
    }

    @Test
    void the_example_loads() {
        TargetFolder folder = new TargetFolder(directory);
        folder.write("expert-password", "abracadabra\n");

        assertThatCode(() -> folder.read(exampleFile())).doesNotThrowAnyException();
    }

    @Test
    void the_page_explains_every_key() throws IOException {
        TargetSchema schema = new TargetSchema();
        List<String> keys = new ArrayList<>();
        for (String key : schema.keys("")) {
            keys.add(key);
            schema.keys("/" + key).forEach(inside -> keys.add(key + "." + inside));
        }

        assertThat(Files.readString(PAGE))
                .contains(keys.stream().map("| `%s` |"::formatted).toList());
    }

    private static String example(String page) {
        String fence = "```yaml\n";
        int start = page.indexOf(fence) + fence.length();
        return page.substring(start, page.indexOf("```", start));
    }

    private static String exampleFile() throws IOException {
        try (InputStream in = TargetFilePageTest.class.getResourceAsStream("example.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
