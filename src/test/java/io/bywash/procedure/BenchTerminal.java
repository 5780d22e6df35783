package io.bywash.procedure;

import io.bywash.group.ChassisId;
import io.bywash.terminal.ConnectionLost;
import io.bywash.terminal.Terminal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A line to a {@link Bench}: shells within shells, from SGM to SGM, and the dialogues of the audited orders. */
final class BenchTerminal implements Terminal {
    private static final String CLISH = "%s> ";
    private static final String GCLISH = "[Global] %s> ";
    private static final String EXPERT = "[Expert@%s:0]# ";
    private static final Pattern ADMIN = Pattern.compile("asg chassis_admin -c ([12]) (down|up)");
    private static final Pattern INSTALL = Pattern.compile("installer install \\d+ member_ids ([12])_1-[12]_2");

    private record Level(BenchSgm sgm, String form) {}

    /** The line ends. */
    static final class Death extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final Bench bench;
    private final String name;
    private final Deque<Level> open = new ArrayDeque<>();
    private final Deque<String> questions = new ArrayDeque<>();
    private final StringBuilder keys = new StringBuilder();
    private final StringBuilder said = new StringBuilder();
    private Runnable afterwards = () -> {};
    private boolean dead;
    private boolean closed;

    BenchTerminal(Bench bench, String name) {
        this.bench = bench;
        this.name = name;
        open.push(new Level(bench.smo(), CLISH));
        prompt();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void type(String characters) {
        if (characters.endsWith("\t")) {
            say(characters.strip() + " \n1   " + Bench.PACKAGE + "\n");
            prompt();
            say(characters.strip() + " ");
        } else if (!characters.equals("\u0015")) {
            String text = characters.replace("\n", "");
            keys.append(text);
            say(asksForASecret() ? "" : text);
            if (characters.endsWith("\n")) {
                enter();
            }
        }
    }

    private boolean asksForASecret() {
        return !questions.isEmpty() && questions.element().startsWith("Enter expert");
    }

    private void enter() {
        String line = keys.toString();
        keys.setLength(0);
        say("\n");
        try {
            bench.hear(open.element().sgm().id(), line);
            if (questions.isEmpty()) {
                line(line);
            } else {
                answered();
            }
        } catch (Death e) {
            dead = true;
        }
    }

    private void line(String line) {
        BenchSgm here = open.element().sgm();
        Matcher admin = ADMIN.matcher(line);
        Matcher install = INSTALL.matcher(line);
        if (line.equals("expert")) {
            ask(() -> open(here, EXPERT), "Enter expert password:");
            return;
        } else if (line.equals("gclish") || line.equals("clish")) {
            open(here, line.equals("clish") ? CLISH : GCLISH);
        } else if (line.equals("exit")) {
            open.pop();
        } else if (line.startsWith("member ")) {
            hop(bench.sgm(line.substring("member ".length())));
        } else if (admin.matches()) {
            admin(ChassisId.of(Integer.parseInt(admin.group(1))), admin.group(2));
            return;
        } else if (install.matches()) {
            install(install.group(1));
            return;
        } else if (line.matches("installer verify \\d+ member_ids all")) {
            verify();
        } else if (!line.isEmpty()) {
            answer(here, line);
        }
        prompt();
    }

    private void open(BenchSgm sgm, String form) {
        open.push(new Level(sgm, form));
    }

    private void hop(BenchSgm to) {
        if (to.isSilent()) {
            say("Failed to connect to %s\n".formatted(to.id()));
        } else {
            open(to, EXPERT);
        }
    }

    private void answer(BenchSgm here, String line) {
        if (line.startsWith("asg ")) {
            say(bench.screen(line));
        } else if (line.equals("fw ver")) {
            say(bench.version() + "\n");
        } else if (line.startsWith("g_all -a ")) {
            onEach(line.substring("g_all -a ".length()));
        } else if (open.element().form().equals(GCLISH)) {
            onEach(line);
        } else {
            say(lines(here.answer(line)));
        }
    }

    private void onEach(String command) {
        bench.sgms().values().stream()
                .filter(sgm -> !sgm.isSilent())
                .forEach(sgm -> say("%s:\n%s"
                        .formatted(sgm.id(), lines(command.equals("fw ver") ? bench.version() : sgm.answer(command)))));
    }

    private static String lines(String answer) {
        return answer.isEmpty() || answer.endsWith("\n") ? answer : answer + "\n";
    }

    private void admin(ChassisId chassis, String direction) {
        String action = "Chassis_admin " + direction;
        String object = "Chassis: " + chassis.number();
        ask(
                () -> {
                    say("WARNING: %s on %s, User: Ada Operator, Reason: CHG-7\n".formatted(action, object));
                    if (direction.equals("down")) {
                        bench.down(chassis);
                        bench.role(chassis.other(), "ACTIVE");
                    } else {
                        bench.up(chassis);
                    }
                    say("Chassis %d state is %s\n"
                            .formatted(chassis.number(), direction.toUpperCase(java.util.Locale.ROOT)));
                },
                "You are about to perform %s on %s\nAre you sure? (Y - yes, any other key - no) "
                        .formatted(action, object),
                action + " requires auditing\nEnter your full name: ",
                "Enter reason for " + action + " [Maintenance]: ");
    }

    private void install(String chassis) {
        String members = "%1$s_01,%1$s_02".formatted(chassis);
        String action = "Package Installation (" + Bench.PACKAGE + ")";
        String sure = "Are you sure? (Y - yes, any other key - no) ";
        ask(
                () -> {
                    say("WARNING: \n%s on blades: %s, User: Ada Operator, Reason: CHG-7\n".formatted(action, members));
                    bench.sgmsOf(ChassisId.of(Integer.parseInt(chassis))).forEach(BenchSgm::installing);
                    bench.progress().forEach(status -> table(chassis, status.split(" / ")));
                    say(bench.ending().isEmpty() ? "" : bench.ending() + "\n");
                    if (bench.installationCutsTheLine()) {
                        throw new Death();
                    }
                },
                "The machines(%s) will automatically reboot after install.\nDo you want to continue? ([y]es / [n]o)\n"
                        .formatted(members),
                "Attention! In case image auto-clone is enabled, this operation may be overridden by auto-cloning from SMO during next boot.\n"
                        + "To disable image auto-clone run: set smo image auto-clone state off\n" + sure,
                "You are about to perform \n%s on blades: %s\n%s".formatted(action, members, sure),
                action + " requires auditing\nEnter your full name: ",
                "Enter reason for \n" + action + " [Maintenance]: ");
    }

    /** A row for each SGM that answers. */
    private void verify() {
        say("Update Service Engine\n+---------+------+\n|Member ID|Status|\n+---------+------+\n");
        bench.sgms().values().stream()
                .filter(sgm -> !sgm.isSilent())
                .forEach(sgm -> say("|%s|Installation is allowed.|\n".formatted(sgm.id())));
        say("+---------+------+\n");
    }

    private void table(String chassis, String... status) {
        say("Update Service Engine\n+---------+------+\n|Member ID|Status|\n+---------+------+\n");
        say("|%1$s_01|%2$s|\n|%1$s_02|%3$s|\n+---------+------+\n".formatted(chassis, status[0], status[1]));
    }

    private void ask(Runnable done, String... asked) {
        questions.addAll(List.of(asked));
        afterwards = done;
        say(questions.element());
    }

    private void answered() {
        questions.remove();
        if (questions.isEmpty()) {
            afterwards.run();
            prompt();
        } else {
            say(questions.element());
        }
    }

    private void prompt() {
        say(open.element().sgm().prompt(open.element().form()));
    }

    private void say(String text) {
        said.append(text.lines().collect(Collectors.joining("\r\n")));
        said.append(text.endsWith("\n") ? "\r\n" : "");
    }

    @Override
    public String hear(Duration atMost) {
        String heard = said.toString();
        said.setLength(0);
        if (heard.isEmpty() && dead) {
            throw new ConnectionLost("The line '%s' is gone: the far end closed it.".formatted(name), null);
        }
        if (heard.isEmpty()) {
            bench.wait(atMost);
        }
        return heard;
    }

    @Override
    public void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }
}
