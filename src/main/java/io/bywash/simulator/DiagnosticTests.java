package io.bywash.simulator;

import java.util.List;
import java.util.function.Predicate;

/**
 * {@code asg diag}: the health tests named in REFERENCE 3.2 (numbers 1, 3 and 12 D for R80.30SP; layout and the other
 * numbers I). System Health, Software Provision and Image Cloning look at the group, the rest always passes, and Core
 * Dumps always fails, as the warning at login says.
 */
final class DiagnosticTests {
    private record Test(int number, String title, String command, Predicate<SimulatedGroup> passes) {}

    private static final List<Test> TESTS = List.of(
            new Test(1, "System Health", "asg stat -v", DiagnosticTests::allUp),
            new Test(2, "Hardware", "asg hw_monitor", group -> true),
            new Test(3, "Software Provision", "asg_provision", DiagnosticTests::sameSoftware),
            new Test(7, "Core Dumps", "core_dump_verifier -v", group -> false),
            new Test(12, "Installation", "installation_verify", group -> true));

    private DiagnosticTests() {}

    static int run(ExpertCall call) {
        SimulatedGroup group = call.group();
        boolean verify = call.argument(1).equals("verify");
        if (!verify && !call.argument(1).equals("list")) {
            return call.fail("Usage: asg diag {list|verify}");
        }
        Frame frame = new Frame().rule().line(verify ? "Tests Status" : "Tests").rule();
        frame.line("%-4s %-24s %-14s %s".formatted("ID", "Title", verify ? "Result" : "", "Command"))
                .rule();
        int failed = 0;
        for (Test test : TESTS) {
            boolean passed = group.read(() -> test.passes().test(group));
            failed += passed ? 0 : 1;
            String result = !verify ? "" : passed ? "Passed" : "Failed (!)";
            frame.line("%-4d %-24s %-14s %s".formatted(test.number(), test.title(), result, test.command()));
        }
        frame.rule();
        if (verify) {
            frame.line("Tests Summary").rule();
            frame.line("Passed: %d/%d tests".formatted(TESTS.size() - failed, TESTS.size()))
                    .rule();
        }
        call.out().print(frame.toString());
        return 0;
    }

    private static boolean allUp(SimulatedGroup group) {
        return group.shown().sgms().values().stream().allMatch(SgmState::up);
    }

    private static boolean sameSoftware(SimulatedGroup group) {
        return group.sgms().stream()
                        .map(sgm -> sgm.packages().runningJumbo())
                        .distinct()
                        .count()
                == 1;
    }
}
