package io.bywash.simulator;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The list with numbers, which Clish prints on Tab only (REFERENCE 3.3, D for plain Gaia; layout I). For
 * {@code uninstall} it holds what is installed, otherwise what can be.
 */
final class NumberedList {
    private static final Pattern ASKED = Pattern.compile("\\s*installer\\s+(verify|install|uninstall|delete)\\s+");

    private NumberedList() {}

    static String onTab(String typed, ClishShell shell) {
        Matcher asked = ASKED.matcher(typed);
        if (!asked.matches()) {
            return "";
        }
        boolean installed = asked.group(1).equals("uninstall");
        return shell.session().group().read(() -> list(shell.sgm(), installed));
    }

    private static String list(SimulatedSgm sgm, boolean installed) {
        List<PackageStore.Entry> all = sgm.packages().numbered();
        StringBuilder rows = new StringBuilder();
        for (int number = 1; number <= all.size(); number++) {
            PackageStore.Entry entry = all.get(number - 1);
            if (entry.installed() == installed) {
                rows.append("%-4d%-60s %s\n".formatted(number, entry.stored().fileName(), "Hotfix"));
            }
        }
        return rows.isEmpty()
                ? "Show packages: no packages to display\n"
                : PackageScreens.HOTFIXES + "%-4s%-60s %s\n".formatted("Num", "Display name", "Type") + rows;
    }
}
