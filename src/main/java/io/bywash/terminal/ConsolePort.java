package io.bywash.terminal;

import java.util.Optional;

/**
 * Where the serial console of a member is reached.
 *
 * @param endpoint of the terminal server
 * @param ssh how the terminal server is entered, which then passes the line on; empty for a raw TCP port of it
 */
public record ConsolePort(SshEndpoint endpoint, Optional<SshAccess> ssh) {
    @Override
    public String toString() {
        return ssh.map(access ->
                        "SSH %s as %s".formatted(endpoint, access.credentials().user()))
                .orElse("TCP " + endpoint);
    }
}
