package io.bywash.report;

import io.bywash.evidence.Console;
import io.bywash.evidence.Fact;
import io.bywash.evidence.HistoryFile;
import io.bywash.evidence.Outcome;
import io.bywash.group.ChassisId;
import io.bywash.group.GroupStatus;
import io.bywash.group.Release;
import io.bywash.group.SgmId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The facts of a run by their kind, and what follows from several of them. */
final class RunFacts {
    /** What stands where the history says nothing. */
    static final String NOT_READ = "not read in this run";

    private static final DateTimeFormatter UTC = at("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter SHORT = at("d MMM HH:mm:ss");
    private static final DateTimeFormatter MINUTE = at("d MMM HH:mm");
    private static final DateTimeFormatter TIME = at("HH:mm:ss");
    private static final Set<String> LEASE = Set.of("leaseTake", "leaseRelease");

    private static final int MINUTES_TO_SAY = 90;
    private static final Pattern SEVERAL_SGMS =
            Pattern.compile("\\[([12]_\\d\\d)(?:, [12]_\\d\\d){2,}, ([12]_\\d\\d)\\]");

    private final HistoryFile file;
    private final Map<Class<?>, List<Fact>> byKind;
    private final Fact.RunStarted started;
    private OptionalInt brokenAt;

    /** @throws IllegalArgumentException when the history does not hold how the run began */
    RunFacts(HistoryFile file) {
        this.file = file;
        this.byKind = file.facts().stream().collect(Collectors.groupingBy(Fact::getClass));
        this.started = first(Fact.RunStarted.class)
                .orElseThrow(() -> new IllegalArgumentException("The history does not say how its run began."));
    }

    private static DateTimeFormatter at(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }

    HistoryFile file() {
        return file;
    }

    Fact.RunStarted started() {
        return started;
    }

    /** How the run ended; empty when it has no end. */
    Optional<Fact.RunFinished> finished() {
        return file.whole() ? last(Fact.RunFinished.class) : Optional.empty();
    }

    /** The number of the first line that does not follow from the one before; looked for once, as that takes time. */
    OptionalInt brokenAt() {
        if (brokenAt == null) {
            brokenAt = file.brokenAt();
        }
        return brokenAt;
    }

    <T extends Fact> List<T> all(Class<T> kind) {
        return byKind.getOrDefault(kind, List.of()).stream().map(kind::cast).toList();
    }

    <T extends Fact> Optional<T> first(Class<T> kind) {
        return all(kind).stream().findFirst();
    }

    <T extends Fact> Optional<T> last(Class<T> kind) {
        return all(kind).stream().reduce((before, last) -> last);
    }

    /** When the last fact happened. */
    Instant end() {
        return file.entries().get(file.entries().size() - 1).fact().at();
    }

    /** Whether the release tells the take in two ways; one without CPUSE has cpinfo alone. */
    boolean provesTwice() {
        return Release.labelled(started.gear().release()).map(Release::hasCpuse).orElse(true);
    }

    boolean simulated() {
        return started.target() == Fact.TargetKind.SIMULATED;
    }

    SortedSet<SgmId> sgms() {
        return started.gear().sgms().stream().map(SgmId::parse).collect(Collectors.toCollection(TreeSet::new));
    }

    SortedSet<SgmId> sgmsOf(ChassisId chassis) {
        return sgms().stream().filter(sgm -> sgm.chassis() == chassis).collect(Collectors.toCollection(TreeSet::new));
    }

    ChassisId chassisA() {
        return Arrays.stream(ChassisId.values())
                .filter(chassis -> chassis.toString().equals(started.gear().chassisA()))
                .findFirst()
                .orElse(ChassisId.CHASSIS1);
    }

    /** The steps of the page that passed, by their id, each once. */
    Set<String> passed() {
        return steps().stream()
                .filter(step -> step.outcome() == Outcome.PASSED)
                .map(Fact.StepFinished::id)
                .collect(Collectors.toSet());
    }

    List<Fact.StepFinished> steps() {
        return all(Fact.StepFinished.class);
    }

    /** The step at which the run ended in trouble. */
    Optional<Fact.StepFinished> trouble() {
        return steps().stream().filter(step -> step.outcome() != Outcome.PASSED).findFirst();
    }

    /** The stages that were left out because nothing of them was left to do. */
    Optional<Fact.StagePassedOver> passedOver(String tag) {
        return all(Fact.StagePassedOver.class).stream()
                .filter(over -> over.stage().equals(tag))
                .findFirst();
    }

    /** What was meant to be sent and changes the group; the sign that a run is at work does not count. */
    List<Fact.ActIntended> acts() {
        List<Fact.ActIntended> acts = new ArrayList<>();
        for (HistoryFile.Entry entry : file.entries()) {
            if (entry.fact() instanceof Fact.ActIntended act && !LEASE.contains(act.kind())) {
                acts.add(act);
            } else if (entry.fact() instanceof Fact.ActEnded ended
                    && ended.end() == Fact.ActEnd.NOT_SENT
                    && !acts.isEmpty()
                    && acts.get(acts.size() - 1).line().equals(ended.line())) {
                acts.remove(acts.size() - 1);
            }
        }
        return acts;
    }

    /** How often the group was looked at. */
    int looks() {
        return all(Fact.StatusSeen.class).size();
    }

    /** How many of the looks show a chassis that is Active with every SGM of it carrying. */
    int looksThatShowTraffic() {
        return (int) all(Fact.StatusSeen.class).stream()
                .map(Fact.StatusSeen::status)
                .filter(this::carries)
                .count();
    }

    private boolean carries(GroupStatus status) {
        return Arrays.stream(ChassisId.values()).anyMatch(chassis -> status.carries(chassis, sgmsOf(chassis)));
    }

    /** A duration of the clock in words; of a simulated run, how long it is for the device. */
    String told(Duration took) {
        return inWords(device(took, started));
    }

    static Duration device(Duration took, Fact.RunStarted started) {
        double pace = started.settings().pace();
        return pace == 1 ? took : Duration.ofSeconds(Math.round(took.toMillis() * pace / 1000));
    }

    /** A duration as a person says it: {@code 850 ms}, {@code 3 min 5 s}, {@code 2 h 7 min}. */
    static String inWords(Duration duration) {
        return duration.toMinutes() < MINUTES_TO_SAY
                ? Console.told(duration)
                : "%d h %d min".formatted(duration.toHours(), duration.toMinutesPart());
    }

    static String utc(Instant at) {
        return UTC.format(at);
    }

    static String shortly(Instant at) {
        return SHORT.format(at);
    }

    static String minute(Instant at) {
        return MINUTE.format(at);
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    /** At most so many characters of a text, in one line; a long list of SGMs is told by its first and its last. */
    static String cut(int most, String text) {
        String line = SEVERAL_SGMS
                .matcher(text.strip().replaceAll("\\s+", " "))
                .replaceAll(list -> "%d SGMs from %s to %s"
                        .formatted(list.group().split(", ").length, list.group(1), list.group(2)));
        return line.length() <= most ? line : line.substring(0, most - 4).stripTrailing() + " ...";
    }
}
