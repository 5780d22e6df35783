package io.bywash.simulator;

import java.util.HashMap;
import java.util.Map;

/** Every command that Expert mode knows; one family per class. */
final class ExpertCommands {
    private static final Map<String, ExpertCommand> BY_NAME = all();

    private ExpertCommands() {}

    /** The command of this name, given alone or with the directory the vendor installs it in; null for none. */
    static ExpertCommand find(String name) {
        return BY_NAME.get(name.replaceFirst("^(/usr)?/s?bin/", ""));
    }

    private static Map<String, ExpertCommand> all() {
        Map<String, ExpertCommand> commands = new HashMap<>();
        commands.put("asg", new AsgCommand());
        commands.put("g_clusterXL_admin", new ClusterAdminCommand());
        commands.put("cphaprob", new CphaprobCommand());
        commands.put("gexec", new EverywhereCommand(EverywhereCommand.Form.PREFIXED));
        commands.put("g_all", new EverywhereCommand(EverywhereCommand.Form.BLOCKS));
        ShellMoves.into(commands);
        HostCommands.into(commands);
        FileCommands.into(commands);
        SymbolicLinks.into(commands);
        TextCommands.into(commands);
        ProductCommands.into(commands);
        NetworkCommands.into(commands);
        commands.put("scp", ScpEnd::run);
        commands.put("asg_hf_installer", new HotfixInstallerCommand());
        return Map.copyOf(commands);
    }
}
