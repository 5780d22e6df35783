package io.bywash.recording;

import io.bywash.evidence.Broken;
import io.bywash.evidence.Fact;
import io.bywash.evidence.HistoryFile;
import io.bywash.target.RecordedTerms;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a recording of the directories of runs.
 *
 * <p>What the lines said and what was typed stays as it was; the secrets of a run are not in its history. Left out is what
 * belongs to the machine that the run was made on: paths, the target file, the addresses of the way in, and what the run
 * concluded beyond its outcomes.
 */
final class Recorder {
    private static final Pattern IPV4 = Pattern.compile("(?<![\\d.])(?:\\d{1,3}\\.){3}\\d{1,3}(?![\\d.])");
    private static final Pattern HOST = Pattern.compile("(?<=@)[\\w.-]+(?=:)");

    private static final Set<Class<? extends Fact>> AS_THEY_ARE = Set.of(
            Fact.Heard.class,
            Fact.Typed.class,
            Fact.Transferred.class,
            Fact.TransferEnded.class,
            Fact.TimeUp.class,
            Fact.WaitStarted.class,
            Fact.WaitEnded.class,
            Fact.ActIntended.class);

    private final Names names;

    Recorder(Names names) {
        this.names = names;
    }

    /**
     * Records runs, in the order they are given.
     *
     * @throws Broken when one cannot be recorded
     */
    Recording of(List<Path> runs) {
        List<HistoryFile> recorded = runs.stream().map(this::of).toList();
        for (int run = 0; run < runs.size() - 1; run++) {
            if (!recorded.get(run).whole()) {
                throw new Broken(
                        "The run in %s did not come to its end. A run on the recording cannot be cut off at the same place, so nothing can come behind it: record it last, or by itself."
                                .formatted(runs.get(run)));
            }
        }
        return new Recording(recorded);
    }

    private HistoryFile of(Path directory) {
        HistoryFile history = HistoryFile.read(directory);
        refuse(directory, history);
        List<HistoryFile.Entry> kept = new ArrayList<>();
        for (HistoryFile.Entry entry : unbroken(history.entries())) {
            worthKeeping(entry.fact())
                    .map(fact -> HistoryFile.rewritten(fact, names::in))
                    .ifPresent(fact -> kept.add(new HistoryFile.Entry("", entry.nanos(), fact, "")));
        }
        return new HistoryFile(List.copyOf(kept), history.whole());
    }

    private static void refuse(Path directory, HistoryFile history) {
        if (history.entries().isEmpty() || !(history.facts().get(0) instanceof Fact.RunStarted)) {
            throw new Broken("The history in %s does not begin with the start of a run.".formatted(directory));
        }
        history.brokenAt().ifPresent(line -> {
            throw new Broken(
                    "Line %d of the history in %s does not begin with the hash of the line before: somebody changed it, so it is not recorded."
                            .formatted(line, directory));
        });
        RecordedTerms.in(history);
    }

    private static Optional<Fact> worthKeeping(Fact fact) {
        if (fact instanceof Fact.RunStarted started) {
            return Optional.of(withoutTheMachine(started));
        }
        if (fact instanceof Fact.LocalAnswer said) {
            return RecordedTerms.are(said)
                    ? Optional.of(RecordedTerms.withoutTheWay(said))
                    : Optional.<Fact>of(said).filter(answer -> Leases.tells(said));
        }
        if (fact instanceof Fact.LinkOpened opened) {
            return Optional.of(new Fact.LinkOpened(opened.at(), opened.terminal(), "", ""));
        }
        if (fact instanceof Fact.LineFailed failed) {
            return Optional.of(new Fact.LineFailed(failed.at(), failed.terminal(), failed.kind(), ""));
        }
        if (fact instanceof Fact.StepFinished step) {
            return Optional.of(new Fact.StepFinished(
                    step.at(), step.id(), step.title(), step.outcome(), List.of(), List.of(), "", step.took()));
        }
        if (fact instanceof Fact.RunFinished finished) {
            return Optional.of(new Fact.RunFinished(
                    finished.at(),
                    finished.outcome(),
                    finished.verdict(),
                    "",
                    finished.rules(),
                    finished.deviceTime(),
                    finished.harnessTime()));
        }
        boolean silent = fact instanceof Fact.Heard heard && heard.text().isEmpty();
        return !silent && AS_THEY_ARE.stream().anyMatch(kind -> kind.isInstance(fact))
                ? Optional.of(fact)
                : Optional.empty();
    }

    private static Fact withoutTheMachine(Fact.RunStarted started) {
        Fact.Gear gear = started.gear();
        return new Fact.RunStarted(
                started.at(),
                started.target(),
                started.group(),
                started.number(),
                started.stages(),
                new Fact.Gear("", gear.release(), gear.mode(), gear.sgms(), gear.chassisA()),
                started.hotfix(),
                started.change(),
                started.tool(),
                new Fact.Settings(1, new TreeMap<>(), "", "", "", ""),
                List.of());
    }

    /** The same, with no name in two pieces of what a line said. */
    private List<HistoryFile.Entry> unbroken(List<HistoryFile.Entry> entries) {
        List<HistoryFile.Entry> whole = new ArrayList<>(entries);
        Map<String, List<Integer>> said = new HashMap<>();
        for (int at = 0; at < entries.size(); at++) {
            Fact fact = entries.get(at).fact();
            if (fact instanceof Fact.Heard heard) {
                said.computeIfAbsent(heard.terminal(), line -> new ArrayList<>())
                        .add(at);
            } else if (fact instanceof Fact.Typed typed) {
                join(said.remove(typed.terminal()), whole);
            } else if (fact instanceof Fact.LinkOpened opened) {
                join(said.remove(opened.terminal()), whole);
            }
        }
        said.values().forEach(places -> join(places, whole));
        return whole;
    }

    private void join(List<Integer> places, List<HistoryFile.Entry> whole) {
        if (places == null) {
            return;
        }
        List<String> pieces = names.whole(places.stream()
                .map(at -> ((Fact.Heard) whole.get(at).fact()).text())
                .toList());
        for (int place = 0; place < places.size(); place++) {
            HistoryFile.Entry entry = whole.get(places.get(place));
            Fact.Heard heard = (Fact.Heard) entry.fact();
            whole.set(
                    places.get(place),
                    new HistoryFile.Entry(
                            "", entry.nanos(), new Fact.Heard(heard.at(), heard.terminal(), pieces.get(place)), ""));
        }
    }

    /** What a reader of the recording learns of the site, for its owner to decide: addresses, hosts, names. */
    static SortedSet<String> shown(Recording recording) {
        SortedSet<String> shown = new TreeSet<>();
        for (HistoryFile run : recording.runs()) {
            Fact.RunStarted started = Recording.started(run);
            Stream.of(
                            started.group(),
                            started.change().operator(),
                            started.change().reason(),
                            started.change().ticket())
                    .filter(name -> !name.isBlank())
                    .forEach(shown::add);
            String said = run.facts().stream()
                    .filter(Fact.Heard.class::isInstance)
                    .map(fact -> ((Fact.Heard) fact).text())
                    .collect(Collectors.joining());
            Stream.of(IPV4, HOST)
                    .flatMap(form -> form.matcher(said).results())
                    .map(MatchResult::group)
                    .forEach(shown::add);
        }
        return shown;
    }
}
