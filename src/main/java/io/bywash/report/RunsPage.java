package io.bywash.report;

import io.bywash.evidence.Broken;
import io.bywash.evidence.ExpectedTimes.Expected;
import io.bywash.evidence.Fact;
import io.bywash.evidence.KeptRun;
import io.bywash.evidence.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list of all runs whose evidence is kept: the runs of each group, newest first. */
public final class RunsPage {
    /** The name of the page, beside the directories of the runs. */
    public static final String NAME = "index.html";

    private static final int SHORT_HEAD = 12;
    private static final List<String> FILES = List.of("summary.html", "report.html", "history.jsonl");
    private static final List<String> COLUMNS =
            List.of("verdict", "", "begun (UTC)", "parts", "took", "operator", "change", "open", "head");

    private RunsPage() {}

    /**
     * Writes the page anew, whole or not at all.
     *
     * @throws Broken when it cannot be written; the page that was there stays
     */
    public static void write(Path reports) {
        Path begun = reports.resolve(NAME + ".part");
        try {
            Files.writeString(begun, html(KeptRun.all(reports)), StandardCharsets.UTF_8);
            Files.move(
                    begun, reports.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Broken("The list of runs %s cannot be written: %s.".formatted(reports.resolve(NAME), e), e);
        }
    }

    /** The page. */
    public static String html(List<KeptRun> runs) {
        Map<String, List<KeptRun>> groups = new TreeMap<>(runs.stream()
                .filter(run -> run.started().isPresent())
                .collect(Collectors.groupingBy(run -> run.started().get().group())));
        List<KeptRun> unknown =
                runs.stream().filter(run -> run.started().isEmpty()).toList();
        List<Html> body = new ArrayList<>();
        body.add(Html.of("h1", "Runs by Security Group"));
        body.add(
                Html.of(
                        "p.about",
                        "Newest first. A verdict here is what the history of a run says of it; whether a history is still the one that was written is told by the check of its evidence."));
        if (runs.isEmpty()) {
            body.add(Html.of("p", "No run is kept here."));
        }
        groups.forEach((group, of) -> body.add(section(group, of)));
        if (!unknown.isEmpty()) {
            body.add(section("Runs of which nobody can say the group", unknown));
        }
        return Html.page("Runs by Security Group", Style.RUNS, Html.all(body));
    }

    private static Html section(String title, List<KeptRun> runs) {
        List<Html> rows = new ArrayList<>();
        rows.add(Html.of("tr", COLUMNS.stream().map(name -> Html.of("th", name)).toList()));
        runs.stream().sorted(newestFirst()).map(RunsPage::row).forEach(rows::add);
        return Html.of("section", Html.of("h2", title), Html.of("table", rows), expected(runs));
    }

    private static Comparator<KeptRun> newestFirst() {
        return Comparator.<KeptRun, Boolean>comparing(
                        run -> run.started().map(RunsPage::isSimulated).orElse(true))
                .thenComparing(run -> run.started().map(Fact.RunStarted::number).orElse(0), Comparator.reverseOrder())
                .thenComparing(KeptRun::name, Comparator.reverseOrder());
    }

    private static boolean isSimulated(Fact.RunStarted started) {
        return started.target() == Fact.TargetKind.SIMULATED;
    }

    private static Html row(KeptRun run) {
        Optional<Fact.RunStarted> started = run.started();
        if (started.isEmpty()) {
            String why = run.unreadable().isEmpty()
                    ? "The history in %s has no beginning: its run was cut off at once.".formatted(run.name())
                    : run.unreadable();
            return Html.of(
                    "tr",
                    Html.of("td", Mark.INCOMPLETE.loud(run.unreadable().isEmpty() ? "INCOMPLETE" : "UNREADABLE")),
                    Html.of("td", why).with("colspan", String.valueOf(COLUMNS.size() - 3)),
                    Html.of("td", links(run)),
                    Html.of("td", run.head().isEmpty() ? "unknown" : run.head().substring(0, SHORT_HEAD)));
        }
        Fact.RunStarted begun = started.get();
        return Html.of(
                "tr",
                Html.of("td", RunMark.of(run).mark().loud()),
                Html.of("td", kind(begun)),
                Html.of("td.time", RunFacts.utc(begun.at())),
                Html.of("td", parts(run)),
                Html.of("td.time", took(run, begun)),
                Html.of("td", RunFacts.cut(40, begun.change().operator())),
                Html.of("td", ticket(begun)),
                Html.of("td", links(run)),
                Html.of(
                        "td",
                        Html.of("code", run.head().substring(0, SHORT_HEAD)).with("title", run.head())));
    }

    private static Html kind(Fact.RunStarted begun) {
        return Html.of(
                "span.kind " + (isSimulated(begun) ? "simulated" : "real"),
                begun.target().name());
    }

    private static String parts(KeptRun run) {
        List<String> stages = run.started().orElseThrow().stages();
        return stages.size() == run.planned()
                ? "all %d".formatted(run.planned())
                : String.join(", ", stages).replace("@", "");
    }

    private static Html ticket(Fact.RunStarted begun) {
        String ticket = RunFacts.cut(40, begun.change().ticket());
        return ticket.isEmpty()
                ? Html.all("none")
                : Ticket.told(ticket, begun.settings().ticketLink());
    }

    private static Html links(KeptRun run) {
        List<Html> links = FILES.stream()
                .filter(run.files()::contains)
                .map(file -> Html.link(
                        "./%s/%s".formatted(Ticket.encoded(run.name()), file), file.replaceFirst("\\..*", "")))
                .toList();
        return links.isEmpty() ? Html.all("nothing") : Html.of("span.links", links);
    }

    private static String took(KeptRun run, Fact.RunStarted begun) {
        return run.finished().isPresent()
                ? told(Duration.between(begun.at(), run.finished().get().at()), begun)
                : run.last()
                        .map(last -> "at least " + told(Duration.between(begun.at(), last), begun))
                        .orElse("not known");
    }

    private static String told(Duration took, Fact.RunStarted begun) {
        return RunFacts.inWords(RunFacts.device(took, begun)) + (isSimulated(begun) ? " simulated" : "");
    }

    /** How long the runs of a group take that passed and are alike, where there are enough of them. */
    private static Html expected(List<KeptRun> runs) {
        Map<List<Object>, List<KeptRun>> alike = runs.stream()
                .filter(run -> RunMark.of(run).mark() == Mark.PASSED)
                .filter(run -> run.steps().stream().anyMatch(step -> step.outcome() == Outcome.PASSED))
                .collect(Collectors.groupingBy(run -> likeness(run.started().orElseThrow())));
        List<Html> told = alike.values().stream()
                .flatMap(RunsPage::expectedOf)
                .sorted(Comparator.comparing(Html::markup))
                .toList();
        return told.isEmpty() ? Html.NONE : Html.of("ul.expected", told);
    }

    private static List<Object> likeness(Fact.RunStarted begun) {
        return List.of(
                begun.target(),
                begun.stages(),
                begun.gear().sgms().size(),
                begun.settings().pace());
    }

    private static Stream<Html> expectedOf(Collection<KeptRun> alike) {
        Fact.RunStarted begun = alike.iterator().next().started().orElseThrow();
        List<Duration> took = alike.stream()
                .map(run -> Duration.between(
                        run.started().orElseThrow().at(),
                        run.finished().orElseThrow().at()))
                .toList();
        return Expected.of(took).stream()
                .map(expected -> Html.of(
                        "li",
                        "%s on %d SGMs, %s: usually %s, at most %s in %d runs"
                                .formatted(
                                        begun.target(),
                                        begun.gear().sgms().size(),
                                        parts(alike.iterator().next()),
                                        told(expected.usual(), begun),
                                        told(expected.longest(), begun),
                                        expected.runs())));
    }
}
