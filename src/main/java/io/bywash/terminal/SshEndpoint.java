package io.bywash.terminal;

import java.util.Optional;

/**
 * Where a device listens for SSH, and the way there.
 *
 * @param jump a host that we log in to first, and that passes the connection on
 */
public record SshEndpoint(String host, int port, Algorithms algorithms, Optional<Jump> jump) {
    /** A host on the way, with its own log-in and its own host key. */
    public record Jump(SshEndpoint endpoint, Credentials credentials, HostKeys hostKeys) {}

    /** A device that is reached directly and secured with what is strong today. */
    public SshEndpoint(String host, int port) {
        this(host, port, Algorithms.STRICT, Optional.empty());
    }

    @Override
    public String toString() {
        return port == 22 ? host : host.contains(":") ? "[%s]:%d".formatted(host, port) : host + ":" + port;
    }
}
