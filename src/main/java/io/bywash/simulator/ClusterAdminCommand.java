package io.bywash.simulator;

import java.util.List;
import java.util.Optional;

/**
 * {@code g_clusterXL_admin -b <IDs> {up | down [-a]} [-r]}, and in R82 {@code set cluster members-admin-state}: SGMs are
 * set down or up one by one, and a reboot undoes it (REFERENCE 3.2; the output for down as captured, D; for up I).
 */
final class ClusterAdminCommand implements ExpertCommand {

    @Override
    public int run(ExpertCall call) {
        boolean down = call.has("down");
        if (down == call.has("up")) {
            return call.fail("Usage: g_clusterXL_admin -b <SGM IDs> {up | down [-a]} [-r]");
        }
        Optional<List<SimulatedSgm>> selected = SgmSelection.of(call.after("-b").orElse("all"), call.group());
        if (selected.isEmpty()) {
            return call.fail("Invalid SGM IDs: " + call.after("-b").orElse(""));
        }
        List<SimulatedSgm> sgms = selected.get().stream()
                .filter(sgm -> !call.has("-r") || sgm != call.sgm())
                .toList();
        return set(call.session(), call.sgm(), call.out(), sgms, down);
    }

    static int set(LoginSession session, SimulatedSgm on, Console out, List<SimulatedSgm> sgms, boolean down) {
        SimulatedGroup group = session.group();
        session.asks(down ? Act.Kind.MEMBERS_DOWN : Act.Kind.MEMBERS_UP);
        Optional<String> entry =
                AuditDialogue.members(group.seams().audit().named(sgms), down).hold(out, on, session);
        if (entry.isEmpty()) {
            return 1;
        }
        group.audited(entry.get());
        List<SimulatedSgm> there =
                group.read(() -> sgms.stream().filter(SimulatedSgm::answers).toList());
        group.change(() -> {
            session.tookEffect(there);
            there.forEach(sgm -> set(group, sgm, down));
        });
        out.pauseUntil(group.clock().now().plus(down ? DeviceTimes.SGM_DOWN : DeviceTimes.SGM_UP));
        report(group, out, sgms, there, down);
        return 0;
    }

    static void set(SimulatedGroup group, SimulatedSgm sgm, boolean down) {
        boolean comesBack = sgm.adminDown() && !down && sgm.phase() == SgmPhase.RUNNING;
        sgm.setAdminDown(down);
        if (comesBack) {
            sgm.enter(SgmPhase.JOINING, group.clock().now(), DeviceTimes.SGM_UP);
        }
    }

    private static void report(
            SimulatedGroup group, Console out, List<SimulatedSgm> sgms, List<SimulatedSgm> there, boolean down) {
        out.print("\n\n\nMembers outputs:\n");
        GroupView view = group.view();
        for (SimulatedSgm sgm : sgms) {
            out.print("\n" + SgmSelection.heading(List.of(sgm)) + "\n\n");
            if (!there.contains(sgm)) {
                out.println("Failed to connect to %s (Connection timed out).".formatted(sgm.id()));
                continue;
            }
            SgmState state = view.sgms().get(sgm.id());
            out.println("This command does not survive reboot. To make the change permanent, please run"
                    + " 'set cluster member admin down/up permanent' in clish or add '-p' at the end of the command"
                    + " in expert mode\n");
            out.println(
                    "Setting member to %s state ...\n".formatted(down ? "administratively down" : "normal operation"));
            if (down && state.up()) {
                out.println("All the members within the cluster have problem/s and the local member was chosen"
                        + " to become active\n");
            }
            out.println("Member current state is " + state.plain());
        }
        out.print("\n\n");
    }
}
