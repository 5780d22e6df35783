package io.bywash.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.evidence.History;
import io.bywash.evidence.RunDirectory;
import io.bywash.evidence.Secret;
import io.bywash.evidence.WaitingTime;
import io.bywash.gaia.Command;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.Shell;
import io.bywash.gaia.Tempo;
import io.bywash.group.GatewayMode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast the lines are beside the tools of others, at the same OpenSSH servers in the same run: {@code mvn test
 * -Dtest=SshFigures}. It is no part of {@code mvn test}, because a busy machine would turn it red.
 *
 * <p>The turns alternate, so that what else the machine does slows all of them. Our side is the code of a run: the
 * connection with its host key and its log-in, the session, the gate, and the history on the disk. The shell is bash with
 * the prompt of the Expert mode. Programs that are started for each command are timed with their start, as that is how they
 * are used; netmiko's own start is left out.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SshFigures {
    private static final int TURNS = Integer.getInteger("bywash.turns", 5);
    private static final int COMMANDS = 20;
    private static final int MEMBERS = 28;
    private static final int MEMBERS_OF_ONE_SERVER = 14;
    private static final String COMMAND = "grep btime /proc/stat";
    private static final String PDSH = "/usr/bin/pdsh";
    private static final String ANSIBLE = "/usr/bin/ansible";
    private static final String PYTHON = "/usr/bin/python3";

    /** As a target file has it when it says nothing of its patience. */
    private static final Tempo TEMPO = new Tempo(Duration.ofMillis(300), Duration.ofSeconds(60));

    @TempDir
    private Path folder;

    @Test
    void a_connection_and_a_command_are_faster_than_those_of_netmiko_and_ssh() throws IOException {
        needs("/usr/bin/ssh", PYTHON);
        List<Double> connects = new ArrayList<>();
        List<Double> commands = new ArrayList<>();
        List<Double> netmikoConnects = new ArrayList<>();
        List<Double> netmikoCommands = new ArrayList<>();
        List<Double> sshCommands = new ArrayList<>();
        try (Servers servers = new Servers(1);
                RunDirectory directory = directory()) {
            for (int turn = 0; turn <= TURNS; turn++) {
                boolean counts = turn > 0; // The first one warms all of them up.
                measureOurs(
                        servers,
                        directory,
                        counts ? connects : new ArrayList<>(),
                        counts ? commands : new ArrayList<>());
                double[] netmiko = netmiko(servers);
                List<Double> ssh = servers.onAKeptConnection(0);
                if (counts) {
                    netmikoConnects.add(netmiko[0]);
                    Arrays.stream(netmiko).skip(1).forEach(netmikoCommands::add);
                    sshCommands.addAll(ssh);
                }
            }
        }
        tell("connect to the prompt", connects, "netmiko", netmikoConnects);
        tell("a command on a kept terminal", commands, "netmiko", netmikoCommands);
        tell("a command on a kept terminal", commands, "ssh over ControlMaster", sshCommands);
        assertThat(ratio(connects, netmikoConnects)).as("connect, netmiko").isGreaterThanOrEqualTo(2);
        assertThat(ratio(commands, netmikoCommands)).as("command, netmiko").isGreaterThanOrEqualTo(20);
        assertThat(ratio(commands, sshCommands)).as("command, ssh").isGreaterThan(1);
    }

    @Test
    void an_answer_of_28_members_is_here_before_that_of_pdsh_and_ansible() throws IOException {
        needs(PDSH, ANSIBLE);
        List<Double> fresh = new ArrayList<>();
        List<Double> kept = new ArrayList<>();
        List<Double> pdsh = new ArrayList<>();
        List<Double> keptPdsh = new ArrayList<>();
        List<Double> ansible = new ArrayList<>();
        List<Double> keptAnsible = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(MEMBERS);
        try (Servers servers = new Servers(MEMBERS);
                RunDirectory directory = directory()) {
            History history = history(directory);
            for (int turn = 0; turn <= TURNS; turn++) {
                List<GaiaSession> sessions = new ArrayList<>();
                double ourFresh = seconds(() -> {
                    sessions.addAll(atOnce(threads, MEMBERS, member -> servers.session(member, history)));
                    atOnce(threads, MEMBERS, member -> asked(sessions.get(member)));
                });
                double ourKept = seconds(() -> atOnce(threads, MEMBERS, member -> asked(sessions.get(member))));
                sessions.forEach(GaiaSession::close);
                double theirs = seconds(() -> servers.pdsh(""));
                double raw = seconds(() -> servers.ansible(""));
                String keeping = servers.keeping();
                double keptTheirs = seconds(() -> servers.pdsh(keeping));
                double keptRaw = seconds(() -> servers.ansible(keeping));
                if (turn > 0) { // The first one warms all of them up.
                    fresh.add(ourFresh);
                    kept.add(ourKept);
                    pdsh.add(theirs);
                    keptPdsh.add(keptTheirs);
                    ansible.add(raw);
                    keptAnsible.add(keptRaw);
                }
            }
        } finally {
            threads.shutdownNow();
        }
        tell("28 members, new connections", fresh, "pdsh, new connections", pdsh);
        tell("28 members, new connections", fresh, "ansible raw, new connections", ansible);
        tell("28 members, kept terminals", kept, "pdsh, kept connections", keptPdsh);
        tell("28 members, kept terminals", kept, "ansible raw, kept connections", keptAnsible);
        assertThat(ratio(fresh, pdsh)).as("28 members, new, pdsh").isGreaterThan(1);
        assertThat(ratio(kept, keptPdsh)).as("28 members, kept, pdsh").isGreaterThan(1);
        assertThat(ratio(kept, keptAnsible)).as("28 members, kept, ansible").isGreaterThanOrEqualTo(10);
    }

    private static void needs(String... programs) {
        Sshd.needs(programs);
    }

    private void measureOurs(Servers servers, RunDirectory directory, List<Double> connects, List<Double> commands) {
        History history = history(directory);
        GaiaSession[] session = new GaiaSession[1];
        connects.add(seconds(() -> session[0] = servers.session(0, history)));
        asked(session[0]);
        for (int command = 0; command < COMMANDS; command++) {
            commands.add(seconds(() -> asked(session[0])));
        }
        session[0].close();
    }

    private double[] netmiko(Servers servers) {
        String said = Sshd.run(
                PYTHON,
                resource("netmiko_figures.py").toString(),
                servers.address(0),
                String.valueOf(servers.of(0).port()),
                "admin",
                servers.key.toString(),
                String.valueOf(COMMANDS),
                COMMAND);
        String figures = said.lines().reduce((before, last) -> last).orElseThrow();
        return Arrays.stream(figures.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static String asked(GaiaSession session) {
        String answer = session.run(Command.read(Shell.EXPERT, COMMAND)).text();
        assertThat(answer).startsWith("btime ");
        return answer;
    }

    private RunDirectory directory() throws IOException {
        return RunDirectory.create(
                Files.createDirectories(folder.resolve("reports")), Instant.now(), "harbour", "figures");
    }

    private static History history(RunDirectory directory) {
        History history = new History(Clock.systemUTC());
        history.follow(directory);
        return history;
    }

    private static Path resource(String name) {
        try {
            return Path.of(SshFigures.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface OfAMember<T> {
        T of(int member);
    }

    private static <T> List<T> atOnce(ExecutorService threads, int members, OfAMember<T> work) {
        try {
            List<Callable<T>> calls = IntStream.range(0, members)
                    .mapToObj(member -> (Callable<T>) () -> work.of(member))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> call : threads.invokeAll(calls)) {
                results.add(call.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double seconds(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static double ratio(List<Double> ours, List<Double> theirs) {
        return median(theirs) / median(ours);
    }

    private static void tell(String what, List<Double> ours, String others, List<Double> theirs) {
        System.out.printf(
                Locale.ROOT,
                "%s: ours %.2f ms, %s %.2f ms: %.1f times as fast (medians of %d)%n",
                what,
                median(ours) * 1e3,
                others,
                median(theirs) * 1e3,
                ratio(ours, theirs),
                ours.size());
    }

    /** One address of the loopback range for each member, fourteen behind one server, as sshd takes no more than sixteen. */
    private final class Servers implements AutoCloseable {
        private final List<Sshd> servers = new ArrayList<>();
        private final Path key = Sshd.keygen(folder.resolve("id"), "-t", "ed25519");
        private final Path config;
        private final Path known;
        private final Path inventory;

        Servers(int members) throws IOException {
            StringBuilder hosts = new StringBuilder();
            StringBuilder knownLines = new StringBuilder();
            StringBuilder inventoryLines = new StringBuilder();
            for (int first = 0; first < members; first += MEMBERS_OF_ONE_SERVER) {
                Path home = Files.createDirectories(folder.resolve("server" + first));
                String[] addresses = IntStream.range(first, first + MEMBERS_OF_ONE_SERVER)
                        .mapToObj(member -> "ListenAddress " + address(member))
                        .toArray(String[]::new);
                Sshd sshd = Sshd.start(home, addresses);
                sshd.letIn(key);
                Files.writeString(home.resolve("home").resolve(".bash_profile"), """
                        PS1='[Expert@harbour-ch01-01:0]# '
                        bind 'set enable-bracketed-paste off'
                        """);
                servers.add(sshd);
                String hostKey = Files.readString(home.resolve("host_ed25519.pub"));
                for (int member = first; member < Math.min(members, first + MEMBERS_OF_ONE_SERVER); member++) {
                    hosts.append("Host m%02d\n  HostName %s\n  Port %d\n"
                            .formatted(member + 1, address(member), sshd.port()));
                    knownLines.append("[%s]:%d %s".formatted(address(member), sshd.port(), hostKey));
                    inventoryLines.append("m%02d\n".formatted(member + 1));
                }
            }
            known = Sshd.write(folder, "all_known", knownLines.toString());
            hosts.append("""
                    Host *
                      User admin
                      IdentityFile %s
                      IdentitiesOnly yes
                      UserKnownHostsFile %s
                      BatchMode yes
                      LogLevel ERROR
                    """.formatted(key, known));
            config = Sshd.write(folder, "ssh_config", hosts.toString());
            inventory = Sshd.write(folder, "inventory", inventoryLines.toString());
        }

        Sshd of(int member) {
            return servers.get(member / MEMBERS_OF_ONE_SERVER);
        }

        String address(int member) {
            return "127.0.1." + (member + 1);
        }

        GaiaSession session(int member, History history) {
            SshEndpoint endpoint = new SshEndpoint(address(member), of(member).port());
            SshLink link = SshLink.open(endpoint, new SshAccess(credentials(), HostKeys.knownHosts(known)));
            return GaiaSession.begin(
                    link.terminal("member " + (member + 1)),
                    GatewayMode.SECURITY_GATEWAY,
                    Secret.of("not asked for"),
                    TEMPO,
                    history,
                    new WaitingTime());
        }

        private Credentials credentials() {
            Secret text = Secret.of(Sshd.read(key));
            return new Credentials("admin", new Credentials.PrivateKey(key, text, Optional.empty()));
        }

        List<Double> onAKeptConnection(int member) {
            String host = "m%02d".formatted(member + 1);
            String socket = folder.resolve("master").toString();
            Sshd.run("ssh", "-F", config.toString(), "-M", "-S", socket, "-f", "-N", host);
            List<Double> figures = new ArrayList<>();
            for (int command = 0; command <= COMMANDS; command++) {
                double took =
                        seconds(() -> assertThat(Sshd.run("ssh", "-F", config.toString(), "-S", socket, host, COMMAND))
                                .startsWith("btime "));
                if (command > 0) {
                    figures.add(took);
                }
            }
            Sshd.run("ssh", "-F", config.toString(), "-S", socket, "-O", "exit", host);
            return figures;
        }

        /** What makes ssh keep its connection; it is made by the first program of the first turn, which is not counted. */
        String keeping() {
            return " -o ControlMaster=auto -o ControlPersist=60s -o ControlPath=" + folder.resolve("%n");
        }

        void pdsh(String options) {
            String said = run(List.of(
                    "env",
                    "PDSH_SSH_ARGS_APPEND=-F " + config + options,
                    PDSH,
                    "-R",
                    "ssh",
                    "-f",
                    "28",
                    "-w",
                    "m[01-28]",
                    COMMAND));
            assertThat(said.lines().filter(line -> line.contains(": btime "))).hasSize(MEMBERS);
        }

        void ansible(String options) {
            String said = run(List.of(
                    "env",
                    "ANSIBLE_SSH_ARGS=-F " + config + options,
                    "ANSIBLE_HOST_KEY_CHECKING=True",
                    ANSIBLE,
                    "-i",
                    inventory.toString(),
                    "-f",
                    "28",
                    "all",
                    "-m",
                    "raw",
                    "-a",
                    COMMAND));
            assertThat(said.lines().filter(line -> line.startsWith("btime "))).hasSize(MEMBERS);
        }

        private String run(List<String> command) {
            return Sshd.run(command.toArray(String[]::new));
        }

        @Override
        public void close() {
            servers.forEach(Sshd::close);
        }
    }
}
