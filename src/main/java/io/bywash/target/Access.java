package io.bywash.target;

import io.bywash.evidence.Secret;
import io.bywash.terminal.Credentials;
import io.bywash.terminal.HostKeys;
import io.bywash.terminal.SshAccess;
import java.util.List;
import java.util.stream.Stream;

/** How a run gets in: its secrets, and whom it trusts. Nothing of it is written down. */
record Access(SshAccess ssh, Secret expertPassword) {
    /** For a run that is over: nobody is connected to any more. */
    static Access none() {
        Secret none = Secret.of(io.bywash.evidence.Redaction.SHOWN);
        return new Access(new SshAccess(Credentials.password("", none), HostKeys.pinned("")), none);
    }

    /** All that must not be seen anywhere. */
    List<Secret> secrets() {
        return Stream.concat(ssh.secrets().stream(), Stream.of(expertPassword)).toList();
    }
}
