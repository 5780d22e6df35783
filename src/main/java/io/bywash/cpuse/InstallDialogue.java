package io.bywash.cpuse;

import io.bywash.gaia.Audit;
import io.bywash.gaia.Question;
import io.bywash.group.SgmId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The five questions of {@code installer install}, in the order the device asks them (REFERENCE 3.4, D). */
final class InstallDialogue {
    private static final String SURE = "Are you sure\\? \\(Y - yes, any other key - no\\)";

    private InstallDialogue() {}

    /** The questions for exactly this package and exactly these members; any other is not recognised. */
    static List<Question> of(Collection<String> names, InstallScope scope, Audit audit) {
        String members = members(scope);
        String action = "Package Installation \\((?:%s)\\)"
                .formatted(names.stream().map(Pattern::quote).collect(Collectors.joining("|")));
        return List.of(
                question(
                        "automatic reboot",
                        "The machines\\(" + members + "\\) will automatically reboot after install\\.\n"
                                + "Do you want to continue\\? \\(\\[y\\]es / \\[n\\]o\\)",
                        "y"),
                question(
                        "image auto-clone",
                        "Attention! In case image auto-clone is enabled, this operation may be overridden by auto-cloning"
                                + " from SMO during next boot\\.\nTo disable image auto-clone run: .+\n" + SURE,
                        "y"),
                question(
                        "package and members",
                        "You are about to perform\\s" + action + " on blades: " + members + "\n" + SURE,
                        "y"),
                question("full name", action + " requires auditing\nEnter your full name:", audit.name()),
                question("reason", "Enter reason for\\s" + action + " \\[Maintenance\\]:", audit.reason()));
    }

    private static Question question(String name, String whole, String answer) {
        return new Question(
                name, Pattern.compile(whole), Question.saying(name, "", answer).answer());
    }

    /** The members as the device may name them: each of them, or the range, with or without blanks. */
    private static String members(InstallScope scope) {
        List<String> forms = new ArrayList<>();
        forms.add(scope.sgms().stream().map(SgmId::toString).collect(Collectors.joining(",\\s?")));
        forms.add(scope.sgms().stream().map(SgmId::toString).collect(Collectors.joining("\\s")));
        forms.add(Pattern.quote(scope.memberIds()));
        boolean oneRange = scope.sgms().size() > 1 && !scope.memberIds().contains(",");
        if (oneRange) {
            forms.add(scope.sgms().first() + "\\s?-\\s?" + scope.sgms().last());
        }
        return "(?:" + String.join("|", forms) + ")";
    }
}
