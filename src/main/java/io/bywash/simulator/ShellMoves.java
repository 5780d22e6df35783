package io.bywash.simulator;

import io.bywash.group.GatewayMode;
import io.bywash.group.SgmId;
import java.util.Map;

/** The commands of Expert mode that lead to another shell, another SGM or another virtual system (REFERENCE 2). */
final class ShellMoves {
    private ShellMoves() {}

    static void into(Map<String, ExpertCommand> commands) {
        commands.put("gclish", call -> clish(call, true));
        commands.put("clish", call -> clish(call, false));
        commands.put("member", ShellMoves::member);
        commands.put("m", ShellMoves::member);
        commands.put("exit", ShellMoves::exit);
        commands.put("logout", ShellMoves::exit);
        commands.put("vsenv", ShellMoves::vsenv);
    }

    private static int clish(ExpertCall call, boolean global) {
        ClishShell clish =
                new ClishShell(call.session(), call.sgm(), global, call.shell().vs());
        if (call.has("-c")) {
            return clish.once(call.after("-c").orElse(""), call.has("-s"), call.out());
        }
        if (!call.interactive()) {
            return 1;
        }
        clish.interact();
        return 0;
    }

    /** An ssh wrapper (D); that it leads from Expert mode to Expert mode, whatever the login shell, is I. */
    private static int member(ExpertCall call) {
        SimulatedSgm target;
        try {
            target = call.group().sgm(SgmId.parse(call.argument(0))).orElse(null);
        } catch (IllegalArgumentException notAnId) {
            target = null;
        }
        if (target == null) {
            return call.fail("Usage: member <member ID>, for example: member 1_1");
        }
        SimulatedSgm to = target;
        call.session().tty().notice("Moving to member " + to.id().typed(), false);
        if (!call.group().read(to::answers)) {
            call.out().pauseUntil(call.group().clock().now().plus(DeviceTimes.CONNECT_TIMEOUT));
            call.out().complain("ssh: connect to host %s port 22: Connection timed out\n".formatted(to.address()));
            return 255;
        }
        call.session().hop(call.sgm(), to, () -> new ExpertShell(call.session(), to).interact());
        return 0;
    }

    private static int exit(ExpertCall call) {
        call.shell().leave();
        return call.argument(0).matches("\\d+") ? Integer.parseInt(call.argument(0)) : 0;
    }

    private static int vsenv(ExpertCall call) {
        if (call.group().settings().mode() != GatewayMode.VSX) {
            return call.fail("vsenv: this machine is not a VSX gateway");
        }
        int vs = VirtualSystems.parse(call.arguments().isEmpty() ? "0" : call.argument(0));
        if (vs < 0) {
            return call.fail("Virtual device does not exist: " + call.argument(0));
        }
        call.shell().enterVs(vs);
        call.out()
                .println("Context is set to Virtual Device %s (ID %d)."
                        .formatted(VirtualSystems.name(call.group(), vs), vs));
        return 0;
    }
}
