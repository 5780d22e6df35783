package io.bywash.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.cluster.ChassisAdmin;
import io.bywash.cluster.GlobalAnswer;
import io.bywash.cluster.GroupMonitor;
import io.bywash.cluster.PolicySignatures;
import io.bywash.cluster.SgmFiles;
import io.bywash.cluster.SoftwareVersion;
import io.bywash.cluster.SyncStatus;
import io.bywash.cpuse.Cpinfo;
import io.bywash.cpuse.InstallScope;
import io.bywash.cpuse.Installer;
import io.bywash.cpuse.PackageFile;
import io.bywash.cpuse.RemoteFile;
import io.bywash.evidence.History;
import io.bywash.evidence.Secret;
import io.bywash.evidence.WaitingTime;
import io.bywash.gaia.Audit;
import io.bywash.gaia.Command;
import io.bywash.gaia.Dialect;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.ManagementAddress;
import io.bywash.gaia.Permit;
import io.bywash.gaia.Permits;
import io.bywash.gaia.Phrase;
import io.bywash.gaia.Shell;
import io.bywash.gaia.Tempo;
import io.bywash.group.ChassisId;
import io.bywash.group.GatewayMode;
import io.bywash.group.Release;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every line that is typed in the Expert mode, on a real bash over OpenSSH, at widths and with habits that change what a terminal
 * shows. Programs of the product are {@link StandIns}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(180)
class EveryCommandOnRealBashTest {
    private static final SecurityGroup GROUP = SecurityGroup.dual("harbour", 1, 1);
    private static final Dialect DIALECT = Dialect.of(Release.R81_10);
    private static final Dialect R76 = Dialect.of(Release.R76SP);
    private static final Audit AUDIT = new Audit("Ada Operator", "Maintenance CHG-1042");
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Pattern TYPED_IN_EXPERT_MODE =
            Pattern.compile("Command\\.(?:read|act)\\(\\s*(?:Shell\\.EXPERT|here\\(\\)\\.shell\\(\\)|wanted)");

    @TempDir
    private Path folder;

    private Path files;
    private Sshd sshd;
    private GroupMonitor monitor;
    private Permits permits;

    /** At a path whose length is always the same. */
    @BeforeEach
    void start() throws IOException {
        files = Files.createDirectory(Path.of(
                "/tmp", "bywash-%08x".formatted(ThreadLocalRandom.current().nextInt())));
        sshd = Sshd.start(folder);
        StandIns.into(folder.resolve("home/bin"));
    }

    @AfterEach
    void end() throws IOException {
        if (sshd != null) {
            sshd.close();
        }
        try (Stream<Path> left = Files.list(files)) {
            left.forEach(EveryCommandOnRealBashTest::delete);
        }
        delete(files);
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is typed, by where the product types it, and what it reads in the answer. */
    private Map<String, Function<GaiaSession, Object>> cases() {
        String file = files + "/x_T87.tgz";
        String lease = files + "/bywash.lease";
        ChassisAdmin admin = new ChassisAdmin(DIALECT, AUDIT, LIMIT);
        Map<String, Function<GaiaSession, Object>> cases = new LinkedHashMap<>();
        cases.put("GroupMonitor", session -> monitor.glance());
        cases.put("PolicySignatures", session -> PolicySignatures.read(session, DIALECT, GROUP));
        cases.put("SoftwareVersion", session -> SoftwareVersion.read(session, DIALECT));
        cases.put("SyncStatus", session -> SyncStatus.read(session, DIALECT, GROUP));
        for (Phrase everywhere :
                new Phrase[] {Phrase.VERSION, Phrase.HOTFIXES, Phrase.INTERFACES, Phrase.CONNECTIONS}) {
            cases.put("GlobalAnswer " + everywhere, session -> GlobalAnswer.to(session, DIALECT, everywhere));
        }
        cases.put(
                "Boot",
                session -> io.bywash.cluster.Boot.read(session, DIALECT)
                        .equals(GlobalAnswer.to(session, DIALECT, Phrase.BOOT_TIME).get(SgmId.parse("1_1")).stream()
                                .map(line -> java.time.Instant.ofEpochSecond(Long.parseLong(line.substring(6))))
                                .findFirst()
                                .orElseThrow()));
        cases.put(
                "Proof",
                session -> Cpinfo.read(session.run(Command.read(Shell.EXPERT, DIALECT.say(Phrase.HOTFIXES)))
                        .text()));
        cases.put("SgmFiles", session -> SgmFiles.read(session).wizardDone());
        cases.put(
                "ChassisAdmin down",
                session -> admin.down(session, order(Phrase.CHASSIS_DOWN, admin.downLine(ChassisId.CHASSIS1))));
        cases.put(
                "ChassisAdmin up",
                session -> admin.up(session, order(Phrase.CHASSIS_UP, admin.upLine(ChassisId.CHASSIS1))));
        cases.put("Installer", session -> {
            InstallScope scope = InstallScope.of(GROUP, ChassisId.CHASSIS2);
            Installer installer =
                    new Installer(R76, AUDIT, new PackageFile(Path.of("x"), 1, "00"), LIMIT, LIMIT, LIMIT);
            String line = installer.installFileLine(file, scope);
            Permits own = new Permits(R76, GROUP, new History(Clock.systemUTC()));
            return installer
                    .installFile(session, own.forChassis("5.F", ChassisId.CHASSIS2, Phrase.INSTALL, line, () -> {}))
                    .toString()
                    .contains("SGMs: 2_1");
        });
        cases.put(
                "RemoteFile",
                session -> RemoteFile.measure(session, file + ".part").size());
        cases.put("PackageOnTheSmo", session -> {
            session.run(Command.act(Shell.EXPERT, permits.forRename("1.B", file + ".part", file, () -> {})));
            return RemoteFile.measure(session, file).size();
        });
        cases.put("LeaseKeeper", session -> {
            String text = "Ada.Operator@quay/3f/19/2026-11-29T02:00:00Z";
            String take = DIALECT.say(Phrase.LEASE_TAKE, "path", lease).replace("{lease}", text);
            session.run(Command.act(Shell.EXPERT, permits.forLease(Phrase.LEASE_TAKE, SgmId.parse("1_1"), take)));
            Object read = session.run(Command.read(Shell.EXPERT, DIALECT.say(Phrase.LEASE_READ, "path", lease)))
                    .lines();
            String release = DIALECT.say(Phrase.LEASE_RELEASE, "path", lease);
            session.run(Command.act(Shell.EXPERT, permits.forLease(Phrase.LEASE_RELEASE, SgmId.parse("1_1"), release)));
            return read + " " + Files.exists(Path.of(lease), java.nio.file.LinkOption.NOFOLLOW_LINKS);
        });
        cases.put("GaiaSession", session -> {
            session.goTo(SgmId.parse("2_1"));
            String there = session.here().memberTold();
            session.comeBack();
            session.reach(Shell.GCLISH);
            String global = session.here().toString();
            session.reach(Shell.CLISH);
            String clish = session.here().toString();
            session.reach(Shell.EXPERT);
            return String.join(" ", there, global, clish, session.here().toString());
        });
        return cases;
    }

    private static final Map<String, String> READ = Map.ofEntries(
            Map.entry("GroupMonitor", "chassis1 STANDBY: 1_01 UP; chassis2 ACTIVE: 2_01 ACTIVE"),
            Map.entry(
                    "PolicySignatures",
                    "{1_01=Fit[word=signature 40cb19ae2, Success, good=true], 2_01=Fit[word=signature 40cb19ae2, Success, good=true]}"),
            Map.entry("SoftwareVersion", "R81.10"),
            Map.entry("SyncStatus", "{1_01=Fit[word=OK, good=true], 2_01=Fit[word=OK, good=true]}"),
            Map.entry(
                    "GlobalAnswer VERSION",
                    "{1_01=[This is Check Point's software version R81.10 - Build 418], 2_01=[This is Check Point's software version R81.10 - Build 418]}"),
            Map.entry(
                    "GlobalAnswer HOTFIXES",
                    "{1_01=[This is Check Point CPinfo Build 914000231 for GAIA, [FW1],         HOTFIX_R81_10_JUMBO_HF_MAIN     Take:  87, FW1 build number:], 2_01=[This is Check Point CPinfo Build 914000231 for GAIA, [FW1],         HOTFIX_R81_10_JUMBO_HF_MAIN     Take:  87, FW1 build number:]}"),
            Map.entry(
                    "GlobalAnswer INTERFACES",
                    "{1_01=[2: eth1-01: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP mode DEFAULT group default qlen 1000\\    link/ether 00:1c:7f:aa:bb:01 brd ff:ff:ff:ff:ff:ff], 2_01=[2: eth1-01: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP mode DEFAULT group default qlen 1000\\    link/ether 00:1c:7f:aa:bb:01 brd ff:ff:ff:ff:ff:ff]}"),
            Map.entry(
                    "GlobalAnswer CONNECTIONS",
                    "{1_01=[HOST                  NAME                               ID #VALS #PEAK #SLINKS, localhost             connections                      8158   311   977     742], 2_01=[HOST                  NAME                               ID #VALS #PEAK #SLINKS, localhost             connections                      8158   311   977     742]}"),
            Map.entry("Boot", "true"),
            Map.entry(
                    "Proof",
                    "Optional[Cpinfo[hotfixes=[Hotfix[section=FW1, name=HOTFIX_R81_10_JUMBO_HF_MAIN, take=Optional[Take 87]]]]]"),
            Map.entry("SgmFiles", "false"),
            Map.entry("ChassisAdmin down", "DOWN"),
            Map.entry("ChassisAdmin up", "UP"),
            Map.entry("Installer", "true"),
            Map.entry("RemoteFile", "6"),
            Map.entry("PackageOnTheSmo", "6"),
            Map.entry("LeaseKeeper", "[Ada.Operator@quay/3f/19/2026-11-29T02:00:00Z] false"),
            Map.entry("GaiaSession", "2_01 [Global] harbour-ch01-01> harbour-ch01-01> [Expert@harbour-ch01-01:0]#"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stty cols 250; export LANG=C.UTF-8",
                "stty cols 80; alias ls='ls --color=always'; unset LANG",
                "stty cols 80; export LANG=C.UTF-8; PROMPT_COMMAND='printf \"\\033]0;admin@harbour:~\\007\"'",
            })
    void what_is_read_does_not_depend_on_the_terminal(String habit) throws IOException {
        Files.writeString(files.resolve("x_T87.tgz.part"), "hotfix");
        try (GaiaSession session = logIn(habit)) {
            Map<String, String> read = new TreeMap<>();
            cases().forEach((where, typed) ->
                    read.put(where, typed.apply(session).toString()));

            assertThat(read).isEqualTo(new TreeMap<>(READ));
        } finally {
            monitor.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"80, 1, 170", "250, 180, 230"})
    void a_line_of_any_length_is_recognised(int columns, int fewest, int most) throws IOException {
        Files.createSymbolicLink(files.resolve("link"), Path.of("what-stands-there"));
        try (GaiaSession session = logIn("stty cols " + columns)) {
            for (int slashes = fewest; slashes <= most; slashes++) {
                assertThat(session.run(Command.read(Shell.EXPERT, "readlink " + files + "/".repeat(slashes) + "link"))
                                .lines())
                        .as("with %d slashes", slashes)
                        .containsExactly("what-stands-there");
            }
        }
    }

    @Test
    void every_place_that_types_in_the_expert_mode_has_a_case() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/io/bywash"))) {
            assertThat(sources.filter(EveryCommandOnRealBashTest::typesInTheExpertMode)
                            .map(source -> source.getFileName().toString().replace(".java", ""))
                            .collect(Collectors.toSet()))
                    .isEqualTo(READ.keySet().stream()
                            .map(where -> where.split(" ")[0])
                            .filter(where -> !where.equals("SyncStatus"))
                            .collect(Collectors.toSet()));
        }
    }

    /** A phrase that is new does not compile here before it is said whether it is typed in the Expert mode, and where its case is. */
    private static String caseOf(Phrase phrase) {
        return switch (phrase) {
            case STATUS -> "GroupMonitor";
            case CHASSIS_DOWN -> "ChassisAdmin down";
            case CHASSIS_UP -> "ChassisAdmin up";
            case VERSION -> "GlobalAnswer VERSION";
            case HOTFIXES -> "GlobalAnswer HOTFIXES";
            case INTERFACES -> "GlobalAnswer INTERFACES";
            case CONNECTIONS -> "GlobalAnswer CONNECTIONS";
            case EVERYWHERE, BOOT_TIME -> "Boot";
            case SYNC_STATUS -> "SyncStatus";
            case POLICY_VERIFY -> "PolicySignatures";
            case INSTALL -> "Installer";
            case LEASE_TAKE, LEASE_READ, LEASE_RELEASE -> "LeaseKeeper";
            case UP_STATES, RETURN_STATE, CLONING_OFF_LINE, CLONING_ON, UNINSTALL -> "";
            case CLONING_SHOW,
                    CLONING_OFF,
                    IMPORT_PACKAGE,
                    SHOW_IMPORTED,
                    SHOW_INSTALLED,
                    VERIFY,
                    PACKAGE_NUMBER,
                    AGENT_BUILD -> "";
        };
    }

    @Test
    void every_phrase_that_is_typed_in_the_expert_mode_has_a_case() {
        assertThat(Stream.of(Phrase.values())
                        .map(EveryCommandOnRealBashTest::caseOf)
                        .filter(name -> !name.isEmpty()))
                .isSubsetOf(READ.keySet());
    }

    private static boolean typesInTheExpertMode(Path source) {
        try {
            Matcher typed = TYPED_IN_EXPERT_MODE.matcher(Files.isRegularFile(source) ? Files.readString(source) : "");
            return typed.find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Permit order(Phrase act, String line) {
        return permits.forChassis("3.C", ChassisId.CHASSIS1, act, line, () -> {});
    }

    private GaiaSession logIn(String habit) throws IOException {
        Files.writeString(
                folder.resolve("home/.bash_profile"),
                "PATH=$HOME/bin:$PATH\nPS1='[Expert@harbour-ch01-01:0]# '\n" + habit + "\n");
        History history = new History(Clock.systemUTC());
        permits = new Permits(DIALECT, GROUP, history);
        ManagementAddress address = new ManagementAddress(
                new SshEndpoint("127.0.0.1", sshd.port()),
                new SshAccess(Sshd.password(), sshd.known()),
                GatewayMode.SECURITY_GATEWAY,
                Secret.of("unused"),
                new Tempo(Duration.ofMillis(100), LIMIT),
                history,
                new WaitingTime());
        monitor = new GroupMonitor(address, DIALECT, history);
        return address.logIn("expert");
    }
}
