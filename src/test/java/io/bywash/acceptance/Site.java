package io.bywash.acceptance;

import io.bywash.evidence.Fact;
import io.bywash.evidence.Outcome;
import io.bywash.group.GatewayMode;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import io.bywash.group.Take;
import io.bywash.simulator.EmbeddedGroup;
import io.bywash.simulator.EmbeddedPackage;
import io.bywash.simulator.EmbeddedSettings;
import io.bywash.simulator.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An embedded Security Group that is treated as a real one: all that a run knows of it stands in a target file. */
public final class Site implements AutoCloseable {
    public static final String NAME = "north-gate";

    private final Path folder;
    private final EmbeddedGroup group;
    private final List<WholeRun> runs = new ArrayList<>();
    private String yaml;

    /**
     * What a visit to a site left.
     *
     * @param runs all that were made, in order
     * @param ledger what the group itself says that happened
     * @param installed what the group itself says is installed
     */
    record Visit(List<WholeRun> runs, Ledger ledger, SortedMap<SgmId, Optional<Take>> installed) {
        /** The last run. */
        WholeRun run() {
            return runs.get(runs.size() - 1);
        }

        /** What the engineer saw of a run, without the directory of the target file. */
        String console(WholeRun run) {
            return run.console().replace(folder() + "/", "");
        }

        /** The paragraph of the step that ended the last run, without the directory of the target file. */
        String trouble() {
            return run().trouble().replace(folder() + "/", "");
        }

        private Path folder() {
            return reports().getParent();
        }

        /** The directory that all the runs wrote into. */
        Path reports() {
            return run().directory().getParent();
        }

        /** The commands that reached the group and change something. */
        List<String> acts() {
            return WholeRun.acts(lines(ledger));
        }

        /** Everything that changed in the group. */
        List<String> changes() {
            return ledger.happenings().stream().map(Ledger.Happening::what).toList();
        }
    }

    public Site(Path folder, EmbeddedSettings settings) {
        this.folder = made(folder);
        this.group = EmbeddedGroup.start(settings);
        this.yaml = yaml(settings, group.port()) + consoles(settings);
        EmbeddedPackage.write(folder, settings.release(), new Take(110), 16);
        write("login-password", settings.passwords().login());
        write("expert-password", settings.passwords().expert());
        write("known_hosts", "[127.0.0.1]:%d %s%n".formatted(group.port(), group.hostKey()));
    }

    /** A group of this many SGMs, before its first run. */
    public static EmbeddedSettings group(int onChassis1, int onChassis2) {
        return EmbeddedSettings.defaults()
                .withGroup(SecurityGroup.dual(NAME, onChassis1, onChassis2))
                .withPace(1500);
    }

    /** Visits a site meanwhile. */
    static Later<Visit> visit(Path folder, EmbeddedSettings settings, WayToRun way) {
        return Later.doing(() -> {
            try (Site site = new Site(folder, settings)) {
                way.run(site);
                return new Visit(List.copyOf(site.runs), site.group.ledger(), site.group.installed());
            }
        });
    }

    /** How a visitor runs the procedure. */
    interface WayToRun {
        void run(Site site) throws IOException;
    }

    /** Writes another line in the target file. */
    public Site writing(String line, String instead) {
        if (!yaml.contains(line + "\n")) {
            throw new IllegalArgumentException("The target file has no line that ends with: " + line);
        }
        yaml = yaml.replace(line + "\n", instead + "\n");
        return this;
    }

    /** Writes a file beside the target file, as only its owner can read it. */
    Site write(String name, String content) {
        try {
            Path file = Files.writeString(folder.resolve(name), content);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a stage, confirmed. */
    WholeRun run(String tag) {
        return run(tag, fact -> {});
    }

    /** Runs a stage, confirmed, while somebody looks on. */
    public WholeRun run(String tag, Consumer<Fact> onlooker) {
        return run(tag, Map.of("bywash.confirm", NAME), onlooker);
    }

    /** The command line that runs a stage, confirmed. */
    public CommandLineNamed lineFor(String tag) {
        return new CommandLineNamed(tag, Map.of("bywash.target", targetFile().toString(), "bywash.confirm", NAME));
    }

    /** Types a command line, such as a run names one, while somebody looks on. */
    public WholeRun type(CommandLineNamed line, Consumer<Fact> onlooker) {
        targetFile();
        WholeRun run = WholeRun.of(line.tag(), line.settings(), reports(), onlooker);
        runs.add(run);
        return run;
    }

    /** Runs stages one after another, confirmed, up to the first that does not pass. */
    void runEach(String... tags) {
        for (String tag : tags) {
            if (run(tag).outcome() != Outcome.PASSED) {
                return;
            }
        }
    }

    /** The runs that were made so far, in order. */
    List<WholeRun> made() {
        return List.copyOf(runs);
    }

    /** Runs what the tags select, without a confirmation. */
    WholeRun rehearse(String tags) {
        return run(tags, Map.of(), fact -> {});
    }

    WholeRun run(String tags, Map<String, String> more, Consumer<Fact> onlooker) {
        Map<String, String> properties = Stream.concat(
                        Stream.of(Map.entry("bywash.target", targetFile().toString())), more.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return type(new CommandLineNamed(tags, properties), onlooker);
    }

    /** The target file, as it is to be now. */
    Path targetFile() {
        write("north.yaml", yaml);
        return folder.resolve("north.yaml");
    }

    /** The directory that all the runs write into. */
    Path reports() {
        return folder.resolve("reports");
    }

    public EmbeddedGroup group() {
        return group;
    }

    public Path folder() {
        return folder;
    }

    private static List<String> lines(Ledger ledger) {
        return ledger.commands().stream()
                .map(Ledger.CommandReceived::line)
                .map(String::strip)
                .toList();
    }

    private static String yaml(EmbeddedSettings settings, int port) {
        return """
                group: north-gate
                address: 127.0.0.1:%d
                knownHosts: known_hosts
                release: %s
                mode: %s
                standbyChassis: chassis1
                activeChassis: chassis2
                sgms:
                  chassis1: %s
                  chassis2: %s
                user: admin
                login:
                  passwordFrom: {file: login-password}
                expertPasswordFrom: {file: expert-password}
                package: %s
                take: 110
                audit:
                  name: Ada Operator
                  reason: Maintenance CHG-1042
                patience:
                  command: 10s
                  chassisDown: 30s
                  reboot: 60s
                  chassisUp: 30s
                  settle: 1s
                  noCarrier: 200ms
                  poll: 200ms
                  quiet: 20ms
                """.formatted(
                        port,
                        settings.release(),
                        settings.mode() == GatewayMode.VSX ? "vsx" : "gateway",
                        slots(settings, "1_"),
                        slots(settings, "2_"),
                        EmbeddedPackage.nameOf(settings.release(), new Take(110)));
    }

    private String consoles(EmbeddedSettings settings) {
        return settings.consoles().isEmpty()
                ? ""
                : settings.group().sgms().stream()
                        .map(sgm -> "  - {sgm: \"%s\", address: \"127.0.0.1:%d\", kind: tcp}%n"
                                .formatted(sgm, group.consolePort(sgm)))
                        .collect(Collectors.joining("", "consoles:\n", ""));
    }

    private static List<Integer> slots(EmbeddedSettings settings, String chassis) {
        return settings.group().sgms().stream()
                .filter(sgm -> sgm.toString().startsWith(chassis))
                .map(SgmId::slot)
                .toList();
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        group.close();
    }
}
