package io.bywash.target;

import io.bywash.cluster.ChassisAdmin;
import io.bywash.cluster.GroupMonitor;
import io.bywash.cluster.ImageCloning;
import io.bywash.cluster.Patience;
import io.bywash.cluster.StateWatch;
import io.bywash.cpuse.Installer;
import io.bywash.cpuse.PackageFile;
import io.bywash.evidence.Broken;
import io.bywash.evidence.History;
import io.bywash.evidence.WaitingTime;
import io.bywash.gaia.Audit;
import io.bywash.gaia.Dialect;
import io.bywash.gaia.ManagementAddress;
import io.bywash.gaia.Tempo;
import io.bywash.group.ChassisId;
import io.bywash.group.GatewayMode;
import io.bywash.group.SecurityGroup;
import io.bywash.group.Take;
import io.bywash.procedure.Assignment;
import io.bywash.procedure.Means;
import io.bywash.procedure.Stage;
import io.bywash.procedure.Waits;
import io.bywash.simulator.EmbeddedGroup;
import io.bywash.simulator.EmbeddedPackage;
import io.bywash.simulator.EmbeddedSettings;
import io.bywash.simulator.StartingState;
import io.bywash.terminal.Credentials;
import io.bywash.terminal.HostKeys;
import io.bywash.terminal.Secret;
import io.bywash.terminal.SshEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The Security Group a run works on, with everything that is needed to work on it.
 *
 * <p>Time belongs to the target: the embedded group lives at a pace, and every patience is scaled with it.
 */
public final class Target implements AutoCloseable {
    private static final Path KEPT = Path.of("target", "embedded-group");
    private static final Path PACKAGES = Path.of("target", "embedded-package");
    private static final Take EMBEDDED_TAKE = new Take(110);
    private static final int EMBEDDED_PACKAGE_KILOBYTES = 512;
    private static final Duration EMBEDDED_QUIET = Duration.ofMillis(8);
    private static final Duration EMBEDDED_LEAST_LIMIT = Duration.ofSeconds(20);
    private static final Duration EMBEDDED_LEAST_PAUSE = Duration.ofMillis(50);

    private final Assignment assignment;
    private final Means means;
    private final boolean confirmed;
    private final double pace;
    private final Optional<EmbeddedGroup> embedded;
    private final List<String> about;

    private Target(
            Assignment assignment,
            Means means,
            boolean confirmed,
            double pace,
            Optional<EmbeddedGroup> embedded,
            List<String> about) {
        this.assignment = assignment;
        this.means = means;
        this.confirmed = confirmed;
        this.pace = pace;
        this.embedded = embedded;
        this.about = about;
    }

    /**
     * Prepares what the command line asks for; a real Security Group is not yet connected to.
     *
     * @param stages the stages that are to run, in order, at least one
     * @throws TargetFileFaulty with every fault of the target file
     * @throws Broken for every other mistake of the request
     */
    public static Target of(RunRequest request, List<Stage> stages, History history, WaitingTime waiting) {
        return request.file().isPresent()
                ? real(TargetFile.read(request.file().get(), System::getenv), request, stages, history, waiting)
                : embedded(request, stages, history, waiting);
    }

    private static Target real(
            TargetSettings settings, RunRequest request, List<Stage> stages, History history, WaitingTime waiting) {
        String name = settings.group().name();
        request.confirmation().filter(typed -> !typed.equals(name)).ifPresent(typed -> {
            throw new Broken("""
                    -Dbywash.confirm=%s does not name the Security Group of the target file, which is %s. Nothing was \
                    connected to. If %s is the group you mean, write -Dbywash.confirm=%s.""".formatted(typed, name, name, name));
        });
        boolean confirmed = request.confirmation().isPresent();
        if (confirmed && stages.size() != 1) {
            throw new Broken("""
                    A real Security Group is worked on one stage at a time, and this command selects %d: %s. Nothing was \
                    connected to. Write for example -Dcucumber.filter.tags=%s.""".formatted(stages.size(), stages, stages.get(0).tag()));
        }
        TargetSettings.Waits patience = settings.patience();
        PackageFile file = PackageFile.at(settings.hotfix().file());
        Audit audit = new Audit(settings.audit().name(), settings.audit().reason());
        Assignment assignment = new Assignment(
                settings.group(),
                settings.standby(),
                settings.mode(),
                settings.release(),
                file,
                settings.hotfix().take(),
                settings.hotfix().remoteDirectory(),
                audit,
                settings.changeTicket(),
                new Waits(
                        new Patience("chassisDown", patience.chassisDown(), patience.poll()),
                        new Patience("reboot", patience.reboot(), patience.poll()),
                        new Patience("chassisUp", patience.chassisUp(), patience.poll())));
        Credentials credentials = new Credentials(
                settings.login().user(),
                settings.login().password(),
                settings.login().key(),
                settings.login().passphrase());
        Dialect dialect = Dialect.of(settings.release()).with(settings.dialect());
        ManagementAddress address = new ManagementAddress(
                new SshEndpoint(settings.address().host(), settings.address().port()),
                credentials,
                HostKeys.knownHosts(settings.knownHosts()),
                settings.mode(),
                settings.expertPassword(),
                new Tempo(patience.quiet(), patience.command()),
                history,
                waiting);
        Means means = means(
                address,
                dialect,
                assignment,
                history,
                waiting,
                patience.importing(),
                patience.verifying(),
                patience.installStart());
        List<String> about = about(assignment, address, dialect, "REAL");
        if (!confirmed) {
            about.add("not confirmed: this is a rehearsal that reads, checks and changes nothing;"
                    + " to act, add -Dbywash.confirm=" + name);
        }
        return new Target(assignment, means, confirmed, 1, Optional.empty(), about);
    }

    private static Target embedded(RunRequest request, List<Stage> stages, History history, WaitingTime waiting) {
        boolean whole = stages.size() == Stage.values().length;
        Path state =
                KEPT.resolve("%d-%s-%s.json".formatted(request.sgmsPerChassis(), request.mode(), request.release()));
        boolean kept = !whole && Files.exists(state);
        StartingState from = startingState(stages.get(0));
        Path file = EmbeddedPackage.write(made(PACKAGES), request.release(), EMBEDDED_TAKE, EMBEDDED_PACKAGE_KILOBYTES);
        EmbeddedSettings settings = EmbeddedSettings.defaults()
                .withGroup(SecurityGroup.dual("embedded", request.sgmsPerChassis(), request.sgmsPerChassis()))
                .withMode(request.mode())
                .withRelease(request.release())
                .withPace(request.pace())
                .withFrom(from)
                .withPackageName(file.getFileName().toString());
        long began = System.nanoTime();
        EmbeddedGroup group = EmbeddedGroup.start(whole ? settings : settings.withKept(state));
        Duration start = Duration.ofNanos(System.nanoTime() - began);
        Assignment assignment = new Assignment(
                settings.group(),
                ChassisId.CHASSIS1,
                request.mode(),
                request.release(),
                PackageFile.at(file),
                EMBEDDED_TAKE,
                "/var/log",
                new Audit("Bywash", "Embedded run"),
                Optional.empty(),
                new Waits(
                        scaled("chassisDown", Duration.ofMinutes(5), request.pace()),
                        scaled("reboot", Duration.ofMinutes(60), request.pace()),
                        scaled("chassisUp", Duration.ofMinutes(20), request.pace())));
        Dialect dialect = Dialect.of(request.release());
        ManagementAddress address = new ManagementAddress(
                new SshEndpoint("127.0.0.1", group.port()),
                Credentials.password(EmbeddedGroup.USER, Secret.of(EmbeddedGroup.LOGIN_PASSWORD)),
                HostKeys.pinned(group.hostKeyFingerprint()),
                request.mode(),
                Secret.of(EmbeddedGroup.EXPERT_PASSWORD),
                new Tempo(EMBEDDED_QUIET, EMBEDDED_LEAST_LIMIT),
                history,
                waiting);
        Means means = means(
                address,
                dialect,
                assignment,
                history,
                waiting,
                EMBEDDED_LEAST_LIMIT,
                EMBEDDED_LEAST_LIMIT,
                EMBEDDED_LEAST_LIMIT);
        List<String> about = about(assignment, address, dialect, "SIMULATED");
        about.add("embedded group: up in %d ms".formatted(start.toMillis()));
        about.add(
                kept
                        ? "embedded group: goes on as the last stage run left it (%s)".formatted(state)
                        : from == StartingState.FRESH
                                ? "embedded group: fresh"
                                : "embedded group: nothing is kept, so it starts as %s leaves it"
                                        .formatted(stages.get(0).before().orElseThrow()));
        return new Target(assignment, means, true, request.pace(), Optional.of(group), about);
    }

    private static Path made(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Means means(
            ManagementAddress address,
            Dialect dialect,
            Assignment assignment,
            History history,
            WaitingTime waiting,
            Duration importing,
            Duration verifying,
            Duration installing) {
        GroupMonitor monitor = new GroupMonitor(address, dialect, history);
        return new Means(
                address,
                dialect,
                monitor,
                new StateWatch(monitor::look, history, waiting),
                new ImageCloning(dialect),
                new ChassisAdmin(
                        dialect,
                        assignment.audit(),
                        assignment.waits().chassisDown().limit()),
                new Installer(dialect, assignment.audit(), assignment.file(), importing, verifying, installing),
                history);
    }

    private static List<String> about(
            Assignment assignment, ManagementAddress address, Dialect dialect, String simulatedOrReal) {
        List<String> about = new ArrayList<>();
        about.add("%s Security Group %s at %s"
                .formatted(simulatedOrReal, assignment.group().name(), address.endpoint()));
        about.add("release %s, %s mode, SGMs %s"
                .formatted(
                        assignment.release(),
                        assignment.mode() == GatewayMode.VSX ? "VSX" : "Security Gateway",
                        assignment.group().sgms()));
        about.add("Chassis \"A\" (Standby) is %s, Chassis \"B\" (Active) is %s"
                .formatted(assignment.chassisA(), assignment.chassisB()));
        about.add("package %s, %s".formatted(assignment.file().name(), assignment.take()));
        about.add("operator %s, reason %s%s"
                .formatted(
                        assignment.audit().name(),
                        assignment.audit().reason(),
                        assignment.changeTicket().map(" , change %s"::formatted).orElse("")));
        dialect.unproven().forEach(wording -> about.add("inferred wording in use: " + wording));
        return about;
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

    public Assignment assignment() {
        return assignment;
    }

    public Means means() {
        return means;
    }

    /** Whether it is the embedded Security Group; whatever is shown of the run has to say so. */
    public boolean simulated() {
        return embedded.isPresent();
    }

    /** Whether acts may be sent. */
    public boolean confirmed() {
        return confirmed;
    }

    /** Device seconds per second; 1 for a real Security Group. */
    public double pace() {
        return pace;
    }

    /** What a reader should know before the first step, a line each. */
    public List<String> about() {
        return List.copyOf(about);
    }

    @Override
    public void close() {
        means.monitor().close();
        embedded.ifPresent(EmbeddedGroup::close);
    }
}
