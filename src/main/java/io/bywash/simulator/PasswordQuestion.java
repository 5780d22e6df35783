package io.bywash.simulator;

import java.util.List;
import java.util.Locale;
import org.apache.sshd.server.auth.keyboard.InteractiveChallenge;
import org.apache.sshd.server.auth.keyboard.KeyboardInteractiveAuthenticator;
import org.apache.sshd.server.auth.password.PasswordAuthenticator;
import org.apache.sshd.server.session.ServerSession;

/** Keyboard-interactive login with one question, as Gaia asks it (REFERENCE 2, D). */
final class PasswordQuestion implements KeyboardInteractiveAuthenticator {
    private final PasswordAuthenticator passwords;

    PasswordQuestion(PasswordAuthenticator passwords) {
        this.passwords = passwords;
    }

    @Override
    public InteractiveChallenge generateChallenge(
            ServerSession session, String username, String language, String subMethods) {
        InteractiveChallenge challenge = new InteractiveChallenge();
        challenge.setInteractionName("");
        challenge.setInteractionInstruction("");
        challenge.setLanguageTag(Locale.ENGLISH.getLanguage());
        challenge.addPrompt("Password:", false);
        return challenge;
    }

    @Override
    public boolean authenticate(ServerSession session, String username, List<String> responses) {
        return responses.size() == 1 && passwords.authenticate(username, responses.get(0), session);
    }
}
