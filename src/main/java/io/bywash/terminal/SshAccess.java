package io.bywash.terminal;

import io.bywash.evidence.Secret;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a device is entered: as whom, whom to trust, secured with what, and through whom.
 *
 * @param jump a host that we log in to first, and that passes the connection on
 */
public record SshAccess(Credentials credentials, HostKeys hostKeys, Algorithms algorithms, Optional<Jump> jump) {
    /** A host on the way, with its own log-in and its own host key. */
    public record Jump(SshEndpoint endpoint, SshAccess access) {}

    /** The straight way, secured with what is strong today. */
    public SshAccess(Credentials credentials, HostKeys hostKeys) {
        this(credentials, hostKeys, Algorithms.STRICT, Optional.empty());
    }

    /** All that must never be shown, written or kept. */
    public List<Secret> secrets() {
        return Stream.concat(
                        credentials.secrets().stream(), jump.stream().flatMap(host -> host.access().secrets().stream()))
                .toList();
    }
}
