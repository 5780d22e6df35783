package io.bywash.terminal;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells why two sides found no algorithm in common, from the words in which sshj says it. */
final class Settlement {
    private static final Pattern NONE =
            Pattern.compile("Unable to reach a settlement of (\\w+): \\[(.*?)] and \\[(.*?)]", Pattern.DOTALL);
    private static final Map<String, String> KINDS = Map.of(
            "KeyExchangeAlgorithms", "key exchange",
            "HostKeyAlgorithms", "host key",
            "Client2ServerCipherAlgorithms", "cipher",
            "Server2ClientCipherAlgorithms", "cipher",
            "Client2ServerMACAlgorithms", "message authentication",
            "Server2ClientMACAlgorithms", "message authentication");

    private Settlement() {}

    /** The refusal, when it was for want of a common algorithm that the connection failed. */
    static Optional<LoginRefused> refusal(SshEndpoint endpoint, IOException e) {
        Matcher none = NONE.matcher(String.valueOf(e.getMessage()));
        if (!none.find()) {
            return Optional.empty();
        }
        List<String> offered = List.of(none.group(3).split(", "));
        List<String> old = offered.stream().filter(Algorithms.OLD::contains).toList();
        String remedy = old.isEmpty()
                ? "None of them is known here. Have one of ours switched on there."
                : "Have one of ours switched on there; where that cannot be, allow it for this target alone, knowing that it can be broken: oldAlgorithms: [%s]."
                        .formatted(old.get(0));
        return Optional.of(new HostRefused(
                """
                Neither a user name nor a password was sent: %s offers no %s algorithm that is strong enough. It offers %s; \
                we offer %s. %s""".formatted(
                                endpoint,
                                KINDS.getOrDefault(none.group(1), none.group(1)),
                                String.join(", ", offered),
                                none.group(2).replace(", ext-info-c", "").replace(", kex-strict-c-v00@openssh.com", ""),
                                remedy),
                "",
                List.of()));
    }
}
