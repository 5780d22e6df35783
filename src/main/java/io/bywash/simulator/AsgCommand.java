package io.bywash.simulator;

import io.bywash.group.ChassisId;
import java.time.Duration;
import java.time.Instant;

/** {@code asg}: the state of the group and of its chassis (REFERENCE 3.2). */
final class AsgCommand implements ExpertCommand {

    @Override
    public int run(ExpertCall call) {
        return switch (call.argument(0)) {
            case "stat" -> stat(call);
            case "monitor" -> monitor(call);
            case "chassis_admin" -> chassisAdmin(call);
            case "diag" -> DiagnosticTests.run(call);
            case "policy" -> PolicyScreen.run(call);
            case "log" -> log(call);
            default -> call.fail("Usage: asg {stat|monitor|chassis_admin|diag|policy|log} ...");
        };
    }

    private static int stat(ExpertCall call) {
        StatusScreen screen =
                new StatusScreen(call.group(), call.sgm(), call.shell().vs());
        if (call.argument(1).equals("vs")) {
            call.out().print(screen.perVirtualSystem());
        } else if (call.has("-i")) {
            String topic = call.after("-i").orElse("");
            String text = new StatusTopics(call.group(), call.sgm()).about(topic);
            if (text.isEmpty()) {
                return call.fail("asg stat: unknown topic: " + topic);
            }
            call.out().print(text);
        } else {
            call.out().print(call.has("-v") ? screen.verbose() : screen.states());
        }
        return 0;
    }

    /** Redraws until Ctrl-C (D:vendor); how it clears the screen is I. */
    private static int monitor(ExpertCall call) {
        if (!call.interactive()) {
            return call.fail("asg monitor: not a terminal");
        }
        DeviceClock clock = call.group().clock();
        Duration interval = Duration.ofSeconds(1);
        Duration shortest = clock.during(Duration.ofMillis(200));
        Duration pause = shortest.compareTo(interval) > 0 ? shortest : interval;
        StatusScreen screen =
                new StatusScreen(call.group(), call.sgm(), call.shell().vs());
        while (true) {
            boolean components = call.has("-v");
            String text = call.has("-all") ? screen.verbose() : components ? screen.components() : screen.states();
            call.out().print("\033[2J\033[1;1H" + Dates.LONG.of(clock.told()) + "\n" + text);
            call.out().pauseUntil(clock.now().plus(pause));
        }
    }

    /**
     * The dialogue is D:vendor (R76SP.10). Unknown and chosen here: the dialogue appears again for a chassis that is
     * already in the wanted state, a cancelled dialogue says nothing, and the last chassis to carry keeps one SGM in
     * {@code ACTIVE(!)} and says so instead of DOWN.
     */
    private static int chassisAdmin(ExpertCall call) {
        String number = call.after("-c").orElse("");
        String wanted = call.arguments().get(call.arguments().size() - 1);
        if (!number.matches("[12]") || !wanted.matches("up|down")) {
            return call.fail("Usage: asg chassis_admin -c <chassis_id> {down|up}");
        }
        ChassisId chassis = ChassisId.of(Integer.parseInt(number));
        boolean down = wanted.equals("down");
        call.session().asks(down ? Act.Kind.CHASSIS_DOWN : Act.Kind.CHASSIS_UP);
        var entry = AuditDialogue.chassis(chassis.number(), down).hold(call.out(), call.sgm(), call.session());
        if (entry.isEmpty()) {
            return 1;
        }
        SimulatedGroup group = call.group();
        group.audited(entry.get());
        String upper = down ? "DOWN" : "UP";
        if (group.isSetDown(chassis) == down) {
            call.out().println("Chassis %s is already %s".formatted(number, upper));
        } else {
            call.out().println("Chassis %s is going %s...".formatted(number, upper));
            Instant due = group.order(chassis, down);
            call.session().tookEffect(group.sgmsOf(chassis));
            call.out().pauseUntil(due);
        }
        call.out()
                .println("Chassis %s state is %s"
                        .formatted(number, hasToCarry(group, chassis) ? SgmState.ATTENTION : upper));
        return 0;
    }

    /** Whether it carries with a problem, as the last one that can. */
    private static boolean hasToCarry(SimulatedGroup group, ChassisId chassis) {
        GroupView view = group.view();
        return view.chassis().get(chassis).equals(SgmState.ATTENTION.toString())
                || group.sgmsOf(chassis).stream().anyMatch(sgm -> view.sgms().get(sgm.id()) == SgmState.ATTENTION);
    }

    private static int log(ExpertCall call) {
        if (!call.argument(1).equals("audit")) {
            return call.fail("Usage: asg log audit");
        }
        call.group().audit().forEach(call.out()::println);
        return 0;
    }
}
