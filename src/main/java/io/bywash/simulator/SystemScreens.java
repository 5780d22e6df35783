package io.bywash.simulator;

import io.bywash.group.GatewayMode;
import io.bywash.group.Release;
import java.util.List;
import java.util.Optional;

/** What Clish shows of the system, and in R82 of the cluster (REFERENCE 3.2 and 3.6). */
final class SystemScreens {
    private SystemScreens() {}

    static void into(ClishGrammar grammar, Release release, boolean global) {
        grammar.read("show version all", call -> call.answerForEach(sgm -> version(call.group())));
        grammar.read("show virtual-system all", SystemScreens::virtualSystems);
        grammar.read("show configuration", call -> call.answerForEach(sgm -> configuration(call.group(), sgm)));
        grammar.read("show hostname", call -> call.answerForEach(sgm -> sgm.host() + "\n"));
        if (release.hasCpuse()) {
            grammar.read("show installer status", call -> call.answerForEach(sgm -> installerStatus()));
            grammar.read("show installer status build", call -> call.answerForEach(sgm -> build()));
        }
        if (release == Release.R82) {
            grammar.read("show cluster info overview live", SystemScreens::overview);
            grammar.read("show cluster", SystemScreens::overview);
            if (global) {
                grammar.change("set cluster members-admin-state ids <ids> down", call -> members(call, true));
                grammar.change("set cluster members-admin-state ids <ids> up", call -> members(call, false));
            }
        }
    }

    private static String version(SimulatedGroup group) {
        return """
                Product version Check Point Gaia %s
                OS build %d
                OS kernel version 3.10.0-1160.15.2cpx86_64
                OS edition 64-bit
                """.formatted(Builds.version(group), Builds.of(group));
    }

    private static void virtualSystems(ClishCall call) {
        int count = call.group().settings().mode() == GatewayMode.VSX ? VirtualSystems.COUNT : 1;
        StringBuilder text = new StringBuilder("Virtual systems list\nVS ID       VS NAME\n");
        for (int vs = 0; vs < count; vs++) {
            text.append("%-11d %s\n".formatted(vs, VirtualSystems.name(call.group(), vs)));
        }
        call.shell().show(text.toString(), call.out());
    }

    private static String configuration(SimulatedGroup group, SimulatedSgm sgm) {
        return """
                #
                # Configuration of %s
                # Language version: 14.1v1
                #
                # Exported by admin on %s
                #
                set installer policy check-for-updates-period 3
                set installer policy periodically-self-update off
                set hostname %s
                set inactivity-timeout 10
                """.formatted(sgm.host(), Dates.LOGIN.of(group.clock().now()), sgm.host());
    }

    private static String installerStatus() {
        return "Deployment Agent is running\n" + build();
    }

    private static String build() {
        return "Build number: 2291 (agent build is up to date)\n";
    }

    /** Known by name only; the layout is the one of {@code asg stat}. */
    private static void overview(ClishCall call) {
        StatusScreen screen =
                new StatusScreen(call.group(), call.sgm(), call.shell().vs());
        call.shell().show(screen.states(), call.out());
    }

    private static void members(ClishCall call, boolean down) {
        Optional<List<SimulatedSgm>> targets = call.targets();
        targets.ifPresent(sgms -> ClusterAdminCommand.set(call.session(), call.sgm(), call.out(), sgms, down));
    }
}
