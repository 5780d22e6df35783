package io.bywash.target;

import io.bywash.evidence.Secret;
import io.bywash.group.SgmId;
import io.bywash.terminal.ConsolePort;
import io.bywash.terminal.Credentials;
import io.bywash.terminal.HostKeys;
import io.bywash.terminal.SshAccess;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How a run gets in: its secrets, and whom it trusts. Nothing of it is written down.
 *
 * @param consoles where the serial console of an SGM is reached, and how
 * @param consolePassword of the Gaia user when he logs in there
 */
record Access(SshAccess ssh, Secret expertPassword, Map<SgmId, ConsolePort> consoles, Secret consolePassword) {
    /** For a group whose consoles are not used. */
    Access(SshAccess ssh, Secret expertPassword) {
        this(ssh, expertPassword, Map.of(), expertPassword);
    }

    /** For a run that is over: nobody is connected to any more. */
    static Access none() {
        Secret none = Secret.of(io.bywash.evidence.Redaction.SHOWN);
        return new Access(new SshAccess(Credentials.password("", none), HostKeys.pinned("")), none);
    }

    /** All that must not be seen anywhere; the same text comes once for each place that it is read from. */
    List<Secret> secrets() {
        Stream<Secret> onTheWay = consoles.values().stream()
                .flatMap(port -> port.ssh().stream())
                .flatMap(server -> server.secrets().stream());
        return Stream.of(ssh.secrets().stream(), Stream.of(expertPassword, consolePassword), onTheWay)
                .flatMap(secrets -> secrets)
                .toList();
    }
}
