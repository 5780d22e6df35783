package io.bywash.simulator;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The package lists of CPUSE (REFERENCE 3.3; the list with {@code Status} as captured, D, names wrapped as there; the
 * others after its pattern).
 */
final class PackageScreens {
    private static final int NAME_ROOM = 46;
    private static final String STARS =
            "** ************************************************************************* **\n";
    private static final String NOT_CONNECTED =
            STARS + "**             Connection error. Packages list might be incomplete           **\n" + STARS;
    static final String HOTFIXES =
            STARS + "**                                  Hotfixes                                 **\n" + STARS;

    private PackageScreens() {}

    static void into(ClishGrammar grammar) {
        grammar.read(
                "show installer packages",
                call -> query(
                        call, sgm -> withStatus(sgm, entry -> entry.status() != PackageStatus.INSTALLED_AS_PART)));
        grammar.read("show installer packages all", call -> query(call, sgm -> withStatus(sgm, entry -> true)));
        grammar.read(
                "show installer packages imported",
                call -> query(call, sgm -> withType(sgm, entry -> !entry.installed())));
        grammar.read(
                "show installer packages installed",
                call -> query(call, sgm -> withType(sgm, entry -> entry.status() == PackageStatus.INSTALLED)));
        grammar.read("show installer package <package>", PackageScreens::details);
    }

    /** The package that a number or a name means on one SGM. */
    static Optional<PackageStore.Entry> find(SimulatedSgm sgm, String numberOrName) {
        return numberOrName.matches("\\d{1,4}")
                ? sgm.packages().number(Integer.parseInt(numberOrName))
                : sgm.packages().named(numberOrName);
    }

    /** What {@code show} says of a package that an SGM does not have (REFERENCE 14.3, I 90 %). */
    private static String unknown(String numberOrName) {
        return "NMSHNM0679  Package %s is invalid\n".formatted(numberOrName);
    }

    /** What an action says of it, once, for all (REFERENCE 3.3, D). */
    static String notOnLocalMember(ClishCall call, String numberOrName) {
        return "[%s] Package index doesn't exist on the local member ('%s')\n"
                .formatted(Dates.SHORT.of(call.group().clock().now()), numberOrName);
    }

    /** One line of a list, or two where the name is too long for its column. */
    static String row(String name, String column) {
        if (name.length() <= NAME_ROOM) {
            return "%-50s%-25s\n".formatted(name, column);
        }
        return "%-75s\n       %-47s%-25s\n".formatted(name.substring(0, NAME_ROOM), name.substring(NAME_ROOM), column);
    }

    private interface Screen {
        String of(SimulatedSgm sgm);
    }

    private static void query(ClishCall call, Screen screen) {
        if (call.shell().global()) {
            call.out().print("\nQuerying cluster members...\n\n");
        }
        call.answerForEach(screen::of);
    }

    private static String withStatus(SimulatedSgm sgm, Predicate<PackageStore.Entry> wanted) {
        List<PackageStore.Entry> entries = entries(sgm, wanted);
        return NOT_CONNECTED + list("Status", entries, entry -> entry.status().toString());
    }

    private static String withType(SimulatedSgm sgm, Predicate<PackageStore.Entry> wanted) {
        List<PackageStore.Entry> entries = entries(sgm, wanted);
        return entries.isEmpty()
                ? "Show packages: no packages to display\n"
                : HOTFIXES + list("Type", entries, entry -> "Hotfix");
    }

    private static List<PackageStore.Entry> entries(SimulatedSgm sgm, Predicate<PackageStore.Entry> wanted) {
        return sgm.packages().numbered().stream().filter(wanted).toList();
    }

    private interface Column {
        String of(PackageStore.Entry entry);
    }

    private static String list(String column, List<PackageStore.Entry> entries, Column values) {
        StringBuilder text = new StringBuilder(row("Display name", column));
        entries.forEach(entry -> text.append(row(entry.stored().fileName(), values.of(entry))));
        return text.toString();
    }

    /** Each SGM answers for itself: a number is a place in its own list. */
    private static void details(ClishCall call) {
        String wanted = call.argument("<package>");
        call.answerForEach(sgm -> find(sgm, wanted)
                .map(entry -> details(call.group(), sgm, entry))
                .orElse(unknown(wanted)));
    }

    private static String details(SimulatedGroup group, SimulatedSgm sgm, PackageStore.Entry entry) {
        String progress = sgm.task()
                .filter(task -> task.hotfix().fileName().equals(entry.stored().fileName()))
                .map(task -> task.statusAt(group.clock().now()).replaceAll(" +", " "))
                .orElse(entry.status().toString());
        return """
                Display name:      %s
                File name:         %s
                Status:            %s
                Requires reboot:   Yes
                Contains:          %s
                                   Take: %d
                Installed on:      %s
                Installation log:  /opt/CPInstLog/install_%s.log
                """.formatted(
                        entry.stored().fileName(),
                        entry.stored().fileName(),
                        progress,
                        entry.stored().registryName(),
                        entry.stored().take(),
                        entry.installed() ? Dates.LOGIN.of(sgm.booted()) : "",
                        entry.stored().registryName());
    }
}
