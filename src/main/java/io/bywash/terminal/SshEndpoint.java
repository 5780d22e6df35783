package io.bywash.terminal;

/** Where a device listens for SSH. */
public record SshEndpoint(String host, int port) {
    @Override
    public String toString() {
        return port == 22 ? host : host.contains(":") ? "[%s]:%d".formatted(host, port) : host + ":" + port;
    }
}
