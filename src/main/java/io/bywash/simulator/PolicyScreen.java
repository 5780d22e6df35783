package io.bywash.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code asg policy verify}: the signature of the policy on every SGM (REFERENCE 14.8; the table and the errors D, what is
 * said when all is well, and that an SGM which does not answer has no row, I).
 */
final class PolicyScreen {
    private static final String FRAME = "+-------+-------------------+---------------+-----------------+--------+\n";
    private static final String WIDE =
            "+------------------------------------------------------------------------------+\n";
    private static final String NONE = "NA";

    private PolicyScreen() {}

    static int run(ExpertCall call) {
        List<String> options = call.arguments().stream().skip(1).toList();
        if (options.isEmpty()
                || !options.get(0).equals("verify")
                || !Set.of("verify", "-a", "-v", "-vs", "all").containsAll(options)) {
            return call.fail("Usage: asg policy verify [-vs <ids>] [-a] [-v]");
        }
        SimulatedGroup group = call.group();
        Instant due = group.clock()
                .now()
                .plus(DeviceTimes.POLICY_VERIFY)
                .plus(group.seams().takeOver().longer());
        call.out().pauseUntil(due);
        call.out().print(group.read(() -> screen(group)));
        return 0;
    }

    /** What the policy of an SGM is signed with; another policy has another signature under the same name and date. */
    static String signature(SimulatedGroup group, SimulatedSgm sgm) {
        if (!sgm.hasPolicy()) {
            return NONE;
        }
        long installed = Builds.policyDate(group).getEpochSecond();
        return "%09x"
                .formatted((installed * 2_654_435_761L
                                + (sgm.hasOtherPolicy() ? 1 + sgm.id().slot() : 0))
                        & 0xfffffffffL);
    }

    private static String screen(SimulatedGroup group) {
        List<SimulatedSgm> shown = group.sgms().stream()
                .filter(sgm -> sgm.answers() && group.seams().takeOver().inTheTable(sgm))
                .toList();
        Set<String> signatures = new LinkedHashSet<>();
        shown.forEach(sgm -> signatures.add(signature(group, sgm)));
        boolean alike = signatures.size() == 1 && !signatures.contains(NONE);
        StringBuilder text =
                new StringBuilder("+----------------------------------------------------------------------+\n");
        text.append("|%-70s|\n".formatted("Policy Verification")).append(FRAME);
        text.append(row("SGM", "Policy Name", "Policy Date", "Policy Signature", "Status"))
                .append(FRAME);
        for (SimulatedSgm sgm : shown) {
            text.append(row(
                    sgm.id().toString(),
                    sgm.hasPolicy() ? "Standard" : NONE,
                    sgm.hasPolicy() ? Dates.POLICY.of(Builds.policyDate(group)) : NONE,
                    signature(group, sgm),
                    alike ? "Success" : "Failed"));
        }
        text.append(FRAME).append(WIDE).append(wide("Summary")).append(WIDE);
        summary(shown, alike).forEach(line -> text.append(wide(line)));
        return text.append(wide("")).append(WIDE).toString();
    }

    private static List<String> summary(List<SimulatedSgm> shown, boolean alike) {
        if (alike) {
            return List.of("Policy Verification completed successfully");
        }
        List<String> lines = new ArrayList<>(List.of("Policy Verification completed with the following errors:"));
        for (SimulatedSgm sgm : shown) {
            lines.add("%d. [%s:0]: %s"
                    .formatted(
                            lines.size(),
                            sgm.id(),
                            sgm.hasPolicy()
                                    ? "Policy signature doesn't match on all SGMs"
                                    : "Policy is not installed"));
        }
        return lines;
    }

    private static String row(String sgm, String name, String date, String signature, String status) {
        return "|%-7s|%-19s|%-15s|%-17s|%-8s|\n".formatted(sgm, name, date, signature, status);
    }

    private static String wide(String text) {
        return "|%-78s|\n".formatted(text);
    }
}
