package io.bywash.simulator;

import static io.bywash.simulator.FaultKind.Family.SHELLS;

import io.bywash.simulator.Interview.Question;
import java.util.List;
import java.util.Optional;

/** The faults of Clish, Expert mode and their dialogues. */
final class ShellFaults {
    static final List<Recipe> ALL = List.of(
            Recipe.of(
                    SHELLS,
                    "extra newline after the expert password",
                    "the newline sent with the password is not taken; a second one within the same write shows it in clear",
                    "2, expert-password trap",
                    dice -> new NewlineSwallowed()),
            Recipe.of(
                    SHELLS,
                    "expert password shown",
                    "the expert password is echoed, and shown in other forms",
                    "invented",
                    dice -> new PasswordEchoed()),
            Recipe.of(
                    SHELLS,
                    "wrong expert password",
                    "the expert password is not the one we were told",
                    "2",
                    dice -> new ExpertPasswordWrong()),
            Recipe.of(
                    SHELLS,
                    "config lock held",
                    "another user holds the lock of every SGM; an override takes it",
                    "7 no. 16",
                    dice -> new LockHeld(beforeAChange(dice), false)),
            Recipe.of(
                    SHELLS,
                    "config lock of a session that ends",
                    "another user's session holds the lock of every SGM, and gives it back when it ends",
                    "2: one lock, held per session",
                    dice -> new LockOfASession(beforeAChange(dice), dice.seconds(10, 600))),
            Recipe.of(
                    SHELLS,
                    "config lock taken back",
                    "another user takes the lock back after every override",
                    "2: the lock; taken back invented",
                    dice -> new LockHeld(beforeAChange(dice), true)),
            Recipe.of(
                    SHELLS,
                    "unknown question",
                    "a dialogue asks one question more; whoever says yes restarts the other chassis",
                    "invented",
                    dice -> new UnknownQuestion(
                            dice.oneOf(Question.values()), dice.from(1, 2), UnknownQuestion.text(dice))),
            Recipe.of(
                    SHELLS,
                    "questions in another order",
                    "two questions of a dialogue change places",
                    "3.4: the questions; the order invented",
                    dice -> new QuestionsSwapped(dice.oneOf(Question.REBOOT, Question.NAME))),
            Recipe.of(
                    SHELLS,
                    "pager stays on",
                    "long answers of Clish stop at each page, whatever was set",
                    "2: the pager; that it stays invented",
                    dice -> new PagerStays(dice.from(8, 24))),
            Recipe.of(
                    SHELLS,
                    "CLINFR error once",
                    "one command of Clish is answered by an error and does not run",
                    "2, configuration lock table",
                    dice -> new ClishErrs(ClishErrs.when(dice), ClishErrs.text(dice))),
            Recipe.of(
                    SHELLS,
                    "audit dialogue in other words",
                    "the audit asks in lower case, and names the same SGMs as a chassis, as a range or backwards",
                    "14.5",
                    dice -> new AuditOtherwise(dice.oneOf(AuditOtherwise.Naming.values()))),
            Recipe.of(
                    SHELLS,
                    "nobody let in for a while",
                    "after the agent was at work, what reads in Clish is answered by CLINFR0819 for a while",
                    "2, configuration lock table",
                    dice -> new NobodyLetIn(whileReading(dice), dice.seconds(5, 60), Optional.empty())),
            Recipe.of(
                    SHELLS,
                    "one SGM lets nobody in for a while",
                    "the same below the heading of one SGM, while the others answer",
                    "2, configuration lock table; on one alone invented",
                    dice -> new NobodyLetIn(whileReading(dice), dice.seconds(5, 60), Optional.of(dice.victim()))),
            Recipe.of(
                    SHELLS,
                    "lock notice among the answers",
                    "the notice of a configuration lock stands below the heading of one SGM",
                    "2, configuration lock table; the place invented",
                    dice -> new NoticeAmidst(dice.victim())),
            Recipe.of(
                    SHELLS,
                    "prompt with a hash",
                    "prompts of Clish end in `#`",
                    "14.1",
                    dice -> new PromptOtherwise(PromptOtherwise.Form.HASH)),
            Recipe.of(
                    SHELLS,
                    "prompt of a TACACS role",
                    "prompts of Clish name the role behind the host, with `>` or `#`",
                    "14.1",
                    dice -> new PromptOtherwise(
                            dice.oneOf(PromptOtherwise.Form.TACACS, PromptOtherwise.Form.TACACS_HASH))),
            Recipe.of(
                    SHELLS,
                    "prompt of the local member",
                    "prompts of one member's Clish begin with a warning",
                    "14.1",
                    dice -> new PromptOtherwise(PromptOtherwise.Form.LOCAL_MEMBER)),
            Recipe.of(
                    SHELLS,
                    "prompt that counts",
                    "a number behind the host name grows with each command of Clish",
                    "14.1",
                    dice -> new PromptOtherwise(PromptOtherwise.Form.COUNTER)),
            Recipe.of(
                    SHELLS,
                    "prompt printed twice with one sign",
                    "every prompt comes twice in one line, the sign behind the second copy only",
                    "14.1",
                    dice -> new PromptOtherwise(PromptOtherwise.Form.TWICE_WITH_ONE_SIGN)),
            Recipe.of(
                    SHELLS,
                    "prompt printed twice without a blank",
                    "prompts of Clish come twice and nothing stands between, the sign behind the second copy only",
                    "14.1",
                    dice -> new PromptOtherwise(PromptOtherwise.Form.TWICE_WITHOUT_A_BLANK)),
            Recipe.of(
                    SHELLS,
                    "expert asks for the current password",
                    "`expert` asks for the current password",
                    "14.1",
                    dice -> new CurrentPasswordAsked()),
            Recipe.of(
                    SHELLS,
                    "prompt printed twice",
                    "every prompt comes twice",
                    "2, prompt variants",
                    dice -> new PromptTwice(dice.oneOf("", "\n"))));

    private ShellFaults() {}

    private static When whileReading(Dice dice) {
        return When.before(dice.oneOf("show installer packages", "show smo image"), dice.from(1, 3));
    }

    private static When beforeAChange(Dice dice) {
        return When.before(
                dice.oneOf("gclish", "installer import", "installer install", "set smo image auto-clone state off"), 1);
    }
}
