package io.bywash.simulator;

import io.bywash.simulator.Interview.Question;
import java.util.Optional;

/**
 * The questions before an action that is audited, in the order and the line splits captured (REFERENCE 3.4, D).
 *
 * @param intro what is about to be done, up to the question
 * @param requires the line that auditing is required, with the empty lines around it
 * @param reasonFor the action as the question for the reason writes it
 * @param warning what stands between {@code WARNING: } and the user
 */
record AuditDialogue(String intro, String requires, String reasonFor, String warning) {
    static final String SURE = "Are you sure? (Y - yes, any other key - no) ";
    private static final String ASK_NAME = "Enter your full name: ";

    /** {@code asg chassis_admin}. */
    static AuditDialogue chassis(int number, boolean down) {
        String action = "hassis_admin " + (down ? "down" : "up");
        String target = " on Chassis: " + number;
        return new AuditDialogue(
                "You are about to perform C" + action + target + "\n",
                "C" + action + " requires auditing\n",
                "c" + action,
                "C" + action + target);
    }

    /** {@code g_clusterXL_admin}. */
    static AuditDialogue members(String ids, boolean down) {
        String action = "lade state change to " + (down ? "down" : "up");
        String target = " on blades: " + ids;
        return new AuditDialogue(
                "You are about to perform b" + action + target + "\n\nThis action will change members state\n\n\n\n",
                "\n\nB" + action + " requires auditing\n\n",
                "b" + action,
                "B" + action + target);
    }

    /** {@code installer install} and {@code installer uninstall}. */
    static AuditDialogue packageAction(String noun, String file, String ids) {
        String action = "\nPackage " + noun + " (" + file + ")";
        return new AuditDialogue(
                "You are about to perform " + action + " on blades: " + ids + "\n\n\n",
                "\n" + action + " requires auditing\n",
                action,
                action + " on blades: " + ids);
    }

    /**
     * Asks; the audit entry if every question was answered, or empty if the person did not confirm. Where
     * {@code /etc/.asg_auto_confirm} exists nothing is asked (D); what is audited then is I.
     */
    Optional<String> hold(Console console, SimulatedSgm on, LoginSession session) {
        if (on.files().has(SgmFiles.AUTO_CONFIRM)) {
            return Optional.of(entry(LoginSession.USER, "Maintenance"));
        }
        console.print(intro);
        if (!yes(session.ask(
                console, Question.SURE, session.group().seams().audit().sure()))) {
            return Optional.empty();
        }
        console.print(requires);
        Interview interview = session.group().seams().interview();
        Interview.Answer name = new Interview.Answer();
        Interview.Answer reason = new Interview.Answer();
        boolean answered = interview.inOrder(
                Question.NAME,
                () -> name.is(name(console, session)),
                Question.REASON,
                () -> reason.is(
                        session.ask(console, Question.REASON, "Enter reason for " + reasonFor + " [Maintenance]: ")));
        if (!answered) {
            return Optional.empty();
        }
        String entry = entry(
                name.text().strip(),
                reason.text().isBlank() ? "Maintenance" : reason.text().strip());
        console.println("WARNING: " + entry);
        return Optional.of(entry.strip());
    }

    private static String name(Console console, LoginSession session) {
        String name = session.ask(console, Question.NAME, ASK_NAME);
        while (name != null && name.isBlank()) {
            name = session.ask(console, Question.NAME, ASK_NAME);
        }
        return name;
    }

    /** Whether an answer confirms; anything but a {@code y} cancels. */
    static boolean yes(String answer) {
        return answer != null && answer.strip().equalsIgnoreCase("y");
    }

    private String entry(String name, String reason) {
        return warning + ", User: " + name + ", Reason: " + reason;
    }
}
