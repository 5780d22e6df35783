package io.bywash.simulator;

import static io.bywash.simulator.FaultKind.Family.SHELLS;

import io.bywash.simulator.Interview.Question;
import java.util.List;

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
                    "prompt printed twice",
                    "every prompt comes twice",
                    "2, prompt variants",
                    dice -> new PromptTwice(dice.oneOf("", "\n"))));

    private ShellFaults() {}

    private static When beforeAChange(Dice dice) {
        return When.before(
                dice.oneOf("gclish", "installer import", "installer install", "set smo image auto-clone state off"), 1);
    }
}
