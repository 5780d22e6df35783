package io.bywash.cluster;

import io.bywash.evidence.Deciding;
import io.bywash.evidence.Finding;
import io.bywash.evidence.Misbehaviour;
import io.bywash.evidence.NotProven;
import io.bywash.evidence.Remedy;
import io.bywash.gaia.Audit;
import io.bywash.gaia.Command;
import io.bywash.gaia.Dialect;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.NamedSgms;
import io.bywash.gaia.Permit;
import io.bywash.gaia.Phrase;
import io.bywash.gaia.Question;
import io.bywash.gaia.Reply;
import io.bywash.gaia.Shell;
import io.bywash.group.ChassisId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sets a whole chassis down or up, through the vendor's audit dialogue (REFERENCE 3.4). */
public final class ChassisAdmin {
    private static final String ACTION = "(?:(?:chassis|sgm)_admin|blade state change to) ";
    private static final Pattern RESULT =
            Pattern.compile("(?:Chassis ([12])|Member current) state is (.*?)\\.?", Pattern.CASE_INSENSITIVE);
    private static final Pattern DOWN = Pattern.compile("DOWN(?: ?\\(ADMIN\\))?");
    /** "Active Attention": it has a problem, and is the last one that can carry (REFERENCE 4, D). */
    private static final Pattern LAST_IN_SERVICE = Pattern.compile("ACTIVE ?\\(!\\)|ACTIVE ATTENTION");

    private static final Pattern UNREACHED = Pattern.compile("Failed to connect to .*");
    private static final Pattern NOTICE = Pattern.compile("This action will change members state");

    /** For a question that names no SGM. */
    private static final Predicate<String> NOBODY = members -> false;

    private final Dialect dialect;
    private final Audit audit;
    private final Duration limit;

    /**
     * @param limit how long the device may be silent while it works
     */
    public ChassisAdmin(Dialect dialect, Audit audit, Duration limit) {
        this.dialect = dialect;
        this.audit = audit;
        this.limit = limit;
    }

    /** The line that sets a chassis down. */
    public String downLine(ChassisId chassis) {
        return dialect.say(Phrase.CHASSIS_DOWN, "chassis", chassis.number());
    }

    /** The line that sets a chassis up. */
    public String upLine(ChassisId chassis) {
        return dialect.say(Phrase.CHASSIS_UP, "chassis", chassis.number());
    }

    /**
     * Sets the chassis of the permit down.
     *
     * @return the state that the device names at the end
     * @throws Misbehaviour when it names another state than DOWN, such as {@code ACTIVE(!)}
     * @throws io.bywash.gaia.Unanswered when the line dies meanwhile, as it does when the SMO moves away
     */
    public String down(GaiaSession session, Permit permit) {
        Reply reply = session.run(command(permit, "down"));
        String state = stateIn(reply);
        if (!DOWN.matcher(state).matches()) {
            boolean last = LAST_IN_SERVICE.matcher(state).matches();
            throw new Misbehaviour(
                    "'%s' ended in state %s instead of DOWN%s. It said: \"%s\"."
                            .formatted(
                                    reply.command(),
                                    state,
                                    last
                                            ? ": the device keeps as the last one in service what has a problem itself"
                                            : "",
                                    String.join(" / ", reply.lines())),
                    Finding.of(
                                    Remedy.ON_THE_GROUP,
                                    last
                                            ? "Find out what is wrong with %s first."
                                                    .formatted(chassisOf(permit).other())
                                            : "Find out why on the SGMs of %s.".formatted(chassisOf(permit)))
                            .with(Finding.OfTheAct.DENIED)
                            .with(List.of(Deciding.answer(reply.command().line(), results(reply)))));
        }
        return state;
    }

    /**
     * Sets the chassis of the permit up.
     *
     * @return the state that the device names at the end
     */
    public String up(GaiaSession session, Permit permit) {
        return stateIn(session.run(command(permit, "up")));
    }

    private static ChassisId chassisOf(Permit permit) {
        return permit.chassis().orElseThrow();
    }

    private Command command(Permit permit, String direction) {
        ChassisId chassis = chassisOf(permit);
        String object = "on (?:chassis: %d|(?:blades|SGMs?): (?<members>[^\n]+))".formatted(chassis.number());
        String action = ACTION + direction;
        return Command.act(Shell.EXPERT, permit)
                .asking(List.of(
                        Question.about(
                                "Are you sure?",
                                "You are about to perform " + action + " " + object
                                        + "\nAre you sure\\? \\(Y - yes, any other key - no\\)",
                                members -> areOf(members, chassis),
                                "y"),
                        Question.about(
                                "full name",
                                action + " requires auditing\nEnter your full name:",
                                NOBODY,
                                audit.name()),
                        Question.about(
                                "reason",
                                "Enter reason for " + action + " \\[Maintenance\\]:",
                                NOBODY,
                                audit.reason())))
                .amidst(List.of(NOTICE))
                .within(limit);
    }

    /** SGMs of this chassis and of no other: a member that is away may be left out. */
    private static boolean areOf(String members, ChassisId chassis) {
        return NamedSgms.in(members, NamedSgms::anyOf)
                .filter(sgms -> sgms.stream().allMatch(sgm -> sgm.chassis() == chassis))
                .isPresent();
    }

    private String stateIn(Reply reply) {
        String warning = "User: %s, Reason: %s".formatted(audit.name(), audit.reason());
        int questions = reply.command().questions().size();
        if (reply.asked() < questions) {
            throw new NotProven(
                    "",
                    """
                    '%s' asked %d of its %d audit questions, so it is not known under whose name it stands, nor whether it had \
                    its effect. It said: "%s".""".formatted(reply.command(), reply.asked(), questions, String.join(" / ", reply.lines())),
                    found("Look at both chassis, and whether /etc/.asg_auto_confirm exists on a member.", reply));
        }
        if (!reply.text().contains(warning)) {
            throw new Misbehaviour(
                    "'%s' was to be audited with \"%s\", and the device did not repeat that. It said: \"%s\"."
                            .formatted(reply.command(), warning, String.join(" / ", reply.lines())),
                    found("The audit entry may be wrong: read it with 'asg log audit'.", reply));
        }
        String state = statesIn(reply).stream().distinct().collect(Collectors.joining(" and "));
        boolean heardOfAll =
                reply.lines().stream().noneMatch(line -> UNREACHED.matcher(line).matches());
        if (state.isEmpty() || !heardOfAll) {
            throw new NotProven(
                    "",
                    "'%s' did not say in which state it left %s. It said: \"%s\"."
                            .formatted(
                                    reply.command(),
                                    chassisOf(reply.command().permit().orElseThrow()),
                                    String.join(" / ", reply.lines())),
                    found("Read the state with '%s'.".formatted(dialect.say(Phrase.STATUS)), reply));
        }
        return state;
    }

    private static Finding found(String advice, Reply reply) {
        return Finding.of(Remedy.ON_THE_GROUP, advice)
                .with(List.of(Deciding.answer(reply.command().line(), reply.lines())));
    }

    /** The lines that tell the state, and what the device says of it right before. */
    private static List<String> results(Reply reply) {
        List<String> told = reply.lines().stream()
                .filter(line -> RESULT.matcher(line).matches())
                .toList();
        return told.isEmpty() ? reply.lines() : told;
    }

    /** Every state that is told of the chassis, in upper case: with members, each group of them tells its own. */
    private static List<String> statesIn(Reply reply) {
        String chassis = Integer.toString(
                chassisOf(reply.command().permit().orElseThrow()).number());
        return reply.lines().stream()
                .map(RESULT::matcher)
                .filter(Matcher::matches)
                .filter(told -> told.group(1) == null || told.group(1).equals(chassis))
                .map(told -> told.group(2).toUpperCase(Locale.ROOT))
                .toList();
    }
}
