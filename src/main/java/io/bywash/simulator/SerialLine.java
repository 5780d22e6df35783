package io.bywash.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * The serial console of one SGM: getty, login and the shells on a line that is always there.
 *
 * <p>Nobody need be connected: what runs goes on, what it says is lost, and whoever connects next meets it as it is. A reboot
 * ends the session and shows on the line, which itself stays up. The words are those of Linux's agetty, login and kernel (I 85 %).
 */
final class SerialLine implements Runnable {
    private static final String[] BOOT = {
        "[    0.000000] Linux version 3.10.0-957.21.3cpx86_64 (gcc version 4.8.5)",
        "[    0.000000] Command line: ro root=/dev/mapper/vg_splat-lv_current console=ttyS0,9600",
        "[    1.204418] Freeing unused kernel memory: 1880k freed",
        "[    3.918820] EXT3-fs (dm-0): mounted filesystem with ordered data mode",
        "INIT: version 2.88 booting",
        "INIT: Entering runlevel: 3",
        "Starting crond: [  OK  ]",
        "Starting sshd: [  OK  ]"
    };

    private final SimulatedGroup group;
    private final SimulatedSgm sgm;
    private final int number;
    private final Typed typed = new Typed();
    private final Plug plug = new Plug();
    private final Semaphore free = new Semaphore(1);
    private Instant bootShown;

    /** @param number of the line, as the ledger counts connections */
    SerialLine(SimulatedGroup group, SimulatedSgm sgm, int number) {
        this.group = group;
        this.sgm = sgm;
        this.number = number;
        this.bootShown = group.read(sgm::booted);
        group.clock().whenAdvanced(typed::wake);
    }

    /** What is said from now on goes there, once nobody else is plugged in. */
    void plugIn(OutputStream client) {
        free.acquireUninterruptibly();
        plug.into(client);
    }

    /** The same, if nobody else is. */
    boolean plugInIfFree(OutputStream client) {
        boolean mine = free.tryAcquire();
        if (mine) {
            plug.into(client);
        }
        return mine;
    }

    void unplug() {
        plug.into(OutputStream.nullOutputStream());
        free.release();
    }

    void type(byte[] bytes, int count) {
        typed.add(bytes, 0, count);
    }

    void end() {
        typed.end();
    }

    @Override
    public void run() {
        while (!typed.ended()) {
            try {
                if (group.read(this::isUpAndShown)) {
                    getty();
                } else {
                    boot();
                }
            } catch (LinkCut | KeyboardInterrupt over) {
                // A reboot or Ctrl-C ends what ran; getty comes again.
            } catch (RuntimeException ours) {
                group.ledger().happened(group.clock().now(), "the simulator failed: " + ours);
            }
        }
    }

    /** A boot that was over before this thread had its turn is shown all the same: the kernel prints it whoever looks. */
    private boolean isUpAndShown() {
        return sgm.answers() && sgm.booted().equals(bootShown);
    }

    private Tty tty() {
        return new Tty(new TtyKind(true, 24, 80), typed, plug, plug, group.clock());
    }

    private void getty() {
        Link link = Link.hop(sgm.id(), typed::wake);
        LoginSession session = new LoginSession(group, number, tty(), typed, link);
        group.links().opened(link);
        if (!group.read(this::isUpAndShown)) {
            link.cut();
        }
        try {
            session.tty().print("\n" + SshDoor.BANNER + "\n");
            if (admits(session.tty())) {
                shell(session);
            }
        } finally {
            group.links().closed(link);
            session.end();
        }
    }

    /** Asks for user and password until they are right; false when the line is taken down, or getty is to begin anew. */
    private boolean admits(Tty tty) {
        while (true) {
            tty.print("\n%s login: ".formatted(sgm.host()));
            String user = tty.readLine(true);
            if (user == null) {
                return false;
            }
            if (user.isBlank()) {
                continue;
            }
            tty.print("Password: ");
            String password = Optional.ofNullable(tty.readLine(false)).orElse("");
            tty.print("\n");
            Instant now = group.clock().now();
            boolean admitted = group.seams().gate().admits(user.strip(), password, now);
            group.ledger().login(new Ledger.Login(now, user.strip(), sgm.id(), admitted, number, "console"));
            if (admitted) {
                return true;
            }
            tty.print("Login incorrect\n");
        }
    }

    private void shell(LoginSession session) {
        session.greet(sgm, "ttyS0");
        if (group.settings().loginShell() == LoginShell.EXPERT) {
            new ExpertShell(session, sgm).interact();
            session.tty().echo("logout\r\n");
        } else {
            new ClishShell(session, sgm, false, 0).interact();
        }
    }

    /** What was typed meanwhile is gone when getty begins. */
    private void boot() {
        Tty tty = tty();
        tty.print("\nThe system is going down for reboot NOW!\n");
        tty.print("Restarting system.\n");
        Duration piece = left().dividedBy(BOOT.length + 1);
        for (String message : BOOT) {
            pause(group.clock().now().plus(piece));
            tty.print(message + "\n");
            tty.flush();
        }
        while (!group.read(sgm::answers) && !typed.ended()) {
            pause(group.read(sgm::phaseEnds));
        }
        bootShown = group.read(sgm::booted);
        typed.take();
    }

    private Duration left() {
        Instant now = group.clock().now();
        return group.read(() -> sgm.answers() ? Duration.ZERO : Duration.between(now, sgm.phaseEnds()));
    }

    private void pause(Instant moment) {
        while (group.clock().now().isBefore(moment) && !group.read(sgm::answers) && !typed.ended()) {
            typed.take();
            typed.await(
                    group.clock().realMillisUntil(moment),
                    () -> group.clock().now().isBefore(moment));
        }
    }

    /** Where the line is plugged in; one that was pulled out is written to in vain. */
    private static final class Plug extends OutputStream {
        private OutputStream client = OutputStream.nullOutputStream();

        synchronized void into(OutputStream next) {
            client = next;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            try {
                client.write(bytes, from, length);
                client.flush();
            } catch (IOException pulledOut) {
                client = OutputStream.nullOutputStream();
            }
        }
    }
}
