package io.bywash.simulator;

import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A group without an SSH port, whose clock is moved by whoever waits; commands answer at once. */
final class Desk implements Console {
    static final Instant START = Instant.parse("2031-03-04T10:15:00Z");
    static final String PACKAGE = "Check_Point_R81_10_JUMBO_HF_MAIN_Bundle_T110_FULL.tgz";

    final DeviceClock clock = DeviceClock.byHand(START);
    final SimulatedGroup group;
    private final Deque<String> answers = new ArrayDeque<>();
    private final StringBuilder printed = new StringBuilder();
    private final LoginSession session;
    private boolean screen;

    Desk(EmbeddedSettings settings, Path root) {
        group = new Beginning(settings, root).from(Optional.empty(), clock);
        Typed nothing = new Typed();
        Tty nowhere = new Tty(
                TtyKind.none(), nothing, OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), clock);
        session = new LoginSession(group, 1, nowhere, nothing, Link.hop(SgmId.parse("1_1"), () -> {}));
    }

    static EmbeddedSettings twoByTwo(StartingState from) {
        return EmbeddedSettings.defaults()
                .withGroup(SecurityGroup.dual("ketch", 2, 2))
                .withFrom(from);
    }

    SimulatedSgm sgm(String id) {
        return group.sgm(SgmId.parse(id)).orElseThrow();
    }

    /** Runs a line in Expert mode on one SGM, with these answers ready, and returns what was printed. */
    String expert(String on, String line, String... typed) {
        answers.addAll(List.of(typed));
        printed.setLength(0);
        new ExpertShell(session, sgm(on)).run(line, this);
        answers.clear();
        return printed.toString();
    }

    String gclish(String on, String line, String... typed) {
        return expert(on, "gclish -c \"" + line + "\"", typed);
    }

    String clish(String on, String line) {
        return expert(on, "clish -c \"" + line + "\"");
    }

    void chassis(int number, String direction) {
        expert(
                number == 1 ? "2_1" : "1_1",
                "asg chassis_admin -c %d %s".formatted(number, direction),
                "y",
                "Ann Operator",
                "");
        pass(Duration.ofMinutes(2));
    }

    /** Installs our package on these members, typed on one of them, and lets them come back. */
    void install(String on, String ids) {
        gclish(on, "installer install %d member_ids %s".formatted(number(on), ids), "y", "y", "y", "Ann", "Change 17");
        pass(Duration.ofMinutes(12));
    }

    /** The number of our package on one SGM. */
    int number(String on) {
        List<PackageStore.Entry> all = sgm(on).packages().numbered();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).stored().fileName().equals(PACKAGE)) {
                return i + 1;
            }
        }
        return 0;
    }

    String stateOf(String id) {
        return group.view().sgms().get(SgmId.parse(id)).toString();
    }

    void pass(Duration time) {
        clock.advance(time);
    }

    Desk onScreen() {
        screen = true;
        return this;
    }

    @Override
    public void print(String text) {
        printed.append(text);
    }

    @Override
    public String readLine(boolean echo) {
        String answer = answers.poll();
        printed.append(answer == null ? "" : answer).append('\n');
        return answer;
    }

    @Override
    public void pauseUntil(Instant moment) {
        Duration left = Duration.between(clock.now(), moment);
        pass(left.isNegative() ? Duration.ZERO : left);
    }

    @Override
    public boolean screen() {
        return screen;
    }

    @Override
    public int rows() {
        return 24;
    }

    @Override
    public int columns() {
        return 80;
    }
}
