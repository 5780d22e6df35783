package io.bywash.target;

import io.bywash.cluster.Patience;
import io.bywash.evidence.Broken;
import io.bywash.evidence.Fact;
import io.bywash.evidence.HistoryFile;
import io.bywash.evidence.Journal;
import io.bywash.group.ChassisId;
import io.bywash.group.GatewayMode;
import io.bywash.group.SgmId;
import io.bywash.procedure.Assignment;
import io.bywash.procedure.Waits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a run was told to do and knew of earlier runs, so that a run on a recording of it is told and knows the same. */
public final class RecordedTerms {
    /** What an SSH server calls itself that serves a recording. */
    public static final String SERVER = "Bywash_replay";

    private static final Duration LEAST = Duration.ofSeconds(5);
    private static final Duration LEAST_PAUSE = Duration.ofMillis(200);
    private static final Duration LEAST_SETTLE = Duration.ofSeconds(1);
    private static final Duration LEAST_QUIET = Duration.ofMillis(20);
    private static final int LONGEST_NAME = 63;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Terms terms;
    private final HistoryFile recorded;

    private RecordedTerms(Terms terms, HistoryFile recorded) {
        this.terms = terms;
        this.recorded = recorded;
    }

    /**
     * Where a recording is served, and how.
     *
     * @param port on 127.0.0.1
     * @param secretFile the file with the only password, as the target file is to name it; known_hosts and the package lie
     *     beside it
     * @param suffix what the name of the group ends in, so that its runs are not taken for those of the group itself
     * @param pace how many recorded seconds a second has, at least 1
     */
    public record Way(int port, String knownHosts, String secretFile, String suffix, double pace) {}

    /**
     * Reads them.
     *
     * @throws Broken when the recording does not have them
     */
    public static RecordedTerms in(HistoryFile recorded) {
        return new RecordedTerms(Remembered.TERMS.in(recorded, Terms.class), recorded);
    }

    /** Whether this is where a history has the terms of its run, or what it knew of earlier ones. */
    public static boolean are(Fact.LocalAnswer said) {
        return Remembered.TERMS.is(said) || Remembered.JOURNAL.is(said);
    }

    /** The same without the addresses of the site, the paths of the machine that it ran on, and the command line. */
    public static Fact.LocalAnswer withoutTheWay(Fact.LocalAnswer said) {
        String without = Remembered.TERMS.is(said)
                ? termsWithoutTheWay(said.answer())
                : JSON.writeValueAsString(
                        JSON.readValue(said.answer(), Journal.class).withoutConclusions());
        return new Fact.LocalAnswer(said.at(), said.question(), without);
    }

    private static String termsWithoutTheWay(String answer) {
        ObjectNode terms = (ObjectNode) JSON.readTree(answer);
        ObjectNode assignment = (ObjectNode) terms.get("assignment");
        ObjectNode file = (ObjectNode) assignment.get("file");
        String path = file.get("path").asString();
        file.put("path", "file:///" + path.substring(path.lastIndexOf('/') + 1));
        assignment.put("options", "");
        ((ObjectNode) terms.get("endpoint")).put("host", "127.0.0.1").put("port", 22);
        ObjectNode consoles = (ObjectNode) terms.get("consoles");
        consoles.propertyNames().forEach(sgm -> consoles.put(sgm, "a console"));
        return JSON.writeValueAsString(terms);
    }

    public String group() {
        return terms.assignment().group().name();
    }

    /** Whether acts were sent. */
    public boolean confirmed() {
        return terms.confirmed();
    }

    /** The lease that a person had decided to take over. */
    public Optional<String> takenOver() {
        return terms.takenOver();
    }

    public String packageName() {
        return terms.assignment().file().name();
    }

    /** In bytes. */
    public long packageSize() {
        return terms.assignment().file().size();
    }

    public String packageSha256() {
        return terms.assignment().file().sha256();
    }

    /** Writes what the run knew of earlier ones, where a run on the recording looks for it. */
    public void writeEarlierRuns(Path reports, Way way) {
        Fact.RunStarted started = (Fact.RunStarted) recorded.facts().get(0);
        Remembered.JOURNAL
                .in(recorded, Journal.class)
                .write(reports, started.on(Fact.TargetKind.SIMULATED, groupOn(way)));
    }

    /** The name of the group in the target file. */
    public String groupOn(Way way) {
        String name = group();
        int room = LONGEST_NAME - way.suffix().length();
        return name.substring(0, Math.min(room, name.length())) + way.suffix();
    }

    /**
     * The target file of a run on the recording.
     *
     * <p>What is waited for may take as long as then, and is looked for at the recorded pace; so a run takes at least as
     * many looks as then before it gives up. Where the time was up then, it is up sooner.
     */
    public String targetFile(Way way) {
        Assignment assignment = terms.assignment();
        return """
                group: %s
                address: 127.0.0.1:%d
                recording: true
                knownHosts: %s
                release: %s
                mode: %s
                standbyChassis: %s
                activeChassis: %s
                sgms:
                  chassis1: %s
                  chassis2: %s
                user: %s
                login:
                  passwordFrom: {file: %s}
                expertPasswordFrom: {file: %s}
                package: %s
                take: %d
                remoteDirectory: %s
                audit:
                  name: %s
                  reason: %s
                %s%s%s%s""".formatted(
                        quoted(groupOn(way)),
                        way.port(),
                        quoted(way.knownHosts()),
                        assignment.release(),
                        assignment.mode() == GatewayMode.VSX ? "vsx" : "gateway",
                        assignment.chassisA(),
                        assignment.chassisB(),
                        slots(assignment, ChassisId.CHASSIS1),
                        slots(assignment, ChassisId.CHASSIS2),
                        quoted(terms.user()),
                        quoted(way.secretFile()),
                        quoted(way.secretFile()),
                        quoted(assignment.file().name()),
                        assignment.take().number(),
                        quoted(assignment.remoteDirectory()),
                        quoted(assignment.audit().name()),
                        quoted(assignment.audit().reason()),
                        assignment
                                .changeTicket()
                                .map(ticket -> "changeTicket: %s%n".formatted(quoted(ticket)))
                                .orElse(""),
                        patience(way.pace()),
                        dialect(),
                        consoles(way));
    }

    private static List<Integer> slots(Assignment assignment, ChassisId chassis) {
        return assignment.group().sgmsOf(chassis).stream().map(SgmId::slot).toList();
    }

    private String patience(double pace) {
        Waits waits = terms.assignment().waits();
        Duration pause = waits.reboot().pause();
        double slower = Math.max(1, (double) LEAST_PAUSE.toMillis() / pause.toMillis());
        return """
                patience:
                  command: %s
                  import: %s
                  verify: %s
                  installStart: %s
                  chassisDown: %s
                  reboot: %s
                  chassisUp: %s
                  settle: %s
                  noCarrier: %s
                  poll: %s
                  quiet: %s
                answer: {bytes: %d, lines: %d}
                """.formatted(
                        limit(terms.tempo().limit(), slower),
                        limit(terms.importing(), slower),
                        limit(terms.verifying(), slower),
                        limit(terms.installing(), slower),
                        wait(waits.chassisDown(), slower, pace),
                        wait(waits.reboot(), slower, pace),
                        wait(waits.chassisUp(), slower, pace),
                        DurationText.of(longer(times(waits.settle().limit(), slower), LEAST_SETTLE)),
                        DurationText.of(longer(times(waits.noCarrier(), slower), LEAST_PAUSE)),
                        DurationText.of(longer(times(pause, 1 / pace), LEAST_PAUSE)),
                        DurationText.of(longer(terms.tempo().quiet(), LEAST_QUIET)),
                        terms.tempo().longest().bytes(),
                        terms.tempo().longest().lines());
    }

    /** A limit as it was; longer where the run looked more often than a target file allows. */
    private static String limit(Duration recorded, double slower) {
        return DurationText.of(longer(times(recorded, slower), LEAST));
    }

    private String wait(Patience patience, double slower, double pace) {
        return limit(patience.limit(), timeWasUp(patience) ? slower / pace : slower);
    }

    /** Whether the run gave up a wait of this length. */
    private boolean timeWasUp(Patience patience) {
        Optional<Fact.WaitStarted> under = Optional.empty();
        for (Fact fact : recorded.facts()) {
            if (fact instanceof Fact.WaitStarted started) {
                under = Optional.of(started);
            } else if (fact instanceof Fact.TimeUp
                    && under.filter(wait ->
                                    Duration.between(wait.at(), wait.until()).equals(patience.limit()))
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static Duration times(Duration recorded, double factor) {
        return Duration.ofMillis((long) (recorded.toMillis() * factor));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private String dialect() {
        Map<String, String> wordings = terms.wordings();
        return wordings.isEmpty()
                ? ""
                : wordings.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> "  %s: %s%n".formatted(entry.getKey(), quoted(entry.getValue())))
                        .collect(Collectors.joining("", "dialect:\n", ""));
    }

    private String consoles(Way way) {
        return terms.consoles().isEmpty()
                ? ""
                : terms.consoles().keySet().stream()
                        .map(sgm -> """
                                  - sgm: %s
                                    address: 127.0.0.1:%d
                                    kind: ssh
                                    user: %s
                                    login:
                                      passwordFrom: {file: %s}
                                """.formatted(
                                        quoted(sgm), way.port(), quoted("console-" + sgm), quoted(way.secretFile())))
                        .collect(Collectors.joining("", "consoles:\n", ""));
    }

    /** YAML takes a text as JSON writes it. */
    private static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }
}
