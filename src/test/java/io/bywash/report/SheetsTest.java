package io.bywash.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bywash.evidence.ExpectedTimes;
import io.bywash.evidence.Fact;
import io.bywash.evidence.KeptRun;
import io.bywash.evidence.Measurement;
import io.bywash.evidence.Outcome;
import io.bywash.group.ChassisId;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prints summaries with Chromium, and counts the sheets. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SheetsTest {
    private static final Pattern SHEET = Pattern.compile("/Type\\s*/Page\\b");
    private static final String SHEETS =
            "sheets, which are more in a font wider than Liberation Sans (Debian: fonts-liberation) or Arial";
    private static final String LONG = "the Security Group did not do what it was to do, and ".repeat(40);

    private static final String INSTALL = "[3.F] I install the CPUSE hotfix package on the Standby Chassis \"A\"";
    private static final Path FEATURES = Path.of("features", "procedure");
    private static final Pattern STEP = Pattern.compile("\\s*(?:Given|When|Then|And) (.*)");

    @TempDir
    private Path reports;

    /** The features as they are, each as one scenario. */
    private static List<Fact.PlannedFeature> planned() {
        try (Stream<Path> files = Files.list(FEATURES)) {
            return files.sorted().map(SheetsTest::planned).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fact.PlannedFeature planned(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return WrittenRun.planned(
                    lines.get(0).replace("@procedure ", ""),
                    lines.get(1).replace("Feature: ", ""),
                    lines.stream()
                            .map(STEP::matcher)
                            .filter(Matcher::matches)
                            .map(step -> step.group(1))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WrittenRun run(int number) {
        WrittenRun run = new WrittenRun(14)
                .number(number)
                .plan(planned())
                .operator("Ada Augusta Operator of the Night Shift, North", "Maintenance of the gate, " + LONG)
                .about(IntStream.range(0, 12)
                        .mapToObj("inferred wording in use: wording%d: \"x\""::formatted)
                        .toArray(String[]::new));
        planned().stream()
                .flatMap(part -> part.scenarios().get(0).steps().stream())
                .filter(words -> !words.startsWith("[3.F]"))
                .forEach(words -> run.passes(words.startsWith("[") ? words.substring(1, 4) : "note 3", words));
        IntStream.range(0, 20)
                .forEach(note -> run.fact(new Fact.Noted(WrittenRun.START, "Note %d: %s".formatted(note, LONG))));
        return run.look(true)
                .takes(ChassisId.CHASSIS1, "no take installed", "no take installed")
                .takes(ChassisId.CHASSIS2, "Take 110", "no take installed")
                .fact(new Fact.WaitEnded(WrittenRun.START, LONG, LONG, Duration.ofMinutes(61)))
                .fact(new Fact.SnapshotsCompared(WrittenRun.START, "@chassisA", differences()));
    }

    private static List<Fact.Difference> differences() {
        return IntStream.range(0, 30)
                .mapToObj(field -> new Fact.Difference(
                        "1_%02d field number %d of the group".formatted(field % 14 + 1, field),
                        "the value before, which is long " + LONG,
                        "the value after, which is long " + LONG,
                        "may drift by 20 %",
                        field > 3,
                        LONG))
                .toList();
    }

    private static WrittenRun failed(int number) {
        return run(number)
                .begins("3.F", INSTALL)
                .fact(new Fact.FailureTold(
                        WrittenRun.START, Collections.nCopies(25, LONG.substring(0, 110)), "mvn verify"))
                .ends(
                        "3.F",
                        INSTALL,
                        Outcome.FAILED,
                        Duration.ofMinutes(5),
                        new Measurement("state", LONG, LONG, false));
    }

    private static Fact.Rule[] rules() {
        return IntStream.range(0, 4)
                .mapToObj(rule -> new Fact.Rule("rule %d: %s".formatted(rule, LONG), "violated", LONG))
                .toArray(Fact.Rule[]::new);
    }

    /** A picture as high as wide. */
    private static Optional<String> picture() {
        return Optional.of("<svg viewBox=\"0 0 1400 1400\"><rect width=\"1400\" height=\"1400\"/></svg>");
    }

    private int sheets(WrittenRun run) throws IOException, InterruptedException {
        List<KeptRun> earlier = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            earlier.add(KeptRun.read(run(number).in(reports)));
        }
        String page =
                Summary.html(run.read(reports), new ReportContext(picture(), ExpectedTimes.of(run.started(), earlier)));
        Path html = Files.writeString(reports.resolve("summary.html"), page);
        Path printed = reports.resolve("summary.pdf");
        print(html, printed);
        String bytes = new String(Files.readAllBytes(printed), StandardCharsets.ISO_8859_1);
        return (int) SHEET.matcher(bytes).results().count();
    }

    private void print(Path html, Path printed) throws IOException, InterruptedException {
        Optional<Path> chromium = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(
                chromium.isPresent(),
                "NOT TESTED: there is no Chromium here, so nobody has counted the sheets of the summary.");
        Process process = new ProcessBuilder(
                        chromium.get().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--user-data-dir=" + reports.resolve("profile"),
                        "--no-pdf-header-footer",
                        "--print-to-pdf=" + printed,
                        html.toUri().toString())
                .redirectErrorStream(true)
                .redirectOutput(reports.resolve("chromium.txt").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void the_summary_of_28_SGMs_with_much_to_tell_is_two_sheets() throws IOException, InterruptedException {
        assertThat(sheets(run(4).finishes(Outcome.NOT_PROVEN, rules())))
                .as(SHEETS)
                .isEqualTo(2);
    }

    @Test
    void the_summary_of_a_long_failure_is_two_sheets() throws IOException, InterruptedException {
        assertThat(sheets(failed(4).finishes(Outcome.FAILED, rules())))
                .as(SHEETS)
                .isEqualTo(2);
    }

    @Test
    void the_summary_of_a_run_without_an_end_is_two_sheets() throws IOException, InterruptedException {
        assertThat(sheets(failed(4))).as(SHEETS).isEqualTo(2);
    }
}
