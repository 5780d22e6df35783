package io.bywash.simulator;

import java.util.List;

/**
 * {@code cphaprob stat|state}: ClusterXL's view from one SGM, as captured on R80.30SP (D). It lists the SGMs of its own
 * chassis (I).
 */
final class CphaprobCommand implements ExpertCommand {

    @Override
    public int run(ExpertCall call) {
        if (call.arguments().equals(List.of("syncstat")) && SyncScreen.isKnownOn(call.group())) {
            return SyncScreen.show(call);
        }
        if (!call.argument(0).matches("stat|state")) {
            return call.fail(
                    "Usage: cphaprob {stat|state%s}".formatted(SyncScreen.isKnownOn(call.group()) ? "|syncstat" : ""));
        }
        call.out().print(call.group().read(() -> screen(call.group(), call.sgm())));
        return 0;
    }

    private static String screen(SimulatedGroup group, SimulatedSgm local) {
        if (local.phase() == SgmPhase.STARTING) {
            return "HA module not started: Operation not permitted\n";
        }
        GroupView view = group.view();
        StringBuilder text = new StringBuilder("\nCluster Mode:   HA Over LS\n\n");
        text.append("%-11s%-16s%-16s%-15s%-50s\n".formatted("ID", "Unique Address", "Assigned Load", "State", "Name"));
        text.append('\n');
        List<SimulatedSgm> carrying = group.sgmsOf(local.chassis()).stream()
                .filter(sgm -> view.carrying().contains(sgm.id()))
                .toList();
        for (SimulatedSgm sgm : group.sgmsOf(local.chassis())) {
            int load = carrying.contains(sgm) ? 100 / carrying.size() : 0;
            String state = view.sgms().get(sgm.id()).plain();
            text.append("%-11s%-16s%-16s%-15s%-15s\n"
                    .formatted(
                            sgm.id().slot() + (sgm == local ? " (local)" : ""),
                            sgm.address(),
                            load + "%",
                            state.equals("DETACHED") ? "LOST" : state,
                            sgm.host()));
        }
        text.append("\n\n").append("Active PNOTEs: ");
        text.append(local.problems().isEmpty() ? "None" : String.join(", ", local.problems()))
                .append('\n');
        local.lastChange().ifPresent(change -> text.append(event(change)));
        return text.toString();
    }

    private static String event(SimulatedSgm.StateChange change) {
        return """

                Last member state change event:
                   Event Code:                 CLUS-%s
                   State change:               %s -> %s
                   Reason for state change:    %s
                   Event time:                 %s
                """.formatted(
                        change.to().up() ? "112004" : "112100",
                        change.from().plain(),
                        change.to().plain(),
                        change.reason(),
                        Dates.LOGIN.of(change.when()));
    }
}
