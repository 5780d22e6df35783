package io.bywash.simulator;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the product says about its version and its hotfixes on one SGM (REFERENCE 3.6, strings D). */
final class ProductCommands {
    private static final List<String> WITH_JUMBO = List.of("SMO", "FW1", "CPUpdates");
    private static final List<String> WITHOUT = List.of("IDA", "CPFC", "SecurePlatform");

    private ProductCommands() {}

    static void into(Map<String, ExpertCommand> commands) {
        commands.put("fw", ProductCommands::fw);
        commands.put("cpinfo", ProductCommands::cpinfo);
        commands.put("da_cli", ProductCommands::daCli);
        commands.put("core_dump_verifier", ProductCommands::coreDumps);
    }

    private static int fw(ExpertCall call) {
        if (call.argument(0).equals("tab")) {
            return NetworkCommands.table(call);
        }
        if (call.arguments().subList(0, Math.min(2, call.arguments().size())).equals(List.of("ctl", "setsync"))) {
            return SyncScreen.set(call);
        }
        if (!call.argument(0).equals("ver")) {
            return call.fail("Usage: fw {ver|tab|ctl}");
        }
        call.out()
                .println("This is Check Point's software version %s - Build %03d"
                        .formatted(Builds.version(call.group()), Builds.of(call.group())));
        return 0;
    }

    private static int cpinfo(ExpertCall call) {
        if (!call.has("-y")) {
            return call.fail("Usage: cpinfo -y all");
        }
        call.out().print(call.group().read(() -> hotfixes(call.sgm())));
        return 0;
    }

    private static String hotfixes(SimulatedSgm sgm) {
        StringBuilder text = new StringBuilder("\nThis is Check Point CPinfo Build 914000256 for GAIA\n");
        for (String section : WITH_JUMBO) {
            text.append('[').append(section).append("]\n");
            text.append(sgm.packages()
                    .runningJumbo()
                    .map(jumbo -> take(section.equals("CPUpdates") ? "BUNDLE_" : "HOTFIX_", jumbo))
                    .orElse(section.equals("FW1") && !privates(sgm).isEmpty() ? "" : "        No hotfixes..\n"));
            text.append(section.equals("FW1") ? privates(sgm) : "");
        }
        WITHOUT.forEach(section -> text.append("[%s]\n        No hotfixes..\n".formatted(section)));
        return text.append('\n').toString();
    }

    /** The private hotfixes that are installed, which stand beside the Jumbo with takes of their own (REFERENCE 14.2, D). */
    private static String privates(SimulatedSgm sgm) {
        return sgm.packages().stored().stream()
                .filter(entry -> entry.status() == PackageStatus.INSTALLED
                        && entry.stored().isPrivate())
                .map(entry -> take("HOTFIX_", entry.stored()))
                .collect(Collectors.joining());
    }

    private static String take(String prefix, HotfixPackage hotfix) {
        return "        %-31s Take:  %d\n".formatted(prefix + hotfix.registryName(), hotfix.ownTake());
    }

    /** JSON by SGM; the field names beyond those the reference names are I. */
    private static int daCli(ExpertCall call) {
        if (!call.group().settings().release().hasCpuse()) {
            call.out().complain("-bash: da_cli: command not found\n");
            return 127;
        }
        String status = call.argument(1).replaceFirst("^status=", "");
        if (!call.argument(0).equals("packages_info")
                || !status.matches("available_for_install|installed|imported|all")) {
            return call.fail("{\"error\": \"usage: da_cli packages_info status=<status>\"}");
        }
        call.out()
                .println(call.group()
                        .read(() -> call.sgm().packages().numbered().stream()
                                .filter(entry ->
                                        status.equals("all") || status.equals("installed") == entry.installed())
                                .map(entry -> "    {\"filename\": \"%s\", \"status\": \"%s\"}"
                                        .formatted(entry.stored().fileName(), entry.status()))
                                .collect(Collectors.joining(",\n", "{\"packages\": [\n", "\n]}"))));
        return 0;
    }

    private static int coreDumps(ExpertCall call) {
        call.out().println("Core dumps found on %s:".formatted(call.sgm().id()));
        call.out().println("/var/log/dump/usermode/fwk0_dev_0.9127.core.gz");
        return 1;
    }
}
