package io.bywash.simulator;

import io.bywash.group.SgmId;
import io.bywash.group.Take;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A Security Group behind an SSH port of 127.0.0.1.
 *
 * <pre>{@code
 * try (EmbeddedGroup group = EmbeddedGroup.start(EmbeddedSettings.defaults())) {
 *     // ssh -p <group.port()> admin@127.0.0.1, with LOGIN_PASSWORD
 * }
 * }</pre>
 *
 * <p>Several can run in one process. Closing ends every connection and every thread.
 */
public final class EmbeddedGroup implements AutoCloseable {
    public static final String USER = LoginSession.USER;

    /** Put together here, so that they stand in no class file of who uses them: what stands there is no secret. */
    public static final String LOGIN_PASSWORD = String.join("-", "Embedded", "1");

    public static final String EXPERT_PASSWORD = String.join("-", "Embedded", "Expert", "1");

    private final SimulatedGroup group;
    private final SshDoor door;
    private final ConsoleDoor consoles;
    private final GroupTime time;
    private final ExecutorService threads;
    private final Optional<Path> temporary;

    private EmbeddedGroup(
            SimulatedGroup group,
            SshDoor door,
            ConsoleDoor consoles,
            GroupTime time,
            ExecutorService threads,
            Optional<Path> temporary) {
        this.group = group;
        this.door = door;
        this.consoles = consoles;
        this.time = time;
        this.threads = threads;
        this.temporary = temporary;
    }

    /**
     * Starts a group; it takes logins when this returns.
     *
     * @throws UncheckedIOException when the port is taken, or the kept state cannot be read
     */
    public static EmbeddedGroup start(EmbeddedSettings settings) {
        return start(settings, from -> DeviceClock.running(from, settings.pace()));
    }

    static EmbeddedGroup start(EmbeddedSettings settings, Function<Instant, DeviceClock> clocks) {
        try {
            return open(settings, clocks);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The embedded group could not be started on port %d: %s".formatted(settings.port(), e.getMessage()),
                    e);
        }
    }

    private static EmbeddedGroup open(EmbeddedSettings settings, Function<Instant, DeviceClock> clocks)
            throws IOException {
        Optional<KeptState> kept = settings.kept().flatMap(KeptState::read);
        Instant from = kept.map(KeptState::now).orElseGet(() -> Instant.now().truncatedTo(ChronoUnit.SECONDS));
        Optional<Path> temporary = settings.kept().isPresent()
                ? Optional.empty()
                : Optional.of(Files.createTempDirectory("embedded-group"));
        Path root = temporary.orElseGet(() -> beside(settings, ".files"));
        SimulatedGroup group = new Beginning(settings, root).from(kept, clocks.apply(from));
        settings.kept()
                .ifPresent(file -> group.keptBy(changed -> KeptState.of(changed).write(file)));
        ExecutorService threads = new DaemonThreads("embedded group").pool();
        SshDoor door =
                new SshDoor(group, HostKey.keptIn(settings.kept().map(file -> beside(settings, ".hostkey"))), threads);
        ConsoleDoor consoles = new ConsoleDoor(group, threads);
        try {
            door.open(settings.port());
            if (settings.consoles().isPresent()) {
                consoles.open(settings.consoles().get());
            }
        } catch (IOException noPort) {
            door.close();
            consoles.close();
            temporary.ifPresent(EmbeddedGroup::delete);
            throw noPort;
        }
        GroupTime time = new GroupTime(group);
        threads.execute(time);
        return new EmbeddedGroup(group, door, consoles, time, threads, temporary);
    }

    /** The port of the management address on 127.0.0.1. */
    public int port() {
        return door.port();
    }

    /** The TCP port on 127.0.0.1 behind which an SGM's serial console is; only where the settings ask for consoles. */
    public int consolePort(SgmId sgm) {
        return consoles.port(sgm);
    }

    /** The port of the terminal server over SSH, where user {@code terminal:1_01} has the console of that SGM. */
    public int terminalServerPort() {
        return consoles.server().port();
    }

    /** The fingerprint of the terminal server's host key. */
    public String terminalServerFingerprint() {
        return consoles.server().fingerprint();
    }

    /** The host key's fingerprint as OpenSSH prints it: {@code SHA256:...}. */
    public String hostKeyFingerprint() {
        return door.fingerprint();
    }

    /** The host key as a line of a known_hosts file holds it behind the address. */
    public String hostKey() {
        return door.hostKey();
    }

    /** The device time by which the ledger is kept. */
    public Instant now() {
        return group.clock().now();
    }

    /** Device seconds per real second. */
    public double pace() {
        return group.settings().pace();
    }

    /** What really happened in the group so far. */
    public Ledger ledger() {
        group.settle();
        return group.ledger();
    }

    /** The take of the Jumbo that each SGM runs at this moment; empty for none. */
    public SortedMap<SgmId, Optional<Take>> installed() {
        SortedMap<SgmId, Optional<Take>> takes = new TreeMap<>();
        return group.read(() -> {
            group.sgms()
                    .forEach(sgm ->
                            takes.put(sgm.id(), sgm.packages().runningJumbo().map(jumbo -> new Take(jumbo.take()))));
            return takes;
        });
    }

    SimulatedGroup group() {
        return group;
    }

    @Override
    public void close() {
        time.end();
        door.close();
        consoles.close();
        threads.shutdownNow();
        group.change(() -> {});
        group.keptBy(ended -> {});
        temporary.ifPresent(EmbeddedGroup::delete);
    }

    private static Path beside(EmbeddedSettings settings, String suffix) {
        Path kept = settings.kept().orElseThrow();
        return kept.resolveSibling(kept.getFileName() + suffix);
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            directory.toFile().deleteOnExit();
        }
    }
}
