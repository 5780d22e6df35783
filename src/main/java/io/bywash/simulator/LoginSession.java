package io.bywash.simulator;

import io.bywash.group.SgmId;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One login: the terminal, the connection it came over, and the hops of {@code member} on top of it.
 *
 * <p>When an SGM goes away, everything that ran on it ends, and the shell that had opened the hop to it goes on
 * (REFERENCE 2 and 6 no. 11, D).
 */
final class LoginSession {
    static final String USER = "admin";

    private final SimulatedGroup group;
    private final int number;
    private final Tty tty;
    private final Typed typed;
    private final Deque<Link> links = new ArrayDeque<>();
    private int below = 1;
    private Ledger.CommandReceived received;
    private int act = -1;
    private int commands;

    /** @param number of the SSH connection, as the ledger counts them */
    LoginSession(SimulatedGroup group, int number, Tty tty, Typed typed, Link connection) {
        this.group = group;
        this.number = number;
        this.tty = tty;
        this.typed = typed;
        links.add(connection);
        tty.watch(this::broken);
        group.clock().whenAdvanced(typed::wake);
    }

    /** Adds a connection below every hop: the channel within the SSH connection. */
    void over(Link link) {
        links.add(link);
        below = links.size();
    }

    SimulatedGroup group() {
        return group;
    }

    Tty tty() {
        return tty;
    }

    void received(SimulatedSgm on, String shell, String line) {
        group.settle();
        received = new Ledger.CommandReceived(group.clock().now(), on.id(), shell, line, number);
        act = -1;
        group.ledger().command(received);
        group.seams().moments().happened(new Moment(Moment.Kind.BEFORE_COMMAND, on, line));
    }

    /** The SGM on which the line received last was typed. */
    SimulatedSgm receivedOn() {
        return group.sgm(received.on()).orElseThrow();
    }

    /** The line received last has been answered. */
    void answered(SimulatedSgm on, String line) {
        group.seams().moments().happened(new Moment(Moment.Kind.AFTER_COMMAND, on, line));
        if (tty.pty() && ++commands >= group.seams().shells().commandsOfASession()) {
            links.stream().findFirst().ifPresent(Link::cut);
        }
    }

    /** The line received last asks for a change. */
    void asks(Act.Kind kind) {
        act = group.ledger()
                .act(new Act(
                        received.at(),
                        received.on(),
                        received.shell(),
                        received.line(),
                        kind,
                        Optional.empty(),
                        Collections.emptySortedSet(),
                        number));
    }

    /** The change that was asked for is being made on these SGMs; nothing happens where the line asked for none. */
    void tookEffect(Collection<SimulatedSgm> touched) {
        if (act >= 0) {
            touched.forEach(sgm -> sgm.because(Cause.act(received.line())));
            TreeSet<SgmId> ids = new TreeSet<>();
            touched.forEach(sgm -> ids.add(sgm.id()));
            group.ledger().tookEffect(act, group.clock().now(), Collections.unmodifiableSortedSet(ids));
        }
    }

    /** On the way to what was asked for, another change was confirmed. */
    void alsoDid(Act.Kind kind, Collection<SimulatedSgm> touched) {
        int main = act;
        asks(kind);
        tookEffect(touched);
        act = main;
    }

    /** Puts a question of a dialogue. */
    String ask(Console console, Interview.Question question, String text) {
        return group.seams().interview().ask(this, console, question, text);
    }

    /** What a login shell says before its first prompt. */
    void greet(SimulatedSgm on, String from) {
        String last = group.read(() -> on.lastLogin()
                .map(when -> "Last login: %s from %s".formatted(Dates.LOGIN.of(when), on.lastLoginFrom()))
                .orElse(""));
        group.change(() -> on.loggedIn(group.clock().now(), from));
        if (!last.isEmpty()) {
            tty.notice(last, true);
        }
        tty.notice("Warning: System diagnostics failed on the following tests: Core Dumps.", false);
    }

    /** Runs a shell on another SGM until it is left or the SGM goes away. */
    void hop(SimulatedSgm from, SimulatedSgm to, Runnable shell) {
        Link link = Link.hop(to.id(), typed::wake);
        open(link, to);
        try {
            tty.notice(SshDoor.BANNER, false);
            greet(to, from.address());
            shell.run();
            tty.notice("logout", false);
        } catch (LinkCut gone) {
            if (gone.link() != link) {
                throw gone;
            }
            tty.notice("", false);
            tty.notice("Connection to %s closed by remote host.".formatted(to.address()), false);
        } finally {
            links.remove(link);
            group.links().closed(link);
            tty.behindHops(links.size() - below);
        }
        tty.notice("Connection to %s closed.".formatted(to.address()), false);
    }

    private void open(Link link, SimulatedSgm to) {
        links.addLast(link);
        group.links().opened(link);
        tty.behindHops(links.size() - below);
        if (!group.read(to::answers)) {
            link.cut();
        }
    }

    /** The session is over, and with it the configuration locks its Expert shells had. */
    void end() {
        group.sgms().forEach(sgm -> sgm.lock().release(this));
    }

    private Link broken() {
        return links.stream().filter(Link::isCut).findFirst().orElse(null);
    }
}
