package io.bywash.target;

import io.bywash.cluster.Patience;
import io.bywash.cpuse.PackageFile;
import io.bywash.evidence.Fact;
import io.bywash.evidence.History;
import io.bywash.evidence.Journal;
import io.bywash.evidence.Secret;
import io.bywash.evidence.WaitingTime;
import io.bywash.gaia.Audit;
import io.bywash.gaia.Dialect;
import io.bywash.gaia.Phrase;
import io.bywash.gaia.Tempo;
import io.bywash.group.ChassisId;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import io.bywash.group.SgmState;
import io.bywash.group.Take;
import io.bywash.procedure.Assignment;
import io.bywash.procedure.Stage;
import io.bywash.procedure.Waits;
import io.bywash.simulator.EmbeddedGroup;
import io.bywash.simulator.EmbeddedPackage;
import io.bywash.simulator.EmbeddedSettings;
import io.bywash.simulator.StartingState;
import io.bywash.terminal.ConsolePort;
import io.bywash.terminal.Credentials;
import io.bywash.terminal.HostKeys;
import io.bywash.terminal.SshAccess;
import io.bywash.terminal.SshEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Starts the embedded Security Group and prepares a run on it. */
final class EmbeddedTarget {
    private static final Path KEPT = Path.of("target", "embedded-group");
    private static final Path PACKAGES = Path.of("target", "embedded-package");
    private static final Take EMBEDDED_TAKE = new Take(110);
    private static final Duration EMBEDDED_QUIET = Duration.ofMillis(8);
    private static final Duration EMBEDDED_LEAST_LIMIT = Duration.ofSeconds(20);
    private static final Duration EMBEDDED_LEAST_SETTLE = Duration.ofSeconds(1);
    private static final Duration EMBEDDED_LEAST_PAUSE = Duration.ofMillis(50);

    private EmbeddedTarget() {}

    static Target of(RunRequest request, List<Stage> stages, Path reports, History history, WaitingTime waiting) {
        boolean whole = stages.size() == Stage.values().length;
        Path state = kept(request);
        boolean kept = !whole && Files.exists(state);
        StartingState from = startingState(stages.get(0));
        Path file = EmbeddedPackage.write(made(PACKAGES), request.release(), EMBEDDED_TAKE);
        EmbeddedSettings settings = EmbeddedSettings.defaults()
                .withGroup(request.embedded())
                .withMode(request.mode())
                .withRelease(request.release())
                .withLoginShell(request.shell())
                .withReturnsDown(request.returnState() == SgmState.DOWN)
                .withPace(request.pace())
                .withFrom(from)
                .withPackageName(file.getFileName().toString());
        if (request.consoles()) {
            settings = settings.withConsoles(0);
        }
        SecurityGroup sgms = settings.group();
        long began = System.nanoTime();
        EmbeddedGroup group = EmbeddedGroup.start(whole ? settings : settings.withKept(state));
        Duration start = Duration.ofNanos(System.nanoTime() - began);
        SortedMap<SgmId, ConsolePort> consoles = request.consoles() ? consoles(group, sgms) : new TreeMap<>();
        Assignment assignment = new Assignment(
                sgms,
                ChassisId.CHASSIS1,
                request.mode(),
                request.release(),
                PackageFile.at(file),
                EMBEDDED_TAKE,
                "/var/log",
                new Audit("Bywash", "Embedded run"),
                Optional.empty(),
                request.options(),
                new Waits(
                        scaled("chassisDown", Duration.ofMinutes(5), request.pace()),
                        scaled("reboot", Duration.ofMinutes(60), request.pace()),
                        scaled("chassisUp", Duration.ofMinutes(20), request.pace()),
                        scaled("import", Duration.ofMinutes(15), request.pace()),
                        new Patience(
                                "settle",
                                longer(scaled(Duration.ofSeconds(90), request.pace()), EMBEDDED_LEAST_SETTLE),
                                EMBEDDED_LEAST_PAUSE),
                        scaled(Duration.ofSeconds(10), request.pace())));
        Terms terms = new Terms(
                assignment,
                wordings(request),
                new SshEndpoint("127.0.0.1", group.port()),
                EmbeddedGroup.USER,
                RealTarget.told(consoles),
                new Tempo(EMBEDDED_QUIET, EMBEDDED_LEAST_LIMIT),
                EMBEDDED_LEAST_LIMIT,
                EMBEDDED_LEAST_LIMIT,
                EMBEDDED_LEAST_LIMIT,
                true,
                request.takenOver());
        Access access = new Access(
                new SshAccess(
                        Credentials.password(EmbeddedGroup.USER, Secret.of(EmbeddedGroup.LOGIN_PASSWORD))
                                .pausing(scaled(Credentials.USUAL_PAUSE, request.pace())),
                        HostKeys.pinned(group.hostKeyFingerprint())),
                Secret.of(EmbeddedGroup.EXPERT_PASSWORD),
                consoles,
                Secret.of(EmbeddedGroup.LOGIN_PASSWORD));
        Journal journal = Journal.read(reports, assignment.group().name(), Fact.TargetKind.SIMULATED, request.afresh());
        List<String> about = new ArrayList<>();
        about.add("embedded group: up in %d ms".formatted(start.toMillis()));
        about.add(
                kept
                        ? "embedded group: goes on as the last stage run left it (%s)".formatted(state)
                        : from == StartingState.FRESH
                                ? "embedded group: fresh"
                                : "embedded group: nothing is kept, so it starts as %s leaves it"
                                        .formatted(stages.get(0).before().orElseThrow()));
        return Target.of(
                terms,
                access,
                kept ? journal : journal.begunAnew(),
                Fact.TargetKind.SIMULATED,
                new Fact.Settings(request.pace(), request.given(), "", "", "", ""),
                Optional.of(group),
                about,
                history,
                waiting);
    }

    /** Where the state of the group that is asked for is kept between stage runs: each kind of group has its own. */
    static Path kept(RunRequest request) {
        return KEPT.resolve("%d+%d-%s-%s-%s-%s.json"
                .formatted(
                        request.embedded().sgmsOf(ChassisId.CHASSIS1).size(),
                        request.embedded().sgmsOf(ChassisId.CHASSIS2).size(),
                        request.mode(),
                        request.release(),
                        request.shell(),
                        request.returnState()));
    }

    /** None where the dialect already waits for the word, so that it stays told as documented or inferred. */
    private static Map<String, String> wordings(RunRequest request) {
        String word = request.returnState().name();
        return Dialect.of(request.release()).say(Phrase.RETURN_STATE).equals(word)
                ? Map.of()
                : Map.of(Phrase.RETURN_STATE.key(), word);
    }

    private static SortedMap<SgmId, ConsolePort> consoles(EmbeddedGroup group, SecurityGroup sgms) {
        SortedMap<SgmId, ConsolePort> consoles = new TreeMap<>();
        sgms.sgms()
                .forEach(sgm -> consoles.put(
                        sgm, new ConsolePort(new SshEndpoint("127.0.0.1", group.consolePort(sgm)), Optional.empty())));
        return consoles;
    }

    private static Path made(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StartingState startingState(Stage first) {
        return switch (first) {
            case PRELIMINARY -> StartingState.FRESH;
            case IMAGE_CLONING -> StartingState.PACKAGE_VERIFIED;
            case CHASSIS_A -> StartingState.CLONING_OFF;
            case FAILOVER -> StartingState.CHASSIS_A_DONE;
            case CHASSIS_B -> StartingState.FAILED_OVER;
        };
    }

    private static Patience scaled(String name, Duration limit, double pace) {
        return new Patience(
                name,
                longer(scaled(limit, pace), EMBEDDED_LEAST_LIMIT),
                longer(scaled(Duration.ofSeconds(15), pace), EMBEDDED_LEAST_PAUSE));
    }

    private static Duration scaled(Duration device, double pace) {
        return Duration.ofMillis((long) (device.toMillis() / pace));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
