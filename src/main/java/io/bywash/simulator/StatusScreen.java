package io.bywash.simulator;

import io.bywash.group.ChassisId;
import io.bywash.group.GatewayMode;
import io.bywash.group.Release;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeSet;

/**
 * {@code asg stat -v} as R80.20SP and later lay it out (REFERENCE 3.2: labels D, layout I 75 %), and R76SP (a block for each
 * chassis, D), a few seconds behind the truth. The heading in VSX mode is the one of R76SP (D). Grades, weights and what
 * stands below the blocks of R76SP are made up.
 */
final class StatusScreen {
    private static final int WEIGHT = 6;
    private static final int OTHER_UNITS = 106;

    private final SimulatedGroup group;
    private final SimulatedSgm local;
    private final int vs;
    private final boolean sites;
    private final boolean blocks;

    StatusScreen(SimulatedGroup group, SimulatedSgm local, int vs) {
        this.group = group;
        this.local = local;
        this.vs = vs;
        this.sites = group.settings().release() == Release.R82;
        this.blocks = group.settings().release() == Release.R76SP;
    }

    /** {@code asg stat -v}. */
    String verbose() {
        return group.read(() -> {
            GroupView view = group.shown();
            Frame frame = new Frame();
            heading(frame, view);
            states(frame, view);
            units(frame, view);
            return frame.toString();
        });
    }

    /** Heading and states, without the units. */
    String states() {
        return group.read(() -> {
            GroupView view = group.shown();
            Frame frame = new Frame();
            heading(frame, view);
            states(frame, view);
            return frame.toString();
        });
    }

    /** The units alone. */
    String components() {
        return group.read(() -> {
            Frame frame = new Frame();
            frame.rule();
            units(frame, group.shown());
            return frame.toString();
        });
    }

    /** {@code asg stat vs all}: known by name only, so the layout is made up. */
    String perVirtualSystem() {
        return group.read(() -> {
            GroupView view = group.shown();
            Frame frame = new Frame();
            frame.rule().line("VSX System Status").rule().line("VS ID  VS Name              Chassis 1     Chassis 2");
            frame.rule();
            int count = group.settings().mode() == GatewayMode.VSX ? VirtualSystems.COUNT : 1;
            for (int id = 0; id < count; id++) {
                frame.line("%-6d %-20s %-13s %s"
                        .formatted(id, VirtualSystems.name(group, id), role(view, 1), role(view, 2)));
            }
            return frame.rule().toString();
        });
    }

    private void heading(Frame frame, GroupView view) {
        boolean vsx = group.settings().mode() == GatewayMode.VSX;
        frame.rule()
                .line((vsx ? "VSX System Status" : "System Status") + (blocks ? "" : " - 64000"))
                .rule();
        if (vsx) {
            frame.line("VS ID:  %-22dVS Name:  %s".formatted(vs, VirtualSystems.name(group, vs)))
                    .rule();
        }
        if (blocks) {
            return;
        }
        int up = view.up(ChassisId.CHASSIS1) + view.up(ChassisId.CHASSIS2);
        frame.line(fact("Up time", upTime() + " hours"));
        frame.line(fact(sites ? "Members" : "SGMs", up + " / " + view.sgms().size()));
        frame.line(fact("Version", group.settings().release() + " (Build Number " + Builds.of(group) + ")"));
        frame.line(fact("FW Policy Date", policyDate())).rule();
    }

    private void states(Frame frame, GroupView view) {
        if (blocks) {
            block(frame, view, ChassisId.CHASSIS1);
            block(frame, view, ChassisId.CHASSIS2);
            return;
        }
        frame.line("%-22s %-28s %s".formatted("SGM ID", "Chassis 1", "Chassis 2"));
        frame.line("%-22s %-28s %s".formatted("", role(view, 1), role(view, 2))).rule();
        TreeSet<Integer> slots = new TreeSet<>();
        view.sgms().keySet().forEach(sgm -> slots.add(sgm.slot()));
        for (int slot : slots) {
            String name = slot + (slot == local.id().slot() ? "  (local)" : "");
            frame.line("%-22s %-28s %s".formatted(name, state(view, 1, slot), state(view, 2, slot)));
        }
        frame.rule();
    }

    /** One chassis as R76SP shows it; the words of an SGM that is neither UP nor DOWN are those of later releases, I. */
    private void block(Frame frame, GroupView view, ChassisId chassis) {
        frame.line("%-29s %s".formatted("Chassis " + chassis.number(), role(view, chassis.number())))
                .rule();
        frame.line("%-14s %-14s %-25s %s".formatted("SGM ID", "State", "Process", "Policy Date"));
        view.sgms().forEach((sgm, state) -> {
            if (sgm.chassis() == chassis) {
                boolean up = state == SgmState.ACTIVE;
                boolean policy = up && group.sgm(sgm).orElseThrow().hasPolicy();
                frame.line("%-14s %-14s %-25s %s"
                        .formatted(
                                sgm.slot() + (sgm.equals(local.id()) ? "  (local)" : ""),
                                up ? "UP" : state == SgmState.ADMIN_DOWN ? "DOWN" : state.toString(),
                                up ? "Enforcing Security" : "Inactive",
                                policy ? Dates.POLICY.of(Builds.policyDate(group)) : "NA"));
            }
        });
        frame.rule();
    }

    private void units(Frame frame, GroupView view) {
        String unit = "%-22s %-16s %-16s %s";
        frame.line("Chassis Parameters").rule();
        frame.line(unit.formatted("Unit", "Chassis 1", "Chassis 2", "Unit Weight"));
        frame.line(unit.formatted(sites ? "Members" : "SGMs", count(view, 1), count(view, 2), WEIGHT));
        frame.line(unit.formatted("Ports", "8 / 8", "8 / 8", "11"));
        frame.line(unit.formatted("Fans", "6 / 6", "6 / 6", "5"));
        frame.line(unit.formatted("SSMs", "2 / 2", "2 / 2", "11"));
        frame.line(unit.formatted("CMMs", "2 / 2", "2 / 2", "6"));
        frame.line(unit.formatted("Power Supplies", "4 / 4", "4 / 4", "6"));
        frame.line(unit.formatted("Grade", grade(view, 1), grade(view, 2), "-")).rule();
        frame.line("Synchronization");
        frame.line("  Sync to Active " + (sites ? "site:       " : "chassis:    ") + " Enabled")
                .rule();
    }

    private String policyDate() {
        boolean everywhere = group.sgms().stream().filter(SimulatedSgm::answers).allMatch(SimulatedSgm::hasPolicy);
        return everywhere ? Dates.POLICY.of(Builds.policyDate(group)) : "NA";
    }

    private String upTime() {
        Instant first = group.sgms().stream()
                .map(SimulatedSgm::booted)
                .min(Instant::compareTo)
                .orElseThrow();
        Duration up = Duration.between(first, group.clock().now());
        return "%02d:%02d:%02d".formatted(up.toHours(), up.toMinutesPart(), up.toSecondsPart());
    }

    private String count(GroupView view, int chassis) {
        return view.up(ChassisId.of(chassis)) + " / " + size(view, chassis);
    }

    private String grade(GroupView view, int chassis) {
        return (OTHER_UNITS + WEIGHT * view.up(ChassisId.of(chassis))) + " / "
                + (OTHER_UNITS + WEIGHT * size(view, chassis));
    }

    private static long size(GroupView view, int chassis) {
        return view.sgms().keySet().stream()
                .filter(sgm -> sgm.chassis().number() == chassis)
                .count();
    }

    private static String role(GroupView view, int chassis) {
        return view.chassis().get(ChassisId.of(chassis));
    }

    static String state(GroupView view, int chassis, int slot) {
        return view.sgms().entrySet().stream()
                .filter(entry -> entry.getKey().chassis().number() == chassis
                        && entry.getKey().slot() == slot)
                .map(entry -> entry.getValue().toString())
                .findFirst()
                .orElse("-");
    }

    private static String fact(String label, String value) {
        return "%-29s | %s".formatted(label, value);
    }
}
