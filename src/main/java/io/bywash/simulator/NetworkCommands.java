package io.bywash.simulator;

import java.util.List;
import java.util.Map;

/**
 * What an SGM says of its interfaces and of the connections it handles.
 *
 * <p>The forms are those of Linux and of plain Gaia (D); names, addresses and numbers are made up. An SGM of the Standby
 * chassis holds a copy of the connections, one that does not carry has a few of its own (I).
 */
final class NetworkCommands {
    /** The interface of an SGM that a fault can leave without a link. */
    static final String FRAIL = "eth2-01";

    private static final List<String> INTERFACES =
            List.of("BPEth0", "BPEth1", "eth1-Mgmt4", "eth1-01", "eth1-01.210@eth1-01", FRAIL, "Sync");

    private static final int CONNECTIONS = 41_300;
    private static final int SWING = 1_900;
    private static final double SWINGS_IN_SECONDS = 337;
    private static final int OWN = 9;

    private NetworkCommands() {}

    static void into(Map<String, ExpertCommand> commands) {
        commands.put("ip", NetworkCommands::ip);
    }

    private static int ip(ExpertCall call) {
        if (!call.arguments().equals(List.of("-o", "link"))) {
            return call.fail("Usage: ip -o link");
        }
        StringBuilder text = new StringBuilder(
                "1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000"
                        + "\\    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00\n");
        for (int index = 0; index < INTERFACES.size(); index++) {
            text.append(link(call.sgm(), index)).append('\n');
        }
        call.out().print(text.toString());
        return 0;
    }

    private static String link(SimulatedSgm sgm, int index) {
        String name = INTERFACES.get(index);
        boolean dead = name.equals(FRAIL) && sgm.linkLost();
        return "%d: %s: <%s> mtu 1500 qdisc mq state %s mode DEFAULT group default qlen 1000\\    link/ether 00:1c:7f:a0:%02x:%02x brd ff:ff:ff:ff:ff:ff"
                .formatted(
                        index + 2,
                        name,
                        dead ? "NO-CARRIER,BROADCAST,MULTICAST,UP" : "BROADCAST,MULTICAST,UP,LOWER_UP",
                        dead ? "DOWN" : "UP",
                        sgm.chassis().number(),
                        index);
    }

    /** {@code fw tab -t connections -s}. */
    static int table(ExpertCall call) {
        if (!call.arguments().equals(List.of("tab", "-t", "connections", "-s"))) {
            return call.fail("Usage: fw tab -t <table> -s");
        }
        int now = call.group().read(() -> connections(call.group(), call.sgm()));
        call.out().println("HOST                  NAME                               ID #VALS #PEAK #SLINKS");
        call.out()
                .println("localhost             connections                      8158 %5d %5d %7d"
                        .formatted(now, CONNECTIONS, now * 3));
        return 0;
    }

    private static int connections(SimulatedGroup group, SimulatedSgm sgm) {
        GroupView view = group.view();
        int sharing = view.up(sgm.chassis());
        if (!view.sgms().get(sgm.id()).up() || sharing == 0) {
            return OWN;
        }
        double phase = group.clock().now().getEpochSecond() / SWINGS_IN_SECONDS;
        return (int) (CONNECTIONS + SWING * Math.sin(phase)) / sharing
                + sgm.id().slot();
    }
}
