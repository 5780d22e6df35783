package io.bywash.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run whose own process breaks leaves a verdict, a page and a result, whatever broke it and wherever. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BrokenProcessTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "StepStarted/1.C:1+0ms:MEMORY, OutOfMemoryError",
        "Exchanged/asg stat:1+0ms:STACK, StackOverflowError",
        "Exchanged/installer import:1+0ms:THREAD, The thread 'inquiries over SSH' of our own process broke",
        "StepFinished/1.H:1+0ms:THREAD, The thread 'inquiries over SSH' of our own process broke",
        "RunFinished:1+0ms:MEMORY, The end of the run broke: java.lang.OutOfMemoryError",
        "FailureTold:1+0ms:MEMORY, The failure page broke: java.lang.OutOfMemoryError"
    })
    void what_breaks_our_own_process_is_told_and_never_taken_for_an_interruption_or_a_success(String point, String told)
            throws InterruptedException, IOException {
        List<String> said = said(point);

        List<String> verdicts = said.stream()
                .filter(line -> line.matches("(PASSED|FAILED|REFUSED|NOT PROVEN|NOT RUN|INTERRUPTED|BROKEN):.*"))
                .toList();
        assertThat(verdicts).hasSize(1).allMatch(line -> line.startsWith("BROKEN:"));
        assertThat(left("failure.txt").replaceAll("\\s+", " "))
                .startsWith("BROKEN at ")
                .contains(told);
        assertThat(left("result.json")).contains("\"outcome\" : \"BROKEN\"");
        assertThat(files()).noneMatch(file -> file.endsWith("interrupted.txt"));
    }

    private List<String> said(String point) throws InterruptedException {
        try (Site site = new Site(folder, Site.group(1, 1));
                Child child = Child.start(
                        List.of(), point.startsWith("FailureTold") ? spoilt(site) : site, point, "@preliminary")) {
            child.end();
            return new ArrayList<>(child.said());
        }
    }

    /** In trouble before, or there is no page to be made. */
    private static Site spoilt(Site site) {
        return site.write("expert-password", "not the one");
    }

    private String left(String name) throws IOException {
        return Files.readString(files().stream()
                .filter(file -> file.endsWith(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name)));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("reports"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
