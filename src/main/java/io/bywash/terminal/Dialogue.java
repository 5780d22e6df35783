package io.bywash.terminal;

import io.bywash.evidence.Secret;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.schmizz.sshj.userauth.method.ChallengeResponseProvider;
import net.schmizz.sshj.userauth.password.Resource;

/**
 * The dialogue in which a device asks for a password and perhaps for more (keyboard-interactive, RFC 4256).
 *
 * <p>Nothing is guessed: a question that nobody knows the answer to, and one that is asked a second time, gets no answer,
 * and the log-in ends there.
 */
final class Dialogue implements ChallengeResponseProvider {
    private final Secret password;
    private final Map<String, Secret> answers;
    private final Set<String> answered = new HashSet<>();
    private final List<String> instructions = new ArrayList<>();
    private String unanswered;

    Dialogue(Credentials.Password proof) {
        this.password = proof.password();
        this.answers = proof.answers();
    }

    /** The question that got no answer. */
    Optional<String> unanswered() {
        return Optional.ofNullable(unanswered);
    }

    /** What the device said beside its questions, such as that a password has expired. */
    String instructions() {
        return String.join(" ", instructions).strip();
    }

    @Override
    public List<String> getSubmethods() {
        return List.of();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void init(Resource resource, String name, String instruction) {
        instructions.add(name.strip());
        instructions.add(instruction.strip());
    }

    @Override
    public char[] getResponse(String prompt, boolean echo) {
        String question = prompt.strip();
        Optional<Secret> answer = answer(question, echo);
        if (answer.isEmpty() || !answered.add(question)) {
            unanswered = question;
            throw new NoAnswer();
        }
        return answer.get().reveal().toCharArray();
    }

    private Optional<Secret> answer(String question, boolean echo) {
        String asked = question.toLowerCase(Locale.ROOT);
        Optional<Secret> known = answers.entrySet().stream()
                .filter(entry -> asked.contains(entry.getKey().toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getValue)
                .findFirst();
        boolean forThePassword = !echo && asked.contains("password") && !asksForAnother(asked);
        return known.or(() -> forThePassword ? Optional.of(password) : Optional.empty());
    }

    /** A device that wants a new password first asks for the current one, which must not be given to it. */
    private static boolean asksForAnother(String asked) {
        return asked.matches("(?s).*\\b(new|current|retype|one-time|old)\\b.*");
    }

    @Override
    public boolean shouldRetry() {
        return false;
    }

    /** Ends the log-in before an answer is sent. */
    static final class NoAnswer extends RuntimeException {
        NoAnswer() {
            super("a question without an answer", null, false, false);
        }
    }
}
