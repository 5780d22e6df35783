package io.bywash.terminal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.keyprovider.KeyPairWrapper;
import net.schmizz.sshj.userauth.method.AuthKeyboardInteractive;
import net.schmizz.sshj.userauth.method.AuthMethod;
import net.schmizz.sshj.userauth.method.AuthNone;
import net.schmizz.sshj.userauth.method.AuthPassword;
import net.schmizz.sshj.userauth.method.AuthPublickey;
import net.schmizz.sshj.userauth.password.PasswordFinder;
import net.schmizz.sshj.userauth.password.Resource;

/**
 * One log-in on a connection: the device is asked which ways it offers, and the credentials are shown in one of them only,
 * so that a wrong password counts once.
 */
final class LogIn {
    private final SSHClient client;
    private final SshEndpoint endpoint;
    private final Credentials credentials;
    private final boolean oldRsa;
    private String changeWanted;

    LogIn(SSHClient client, SshEndpoint endpoint, SshAccess access) {
        this.client = client;
        this.endpoint = endpoint;
        this.credentials = access.credentials();
        this.oldRsa = access.algorithms().old().contains("ssh-rsa");
    }

    /**
     * Logs in.
     *
     * @throws LoginRefused when the device says no for good
     * @throws ConnectionLost when it may say yes a little later
     * @throws IOException when the connection is gone
     */
    void perform() throws IOException {
        Refusals refusals = credentials.refusals();
        synchronized (refusals) {
            refusals.ask(endpoint);
            Collection<String> offered = offered();
            if (offered.isEmpty()) {
                return;
            }
            Optional<String> refusal;
            try {
                refusal = credentials.proof() instanceof Credentials.Password password
                        ? withPassword(password, offered)
                        : withKey(offered);
            } catch (Undecided e) {
                if (refusals.acceptedBefore() && !e.inWords) {
                    throw e;
                }
                refusal = Optional.of(e.getMessage());
            }
            if (refusal.isPresent()) {
                throw refusals.refused(refusal.get() + banner());
            }
            refusals.accepted();
        }
    }

    /** The ways the device offers; none when it lets everybody in. */
    private Collection<String> offered() throws IOException {
        return authenticated(new AuthNone()) ? List.of() : client.getUserAuth().getAllowedMethods();
    }

    private Optional<String> withPassword(Credentials.Password proof, Collection<String> offered) throws IOException {
        boolean asked = offered.contains("keyboard-interactive");
        if (!asked && !offered.contains("password")) {
            return Optional.of(notOffered("a password", offered));
        }
        Dialogue dialogue = new Dialogue(proof);
        boolean inADialogue = asked && (!proof.answers().isEmpty() || !offered.contains("password"));
        try {
            if (authenticated(inADialogue ? new AuthKeyboardInteractive(dialogue) : password(proof))) {
                return Optional.empty();
            }
        } catch (UserAuthException e) {
            if (changeWanted != null) {
                return Optional.of(changeWanted);
            }
            if (dialogue.unanswered().isPresent()) {
                return Optional.of(unanswered(dialogue));
            }
            throw new Undecided(e);
        }
        return Optional.of(moreWanted("password").orElseGet(() -> """
                %s refused the log-in of user '%s' with a password. Check the user, and where the target file takes the \
                password from.""".formatted(endpoint, credentials.user())));
    }

    private AuthMethod password(Credentials.Password proof) {
        return new AuthPassword(new Once(proof)) {
            @Override
            public void handle(Message message, SSHPacket packet) throws UserAuthException, TransportException {
                if (message == Message.USERAUTH_60) {
                    changeWanted = expired(words(packet));
                    throw new UserAuthException("the password has expired");
                }
                super.handle(message, packet);
            }
        };
    }

    private static String words(SSHPacket packet) {
        try {
            return packet.readString().strip();
        } catch (Buffer.BufferException e) {
            return "";
        }
    }

    private String expired(String words) {
        return """
                The password of user '%s' has expired: %s wants a new one before anything else%s. Log in by hand, set a new \
                password, and put it where the target file takes it from.""".formatted(credentials.user(), endpoint, words.isEmpty() ? "" : " (\"" + words + "\")");
    }

    private String unanswered(Dialogue dialogue) {
        String question = dialogue.unanswered().orElseThrow();
        if ((question + dialogue.instructions())
                .matches("(?is).*(\\bexpired\\b|\\bnew password|current.{0,20}password).*")) {
            return expired((dialogue.instructions() + " " + question).strip());
        }
        return """
                %s asks user '%s' "%s" in the dialogue of the log-in, and the target file has no answer to that, or it was \
                given already and not accepted. Write in the target file: login: {answers: [{question: WORDS OF THE QUESTION, \
                from: {file: PATH}}]}.""".formatted(endpoint, credentials.user(), question);
    }

    private Optional<String> withKey(Collection<String> offered) throws IOException {
        if (!offered.contains("publickey")) {
            return Optional.of(notOffered("a key", offered));
        }
        String key;
        try {
            if (credentials.proof() instanceof Credentials.PrivateKey proof) {
                key = "the key " + proof.file();
                if (authenticated(ownKey(proof))) {
                    return Optional.empty();
                }
            } else {
                Credentials.AgentKey proof = (Credentials.AgentKey) credentials.proof();
                key = "the key %s of the ssh-agent".formatted(proof.fingerprint());
                if (authenticated(agentKey(proof))) {
                    return Optional.empty();
                }
            }
        } catch (UserAuthException | KeyText.Unreadable e) {
            if (!client.getTransport().isRunning()) {
                throw new Undecided(e);
            }
            return Optional.of("The log-in of user '%s' on %s was not finished: %s."
                    .formatted(credentials.user(), endpoint, e.getMessage().replaceAll("\\.$", "")));
        }
        String refused = key;
        return Optional.of(
                moreWanted("publickey").orElseGet(() -> """
                %s does not take %s for user '%s'. Check the user, and that the public half of this very key stands in the \
                authorized_keys of that user on every member, in a file and a directory that nobody else may write.""".formatted(endpoint, refused, credentials.user())));
    }

    private AuthMethod ownKey(Credentials.PrivateKey proof) throws KeyText.Unreadable {
        return new AuthPublickey(new KeyPairWrapper(KeyText.read(proof))) {
            @Override
            public boolean shouldRetry() {
                return oldRsa && super.shouldRetry();
            }
        };
    }

    private AuthMethod agentKey(Credentials.AgentKey proof) throws UserAuthException {
        try {
            return new AgentLogIn(new KeyAgent(proof.socket()), AgentLogIn.find(proof), oldRsa);
        } catch (IOException e) {
            throw new UserAuthException("the ssh-agent does not help: " + e.getMessage());
        }
    }

    private String notOffered(String proof, Collection<String> offered) {
        return "%s lets user '%s' in with %s, and not with %s, which is what the target file gives."
                .formatted(endpoint, credentials.user(), String.join(" or ", offered), proof);
    }

    private Optional<String> moreWanted(String shown) {
        if (!client.getUserAuth().hadPartialSuccess()) {
            return Optional.empty();
        }
        List<String> more = new ArrayList<>(client.getUserAuth().getAllowedMethods());
        return Optional.of(
                "%s accepted the %s of user '%s' and wants %s as well, which is not known here. Give the user a log-in that needs one proof."
                        .formatted(
                                endpoint,
                                shown.equals("publickey") ? "key" : shown,
                                credentials.user(),
                                String.join(" or ", more)));
    }

    private String banner() {
        String said = client.getUserAuth().getBanner();
        String line = said == null ? "" : said.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.isEmpty()
                ? ""
                : " The device said: \"%s\".".formatted(line.length() > 300 ? line.substring(0, 300) : line);
    }

    private boolean authenticated(AuthMethod method) throws TransportException, UserAuthException {
        return client.getUserAuth()
                .authenticate(
                        credentials.user(),
                        (net.schmizz.sshj.Service) client.getConnection(),
                        method,
                        client.getTransport().getTimeoutMs());
    }

    /** The connection ended after the credentials were shown and before the device decided. */
    private final class Undecided extends IOException {
        private final boolean inWords;

        Undecided(Exception e) {
            super("%s broke off the log-in of user '%s' without a decision: %s."
                    .formatted(endpoint, credentials.user(), e.getMessage()));
            inWords = root(e) instanceof TransportException transport
                    && transport.getDisconnectReason() != DisconnectReason.UNKNOWN;
        }

        private static Throwable root(Throwable e) {
            return e.getCause() == null ? e : root(e.getCause());
        }
    }

    /** The password, for one request. */
    private record Once(Credentials.Password proof) implements PasswordFinder {
        @Override
        public char[] reqPassword(Resource<?> resource) {
            return proof.password().reveal().toCharArray();
        }

        @Override
        public boolean shouldRetry(Resource<?> resource) {
            return false;
        }
    }
}
