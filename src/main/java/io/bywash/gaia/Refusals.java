package io.bywash.gaia;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words by which a device says that it did not run a command (REFERENCE 2, "Configuration lock").
 *
 * <p>Where several members answer, a refusal is of the member below whose heading it stands; it is the command's when no member
 * answers otherwise (REFERENCE 14.3).
 */
public final class Refusals {
    /**
     * CLINFR0771 is left out: it is a notice, and the command still ran. So is a member's word that it does not have a package,
     * which is an answer (REFERENCE 14.3).
     */
    private static final Pattern REFUSAL = Pattern.compile(
            "CLINFR(?!0771)\\d{4}.*|NMSHST.*|NMSHNM(?!0679\\s+Package \\S+ is invalid)\\d+.*|Bad parameter starting at.*|-?(?:ba)?sh: .*(?:command not found|Permission denied|No such file or directory|syntax error.*)");

    private static final Pattern LOCKED = Pattern.compile("CLINFR0519.*");
    private static final Pattern PASSING = Pattern.compile("CLINFR0819.*");
    private static final Pattern LOCK_OWNER = Pattern.compile("CLINFR0771 .*owned by (\\S+)\\.(?: .*)?");
    private static final Pattern HEADING =
            Pattern.compile("([12]_\\d{1,2})\\s*:|-\\*-\\s+\\d{1,2} blades?:\\s*([12_\\d\\s]*\\d)\\s*(?:-\\*-)?");
    private static final Pattern PREFIXED = Pattern.compile("\\[([12]_\\d{1,2})]\\s*(.*)");

    private Refusals() {}

    /** The line that refuses, if there is one. */
    static Optional<String> in(Reply reply) {
        return in(reply.text());
    }

    /** The line of a screen by which the device says that it did not run the command, if there is one. */
    public static Optional<String> in(String screen) {
        Answers answers = Answers.in(screen);
        Optional<String> ofAll = refusal(answers.ofNoMember);
        boolean allRefuse = !answers.ofMembers.isEmpty()
                && answers.ofMembers.values().stream()
                        .allMatch(lines -> refusal(lines).isPresent());
        return ofAll.isPresent() || !allRefuse
                ? ofAll
                : refusal(answers.ofMembers.values().iterator().next());
    }

    /** The first member that refuses, where others answer. */
    static Optional<MemberRefused> ofOneMember(String screen) {
        return Answers.in(screen).ofMembers.entrySet().stream()
                .flatMap(answer ->
                        refusal(answer.getValue()).stream().map(line -> new MemberRefused(answer.getKey(), line)))
                .findFirst();
    }

    /** The line by which one member refuses, if it does. */
    public static Optional<String> refusal(List<String> lines) {
        return lines.stream()
                .map(String::strip)
                .filter(said -> REFUSAL.matcher(said).matches())
                .findFirst();
    }

    /** Whose lines are whose. */
    private record Answers(List<String> ofNoMember, Map<String, List<String>> ofMembers) {
        static Answers in(String screen) {
            Answers answers = new Answers(new ArrayList<>(), new LinkedHashMap<>());
            String heading = "";
            for (String line : screen.lines().map(String::strip).toList()) {
                Matcher headed = HEADING.matcher(line);
                Matcher prefixed = PREFIXED.matcher(line);
                if (headed.matches()) {
                    heading = headed.group(1) == null ? headed.group(2) : headed.group(1);
                    answers.of(heading);
                } else if (prefixed.matches()) {
                    answers.of(prefixed.group(1)).add(prefixed.group(2));
                } else {
                    answers.of(heading).add(line);
                }
            }
            return answers;
        }

        private List<String> of(String heading) {
            return heading.isEmpty() ? ofNoMember : ofMembers.computeIfAbsent(heading, first -> new ArrayList<>());
        }
    }

    /** Whether the refusal means that somebody else owns the configuration lock. */
    static boolean isLock(String refusal) {
        return LOCKED.matcher(refusal).matches();
    }

    /** Whether somebody's lock kept the device, or a member of it, from running the command. */
    static Optional<String> lockIn(String screen) {
        return screen.lines().map(String::strip).filter(Refusals::isLock).findFirst();
    }

    /** Whether a read may be answered a little later: right after the agent was at work no user is let in (REFERENCE 2, I 70 %). */
    static boolean passesIn(String screen) {
        return screen.lines()
                .map(String::strip)
                .map(line -> PREFIXED.matcher(line).replaceFirst("$2"))
                .anyMatch(line -> PASSING.matcher(line).matches());
    }

    /** What a refusal may come from, and what to do, in sentences. */
    static String explained(String refusal) {
        if (PASSING.matcher(refusal).matches()) {
            return """
                    That is said for some time after the CPUSE Agent was at work, and for longer than a read is tried again; or this \
                    user has no right to it there. Look at the agent ('show installer status build') and at the role of the \
                    user ('show user', 'show rba'), and run the stage again.""";
        }
        return """
                Compare the command with the release of the device; a wording can be replaced under 'dialect' in the target \
                file.""";
    }

    /** Who owns the configuration lock, if the screen says so. */
    static Optional<String> lockOwner(String screen) {
        return screen.lines()
                .map(LOCK_OWNER::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .reduce((first, last) -> last);
    }
}
