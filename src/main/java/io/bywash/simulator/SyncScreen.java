package io.bywash.simulator;

import io.bywash.group.Release;
import java.time.Instant;

/**
 * {@code cphaprob syncstat}: whether one SGM is synchronised (REFERENCE 15; the screen D of ClusterXL, on an SGM I 90 %). The
 * numbers are made up.
 */
final class SyncScreen {
    private SyncScreen() {}

    /** It came with R80.20 (REFERENCE 15, D). */
    static boolean isKnownOn(SimulatedGroup group) {
        return group.settings().release().compareTo(Release.R80_20SP) >= 0;
    }

    static int show(ExpertCall call) {
        Instant due =
                call.group().clock().now().plus(call.group().seams().takeOver().longer());
        call.out().pauseUntil(due);
        SimulatedSgm sgm = call.sgm();
        String usual = call.group()
                .read(() -> sgm.phase() == SgmPhase.STARTING
                        ? "HA module not started: Operation not permitted\n"
                        : screen(call.group(), sgm));
        call.out().print(call.group().seams().takeOver().synchronisation(sgm, usual));
        return 0;
    }

    /** {@code fw ctl setsync off} and {@code start}, by hand, on one SGM (I 80 %). */
    static int set(ExpertCall call) {
        if (!call.argument(2).matches("off|start")) {
            return call.fail("Usage: fw ctl setsync {off|start}");
        }
        boolean off = call.argument(2).equals("off");
        call.group().change(() -> call.sgm().losesSync(off ? "Manually disabled sync" : null));
        return 0;
    }

    private static String screen(SimulatedGroup group, SimulatedSgm sgm) {
        return """

                Delta Sync Statistics

                Sync status: %s

                Drops:
                Lost updates................................. 0
                Lost bulk update events...................... 0
                Oversized updates not sent................... 0

                Sync at risk:
                Sent reject notifications.................... 0
                Received reject notifications................ 0

                Sent messages:
                Total generated sync messages................ %d
                Sent retransmission requests................. 0
                Sent retransmission updates.................. 0
                Peak fragments per update.................... 1

                Received messages:
                Total received updates....................... %d
                Received retransmission requests............. 0

                Sync Interface:
                Name......................................... Sync

                Queue sizes (num of updates):
                Sending queue size........................... 512
                Receiving queue size......................... 256
                Fragments queue size......................... 50

                Timers:
                Delta Sync interval (ms)..................... 100

                Reset on %s (triggered by fullsync).

                """.formatted(
                        sgm.syncOff().map("Off - "::concat).orElse("OK"),
                        group.clock().now().getEpochSecond() % 90_000,
                        group.clock().now().getEpochSecond() % 7_000,
                        Dates.LOGIN.of(sgm.booted()));
    }
}
