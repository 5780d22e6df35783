package io.bywash.procedure;

import io.bywash.cluster.ChassisAdmin;
import io.bywash.cluster.GroupMonitor;
import io.bywash.cluster.ImageCloning;
import io.bywash.cluster.Patience;
import io.bywash.cluster.StateWatch;
import io.bywash.cpuse.Installer;
import io.bywash.cpuse.PackageFile;
import io.bywash.evidence.Fact;
import io.bywash.evidence.History;
import io.bywash.evidence.HistoryFile;
import io.bywash.evidence.Journal;
import io.bywash.evidence.Secret;
import io.bywash.evidence.WaitingTime;
import io.bywash.gaia.Audit;
import io.bywash.gaia.Consoles;
import io.bywash.gaia.Dialect;
import io.bywash.gaia.ManagementAddress;
import io.bywash.gaia.Permits;
import io.bywash.gaia.Tempo;
import io.bywash.group.ChassisId;
import io.bywash.group.GatewayMode;
import io.bywash.group.Release;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import io.bywash.group.Take;
import io.bywash.terminal.SshEndpoint;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Security Group in memory for tests of what is decided from its facts: 2 + 2 SGMs, chassis1 Standby and to be worked on
 * first, chassis2 Active, the package imported, image cloning off. A test changes one fact in one line.
 *
 * <p>Its clock stands still but for the silences that a session waits for, which take no time of the test, and for commands
 * that are said to take a while. It knows the few commands that are typed by what decides; it is no model of the device.
 */
final class Bench {
    static final String PACKAGE = "Check_Point_R81_10_JUMBO_HF_MAIN_Bundle_T110_FULL.tgz";
    static final Instant BEGAN = Instant.parse("2026-11-22T02:00:00Z");

    /** No test looks so often at the group, so that a wait that does not end is seen without its time going by. */
    private static final int MOST_LOOKS = 4000;

    private static final AtomicInteger PORTS = new AtomicInteger();

    private final SecurityGroup group = SecurityGroup.dual("harbour", 2, 2);
    private final Release release;
    private final Map<SgmId, BenchSgm> sgms = new TreeMap<>();
    private final Map<ChassisId, String> roles = new EnumMap<>(ChassisId.class);
    private final List<String> typed = new ArrayList<>();
    private final Map<String, List<Runnable>> before = new HashMap<>();
    private final Map<String, Duration> takes = new HashMap<>();
    private final ObjectNode journal = JsonMapper.shared().createObjectNode();
    private final SshEndpoint endpoint = new SshEndpoint("192.0.2.1", PORTS.incrementAndGet());
    private Optional<String> takeOver = Optional.empty();
    private Map<String, String> wordings = Map.of("interfaces", "none", "connections", "none");
    private String policy = "21Nov26 22:41";
    private String synchronisation = "Enabled";
    private String further = "";
    private Optional<String> runs = Optional.empty();
    private List<String> progress = List.of("Installing package... / Installing package...");
    private boolean installationCutsTheLine = true;
    private final List<BenchTerminal> lines = new ArrayList<>();
    private String ending = "";
    private Optional<BenchSgm> smo = Optional.empty();
    private Duration patience = Duration.ofSeconds(30);
    private Duration settle = Duration.ofSeconds(90);
    private Instant now = BEGAN;
    private Means means;
    private int looks;

    Bench() {
        this(Release.R81_10);
    }

    Bench(Release release) {
        this.release = release;
        group.sgms().forEach(sgm -> sgms.put(sgm, new BenchSgm(sgm)));
        roles.put(ChassisId.CHASSIS1, "STANDBY");
        roles.put(ChassisId.CHASSIS2, "ACTIVE");
        journal.put("runs", 0).putArray("entries");
        journal.putArray("leases");
    }

    BenchSgm sgm(String id) {
        return sgms.get(SgmId.parse(id));
    }

    List<BenchSgm> sgmsOf(ChassisId chassis) {
        return group.sgmsOf(chassis).stream().map(sgms::get).toList();
    }

    Map<SgmId, BenchSgm> sgms() {
        return sgms;
    }

    /** The word of a chassis on the status screen. */
    Bench role(ChassisId chassis, String word) {
        roles.put(chassis, word);
        return this;
    }

    /** The chassis, and each of its SGMs, is shown as DOWN. */
    Bench down(ChassisId chassis) {
        sgmsOf(chassis).forEach(sgm -> sgm.word("DOWN"));
        return role(chassis, "DOWN");
    }

    /** The chassis, and each of its SGMs, is shown as it is when it was set up: Standby, unless the other one is none. */
    Bench up(ChassisId chassis) {
        sgmsOf(chassis).forEach(sgm -> sgm.word("UP"));
        return role(chassis, roles.get(chassis.other()).equals("ACTIVE") ? "STANDBY" : "ACTIVE");
    }

    Bench policy(String date) {
        policy = date;
        return this;
    }

    /** A row of the status screen below those of the group. */
    Bench furtherRow(String row) {
        further = row + "\n";
        return this;
    }

    /** Every SGM runs another release than the one that is described. */
    Bench runs(String label) {
        runs = Optional.of(label);
        return this;
    }

    Bench synchronisation(String word) {
        synchronisation = word;
        return this;
    }

    /** Something happens right before the next time that this line is answered. */
    Bench before(String line, Runnable happening) {
        before.computeIfAbsent(line, first -> new ArrayList<>()).add(happening);
        return this;
    }

    /** The line dies, and all that is on the SMO, right after this line was typed the next time; it has no effect. */
    Bench dying(String line) {
        return before(line, () -> {
            throw new BenchTerminal.Death();
        });
    }

    /** What an installation shows of both SGMs, table by table ({@code Installing: 4% / Installing: 5%}), before the line dies. */
    Bench installation(String... tables) {
        progress = List.of(tables);
        return this;
    }

    /** The prompt comes back after an installation has begun. */
    Bench installationThatComesBack() {
        installationCutsTheLine = false;
        return this;
    }

    List<String> progress() {
        return progress;
    }

    boolean installationCutsTheLine() {
        return installationCutsTheLine;
    }

    /** The line dies after this line was typed and had this effect. */
    Bench dyingAfter(String line, Runnable effect) {
        return before(line, () -> {
            effect.run();
            throw new BenchTerminal.Death();
        });
    }

    /** What an installation says behind its tables. */
    Bench installationEndsWith(String sentence) {
        ending = sentence;
        return this;
    }

    String ending() {
        return ending;
    }

    /** A log-in lands on this SGM, whichever chassis is Active. */
    Bench smoIs(String sgm) {
        smo = Optional.of(sgm(sgm));
        return this;
    }

    /** The names of the lines that are open. */
    List<String> openLines() {
        return lines.stream()
                .filter(line -> !line.isClosed())
                .map(BenchTerminal::name)
                .toList();
    }

    private BenchTerminal opened(String name) {
        BenchTerminal line = new BenchTerminal(this, name);
        lines.add(line);
        return line;
    }

    /** Each answer to this line takes so long. */
    Bench taking(String line, Duration time) {
        takes.put(line, time);
        return this;
    }

    /** A person has decided to take this lease over. */
    Bench takeOver(String lease) {
        takeOver = Optional.of(lease);
        return this;
    }

    /** What an earlier run, whose history is kept, wrote down. */
    Bench earlier(String run, Fact... facts) {
        for (Fact fact : facts) {
            String line = HistoryFile.text(List.of(new HistoryFile.Entry("", 0, fact, "")));
            ObjectNode entry = (ObjectNode) JsonMapper.shared().readTree(line);
            ((ArrayNode) journal.get("entries")).add(entry.put("run", run));
            if (fact instanceof Fact.LeaseHeld held) {
                ((ArrayNode) journal.get("leases")).add(held.lease());
            }
        }
        return this;
    }

    /** Another wording of the site's own, by its key in the target file. */
    Bench wording(String key, String text) {
        wordings = new HashMap<>(wordings);
        wordings.put(key, text);
        return this;
    }

    Bench settle(Duration limit) {
        settle = limit;
        return this;
    }

    Assignment assignment() {
        return new Assignment(
                group,
                ChassisId.CHASSIS1,
                GatewayMode.SECURITY_GATEWAY,
                release,
                new PackageFile(Path.of(PACKAGE), 1, "00"),
                new Take(110),
                "/var/log",
                new Audit("Ada Operator", "CHG-7"),
                Optional.empty(),
                "",
                new Waits(
                        waiting("chassisDown"),
                        waiting("reboot"),
                        waiting("chassisUp"),
                        waiting("importing"),
                        new Patience("settle", settle, Duration.ofMillis(1)),
                        Duration.ofSeconds(10)));
    }

    /** How long a state is waited for, by the clock of the test; for tests in which it does not come. */
    Bench patience(Duration limit) {
        patience = limit;
        return this;
    }

    private Patience waiting(String name) {
        return new Patience(name, patience, Duration.ofMillis(1));
    }

    Means means() {
        if (means == null) {
            means = made();
        }
        return means;
    }

    /** What another run of this process works with, on the same Security Group. */
    Means anotherRun() {
        return made();
    }

    private Means made() {
        Assignment assignment = assignment();
        Dialect dialect = Dialect.of(release).with(wordings);
        Instant began = now;
        History history =
                new History(clock(), () -> Duration.between(began, now).toNanos());
        Tempo tempo = new Tempo(Duration.ofMillis(1), Duration.ofMinutes(10));
        WaitingTime waiting = new WaitingTime();
        ManagementAddress address = new ManagementAddress(
                endpoint, null, this::opened, assignment.mode(), Secret.of("expert-secret"), tempo, history, waiting);
        Permits permits = new Permits(dialect, group, history);
        GroupMonitor monitor = new GroupMonitor(address, dialect, history);
        Journal earlier = JsonMapper.shared().treeToValue(journal, Journal.class);
        Duration limit = Duration.ofMinutes(10);
        return new Means(
                address,
                new Consoles(
                        Map.of(),
                        java.util.Set.of(),
                        "admin",
                        Secret.of("x"),
                        assignment.mode(),
                        Secret.of("x"),
                        tempo,
                        history,
                        waiting),
                dialect,
                permits,
                monitor,
                new StateWatch(monitor::look, history, waiting, Duration.ZERO),
                new ImageCloning(dialect),
                new ChassisAdmin(dialect, assignment.audit(), limit),
                new Installer(dialect, assignment.audit(), assignment.file(), limit, limit, limit),
                new LeaseKeeper(assignment, dialect, address, permits, history, earlier, takeOver),
                earlier,
                history);
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    /** Time goes by. */
    void wait(Duration time) {
        now = now.plus(time);
    }

    /** What was typed that changes something, in order: {@code 2_01: asg chassis_admin -c 1 down}. */
    List<String> acts() {
        return typed(line ->
                line.matches(".*: (?:asg chassis_admin|asg_hf_installer|installer (?:install|import)|set |lock ).*"));
    }

    /** What was typed that puts a lease on an SGM or takes it away. */
    List<String> leaseActs() {
        return typed(line -> line.matches(".*: (?:ln|unlink) .*"));
    }

    /** Everything that was typed, with the SGM it was typed on. */
    List<String> typed() {
        return List.copyOf(typed);
    }

    private List<String> typed(Predicate<String> which) {
        return typed.stream().filter(which).toList();
    }

    void hear(SgmId on, String line) {
        typed.add(on + ": " + line);
        wait(takes.getOrDefault(line, Duration.ZERO));
        List<Runnable> happenings = before.getOrDefault(line, List.of());
        if (!happenings.isEmpty()) {
            happenings.remove(0).run();
        }
    }

    /** The first SGM that answers of the chassis that is Active, or of the other one. */
    BenchSgm smo() {
        if (smo.isPresent()) {
            return smo.get();
        }
        ChassisId active = roles.get(ChassisId.CHASSIS1).equals("ACTIVE") ? ChassisId.CHASSIS1 : ChassisId.CHASSIS2;
        return sgmsOf(active).stream()
                .filter(sgm -> !sgm.isSilent())
                .findFirst()
                .orElseGet(() -> sgmsOf(active.other()).get(0));
    }

    /** {@code asg stat -v}, and {@code asg policy verify}. */
    String screen(String command) {
        if (++looks > MOST_LOOKS) {
            throw new AssertionError("The group was looked at %d times: a wait does not end.".formatted(MOST_LOOKS));
        }
        StringBuilder screen = new StringBuilder();
        if (command.equals("asg policy verify")) {
            screen.append("| SGM | Policy Signature | Status |\n");
            sgms.values().forEach(sgm -> screen.append("| %s | %s | Success |\n".formatted(sgm.id(), sgm.signature())));
            return screen.toString();
        }
        screen.append("| Version | %s (Build Number 012) |\n| FW Policy Date | %s |\n".formatted(release, policy));
        screen.append("| SGM ID   Chassis 1   Chassis 2 |\n|   %s   %s |\n"
                .formatted(roles.get(ChassisId.CHASSIS1), roles.get(ChassisId.CHASSIS2)));
        for (int slot = 1; slot <= 2; slot++) {
            screen.append("| %d   %s   %s |\n"
                    .formatted(slot, sgm("1_" + slot).word(), sgm("2_" + slot).word()));
        }
        return screen.append(further)
                .append("| Chassis Parameters |\n| Sync to Active chassis: %s |\n".formatted(synchronisation))
                .toString();
    }

    String version() {
        return "This is Check Point's software version %s - Build 012".formatted(runs.orElse(release.toString()));
    }
}
