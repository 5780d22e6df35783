package io.bywash.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bywash.evidence.AnySecret;
import io.bywash.evidence.Broken;
import io.bywash.evidence.Fact;
import io.bywash.evidence.HistoryFile;
import io.bywash.evidence.Outcome;
import io.bywash.simulator.FaultPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole procedure with passwords that are words of the device, of the history or of JSON, on a group that repeats the
 * Expert password to whoever types it. {@code -Dbywash.secrets=200} tries so many generated pairs, from
 * {@code -Dbywash.secretsFrom} on.
 */
class SecretsOfAnyShapeTest {
    private static final List<String> STAGES =
            List.of("@preliminary", "@imageCloning", "@chassisA", "@failover", "@chassisB");

    @TempDir
    private static Path folder;

    private static final Map<Passwords, Later<Site.Visit>> VISITS = new LinkedHashMap<>();

    /** The passwords of one group; told by their origin, as they may be two thousand characters long. */
    private record Passwords(String origin, String login, String expert) {
        @Override
        public String toString() {
            return origin;
        }
    }

    static List<Passwords> passwords() {
        List<Passwords> all = new ArrayList<>();
        for (String pair :
                List.of("admin install", "down ACTIVE", "Expert Take", "passed chassis1", "at 1", "\" Kanarie-9")) {
            String[] words = pair.split(" ");
            all.add(new Passwords(pair, words[0], words[1]));
        }
        long from = Long.getLong("bywash.secretsFrom", 1);
        LongStream.range(from, from + Integer.getInteger("bywash.secrets", 3))
                .mapToObj(seed -> new Passwords("seed " + seed, AnySecret.of(2 * seed), AnySecret.of(2 * seed + 1)))
                .forEach(all::add);
        return all;
    }

    @BeforeAll
    static void visitAll() {
        for (Passwords words : passwords()) {
            VISITS.put(
                    words,
                    Site.visit(
                            folder.resolve("site" + VISITS.size()),
                            Site.group(1, 1)
                                    .withPasswords(words.login(), words.expert())
                                    .withFaults(FaultPlan.of(3, List.of("expert password shown"))),
                            site -> site.runEach(STAGES.toArray(String[]::new))));
        }
    }

    private static Site.Visit visit(Passwords words) {
        return VISITS.get(words).get();
    }

    @ParameterizedTest
    @MethodSource("passwords")
    void every_stage_passes(Passwords words) {
        assertThat(visit(words).runs())
                .allSatisfy(run -> assertThat(run.outcome()).as(run.console()).isEqualTo(Outcome.PASSED))
                .hasSameSizeAs(STAGES);
    }

    @ParameterizedTest
    @MethodSource("passwords")
    void every_history_is_whole_and_chained(Passwords words) {
        assertThat(visit(words).runs())
                .extracting(run -> HistoryFile.read(run.directory()))
                .allMatch(HistoryFile::whole)
                .allMatch(history -> history.brokenAt().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("passwords")
    void every_run_comes_to_the_same_again(Passwords words) {
        assertThat(visit(words).runs())
                .extracting(run -> Recheck.of(run.directory()).differences())
                .containsOnly(List.of());
    }

    @ParameterizedTest
    @MethodSource("passwords")
    void what_the_group_repeats_is_written_as_the_mark(Passwords words) {
        List<String> behindTheSecret = new ArrayList<>();
        for (WholeRun run : visit(words).runs()) {
            boolean typed = false;
            for (Fact fact : HistoryFile.read(run.directory()).facts()) {
                if (typed && fact instanceof Fact.Heard heard && !heard.text().isEmpty()) {
                    behindTheSecret.add(heard.text().lines().findFirst().orElse(""));
                    typed = false;
                }
                typed = typed || fact instanceof Fact.Typed keys && keys.text().equals("(secret)\n");
            }
        }
        assertThat(behindTheSecret).isNotEmpty().containsOnly("(secret)");
    }

    @ParameterizedTest
    @MethodSource("passwords")
    void a_secret_that_is_not_hidden_everywhere_is_named_at_the_start_and_any_other_is_nowhere(Passwords words)
            throws IOException {
        List<String> hits = new ArrayList<>();
        hits.addAll(hits(words, "login.passwordFrom", words.login()));
        hits.addAll(hits(words, "expertPasswordFrom", words.expert()));

        assertThat(hits).isEmpty();
    }

    @Test
    void a_strict_site_refuses_a_secret_that_cannot_be_hidden_by_its_name() {
        try (Site site = new Site(folder.resolve("strict"), Site.group(1, 1).withPasswords("Kanarie-9", "install"))) {
            site.writing("take: 110", "take: 110\nstrictSecrets: true");

            assertThatThrownBy(() -> site.run("@preliminary"))
                    .isInstanceOf(Broken.class)
                    .hasMessageStartingWith(
                            "The target file says strictSecrets: true, and the secret of expertPasswordFrom cannot be hidden")
                    .hasMessageContaining("Nothing was connected to.")
                    .hasMessageNotContainingAny("login.passwordFrom", "Kanarie");
            assertThat(site.group().ledger().commands()).isEmpty();
        }
    }

    @Test
    void a_strict_site_takes_secrets_that_can_be_hidden() {
        try (Site site = new Site(
                folder.resolve("strict-and-well"), Site.group(1, 1).withPasswords("Kanarie-9", "Kanarie \"zwei\""))) {
            WholeRun run =
                    site.writing("take: 110", "take: 110\nstrictSecrets: true").run("@preliminary");

            assertThat(run.outcome()).isEqualTo(Outcome.PASSED);
            assertThat(run.console()).doesNotContain("cannot be hidden");
        }
    }

    private static List<String> hits(Passwords words, String name, String secret) throws IOException {
        boolean named = visit(words).run().console().contains("WARNING: the secret of %s cannot be".formatted(name));
        if (secret.codePointCount(0, secret.length()) < 6) {
            return named ? List.of() : List.of(name + " is short, and the run does not say so");
        }
        return named
                ? List.of()
                : everywhere(words).stream()
                        .flatMap(text ->
                                SecretsNeverTest.formsOf(secret).stream().filter(text::contains))
                        .toList();
    }

    /** What the runs wrote, and what the engineer saw. */
    private static List<String> everywhere(Passwords words) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(visit(words).reports())) {
            files.filter(Files::isRegularFile).map(SecretsNeverTest::text).forEach(texts::add);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        visit(words).runs().forEach(run -> texts.add(run.console()));
        return texts;
    }
}
