package io.bywash.terminal;

import java.io.IOException;
import java.util.List;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AbstractAuthMethod;

/** Logs in with a key that an agent keeps: asks whether the device takes it, and only then has it sign (RFC 4252, 7). */
final class AgentLogIn extends AbstractAuthMethod {
    private final KeyAgent agent;
    private final KeyAgent.Identity key;
    private boolean mayTryOldRsa;
    private String algorithm;

    /** @param mayTryOldRsa whether this device is allowed the signature ssh-rsa, should it know no other */
    AgentLogIn(KeyAgent agent, KeyAgent.Identity key, boolean mayTryOldRsa) {
        super("publickey");
        this.agent = agent;
        this.key = key;
        this.algorithm = key.type().equals("ssh-rsa") ? "rsa-sha2-512" : key.type();
        this.mayTryOldRsa = mayTryOldRsa && key.type().equals("ssh-rsa");
    }

    @Override
    protected SSHPacket buildReq() throws UserAuthException {
        return request(false);
    }

    private SSHPacket request(boolean signed) throws UserAuthException {
        return super.buildReq().putBoolean(signed).putString(algorithm).putString(key.blob());
    }

    @Override
    public boolean shouldRetry() {
        boolean again = mayTryOldRsa;
        mayTryOldRsa = false;
        algorithm = again ? "ssh-rsa" : algorithm;
        return again;
    }

    @Override
    public void handle(Message message, SSHPacket packet) throws UserAuthException, TransportException {
        if (message != Message.USERAUTH_60) {
            super.handle(message, packet);
            return;
        }
        SSHPacket request = request(true);
        byte[] data = new Buffer.PlainBuffer()
                .putString(params.getTransport().getSessionID())
                .putBuffer(request)
                .getCompactData();
        try {
            byte[] signature = agent.sign(key.blob(), data, algorithm.equals("rsa-sha2-512") ? 4 : 0);
            params.getTransport().write(request.putString(signature));
        } catch (IOException e) {
            throw new UserAuthException("the ssh-agent did not sign: " + e.getMessage());
        }
    }

    /** The key of an agent that a person means. */
    static KeyAgent.Identity find(Credentials.AgentKey wanted) throws IOException {
        List<KeyAgent.Identity> kept = new KeyAgent(wanted.socket()).identities();
        return kept.stream()
                .filter(identity -> identity.fingerprint().equals(wanted.fingerprint()))
                .findFirst()
                .orElseThrow(() -> new IOException("it does not keep " + wanted.fingerprint() + " any more"));
    }
}
