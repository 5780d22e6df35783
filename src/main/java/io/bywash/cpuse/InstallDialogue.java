package io.bywash.cpuse;

import io.bywash.gaia.Audit;
import io.bywash.gaia.NamedSgms;
import io.bywash.gaia.Question;
import io.bywash.group.ChassisId;
import io.bywash.group.SgmId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The five questions of {@code installer install}, in the order the device asks them (REFERENCE 3.4 and 14.5, D). */
final class InstallDialogue {
    private static final String SURE = "Are you sure\\? \\(Y - yes, any other key - no\\)";
    private static final String MEMBERS = "(?<members>[^()\n]+)";

    private InstallDialogue() {}

    /** The questions for exactly this package and exactly these members, however they are named; any other is not recognised. */
    static List<Question> of(Collection<String> names, InstallScope scope, Audit audit) {
        String action = "Package Installation \\((?-i:%s)\\)"
                .formatted(names.stream().map(Pattern::quote).collect(Collectors.joining("|")));
        return List.of(
                question(
                        "automatic reboot",
                        "The machines\\(" + MEMBERS + "\\) will automatically reboot after install\\.\n"
                                + "Do you want to continue\\? \\(\\[y\\]es / \\[n\\]o\\)",
                        scope,
                        "y"),
                question(
                        "image auto-clone",
                        "Attention! In case image auto-clone is enabled, this operation may be overridden by auto-cloning"
                                + " from SMO during next boot\\.\nTo disable image auto-clone run: .+\n" + SURE,
                        scope,
                        "y"),
                question(
                        "package and members",
                        "You are about to perform\\s" + action + " on blades: " + MEMBERS + "\n" + SURE,
                        scope,
                        "y"),
                question("full name", action + " requires auditing\nEnter your full name:", scope, audit.name()),
                question("reason", "Enter reason for\\s" + action + " \\[Maintenance\\]:", scope, audit.reason()));
    }

    private static Question question(String name, String form, InstallScope scope, String answer) {
        return Question.about(name, form, members -> areThose(members, scope), answer);
    }

    private static boolean areThose(String members, InstallScope scope) {
        return NamedSgms.in(members, chassis -> ofChassis(chassis, scope))
                .filter(scope.sgms()::equals)
                .isPresent();
    }

    private static Set<SgmId> ofChassis(ChassisId chassis, InstallScope scope) {
        return chassis == scope.chassis() ? scope.sgms() : NamedSgms.anyOf(chassis);
    }
}
