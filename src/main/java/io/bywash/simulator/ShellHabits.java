package io.bywash.simulator;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;

/** How the shells of a group behave where a fault may make them behave otherwise. */
final class ShellHabits {
    private final AtomicReference<String> nextAnswer = new AtomicReference<>();
    private volatile PromptForm prompt = (usual, commands) -> usual;
    private volatile String passwordQuestion = "Enter expert password:";
    private volatile Function<Console, String> passwordReader = console -> console.readLine(false);
    private volatile Predicate<String> expertPassword = EmbeddedGroup.EXPERT_PASSWORD::equals;
    private volatile Function<SimulatedSgm, String> notice = sgm -> "";
    private volatile Function<SimulatedSgm, String> denied = sgm -> "";
    private volatile boolean deniedAmongOthersOnly;
    private volatile int commandsOfASession = Integer.MAX_VALUE;
    private volatile IntUnaryOperator rows = IntUnaryOperator.identity();

    /** How a prompt is shown. */
    interface PromptForm {
        /** @param commands how many the shell has run before */
        String of(String usual, int commands);
    }

    /** How many commands a session from outside lasts. */
    int commandsOfASession() {
        return commandsOfASession;
    }

    void commandsOfASession(int most) {
        commandsOfASession = most;
    }

    /** @param commands how many the shell has run before */
    String prompt(String usual, int commands) {
        return prompt.of(usual, commands);
    }

    /** What {@code expert} asks for its password. */
    String passwordQuestion() {
        return passwordQuestion;
    }

    void passwordQuestion(String question) {
        passwordQuestion = question;
    }

    /** The password typed at {@code expert}; null at the end of the input. */
    String readPassword(Console console) {
        return passwordReader.apply(console);
    }

    boolean isExpertPassword(String password) {
        return expertPassword.test(password);
    }

    /** The height of a page when somebody sets it. */
    int rows(int wanted) {
        return rows.applyAsInt(wanted);
    }

    /** What stands below the heading of an SGM before its answer; usually nothing. */
    String notice(SimulatedSgm sgm) {
        return notice.apply(sgm);
    }

    /** What an SGM says instead of answering what only reads; empty when it answers. */
    String denied(SimulatedSgm sgm) {
        return denied.apply(sgm);
    }

    /** The same of the SGM where it is typed, before any other is asked. */
    String deniedHere(SimulatedSgm sgm) {
        return deniedAmongOthersOnly ? "" : denied.apply(sgm);
    }

    /** What Clish says to the command just given instead of running it; null to run it. */
    String answerInstead() {
        return nextAnswer.getAndSet(null);
    }

    void prompt(PromptForm newPrompt) {
        prompt = newPrompt;
    }

    void passwordReader(Function<Console, String> reader) {
        passwordReader = reader;
    }

    void expertPassword(Predicate<String> right) {
        expertPassword = right;
    }

    void notice(Function<SimulatedSgm, String> newNotice) {
        notice = newNotice;
    }

    /** @param amongOthersOnly whether it is said below the heading of the SGM in gClish alone */
    void denied(Function<SimulatedSgm, String> words, boolean amongOthersOnly) {
        denied = words;
        deniedAmongOthersOnly = amongOthersOnly;
    }

    void rows(IntUnaryOperator newRows) {
        rows = newRows;
    }

    void answerNext(String answer) {
        nextAnswer.set(answer);
    }
}
