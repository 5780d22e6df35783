package io.bywash.target;

import io.bywash.evidence.Secret;
import io.bywash.group.SgmId;
import io.bywash.terminal.ConsolePort;
import io.bywash.terminal.Credentials;
import io.bywash.terminal.SshAccess;
import io.bywash.terminal.SshEndpoint;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads where the serial consoles of the SGMs are reached, and the password of the user who logs in there. */
final class ConsolesReader {
    private static final String LIST = "/consoles";
    private static final String PASSWORD = "/consolePasswordFrom";

    private static final int SSH = 22;

    private final TargetReading reading;
    private final SecretPlace secrets;
    private final WayReader way;

    ConsolesReader(TargetReading reading, SecretPlace secrets, WayReader way) {
        this.reading = reading;
        this.secrets = secrets;
        this.way = way;
    }

    /**
     * The consoles, by the SGM.
     *
     * @param sgms of the inventory
     */
    SortedMap<SgmId, ConsolePort> read(Set<SgmId> sgms) {
        SortedMap<SgmId, ConsolePort> consoles = new TreeMap<>();
        int count = reading.value(LIST).map(written -> written.size()).orElse(0);
        for (int index = 0; index < count; index++) {
            String item = LIST + "/" + index;
            Optional<SgmId> sgm = reading.text(item + "/sgm").map(SgmId::parse);
            Optional<ConsolePort> port = port(item);
            if (sgm.isPresent() && !sgms.contains(sgm.get())) {
                reading.refusePlainly(
                        item + "/sgm", "sgms does not have it. Write: an SGM of the inventory, such as " + sgms);
            } else if (sgm.isPresent() && port.isPresent() && consoles.put(sgm.get(), port.get()) != null) {
                reading.refusePlainly(item + "/sgm", "it stands there twice. Write: each SGM once.");
            }
        }
        return consoles;
    }

    private Optional<ConsolePort> port(String item) {
        Optional<SshEndpoint> endpoint =
                way.address(item + "/address").map(address -> new SshEndpoint(address.host(), address.port()));
        if (reading.text(item + "/kind").equals(Optional.of("ssh"))) {
            return way.toTerminalServer(item)
                    .flatMap(access -> endpoint.map(server -> new ConsolePort(server, Optional.of(access))));
        }
        for (String key : new String[] {"user", "login", "knownHosts", "oldAlgorithms"}) {
            if (reading.value(item + "/" + key).isPresent()) {
                reading.refuseUnseen(
                        item + "/" + key,
                        "a TCP port asks for nothing, so this would not be used. Write: kind: ssh, or leave it out.");
            }
        }
        if (endpoint.isPresent() && endpoint.get().port() == SSH) {
            reading.refuse(item + "/address", "a console of kind tcp has a port of its own, and 22 is that of SSH.");
        }
        return endpoint.map(server -> new ConsolePort(server, Optional.empty()));
    }

    /** The password for the consoles; that of the log-in over SSH where nothing else is said. */
    Optional<Secret> password(Optional<SshAccess> access, boolean needed) {
        Optional<Secret> own = secrets.read(PASSWORD);
        Optional<Secret> usual = access.map(SshAccess::credentials)
                .map(Credentials::proof)
                .filter(Credentials.Password.class::isInstance)
                .map(proof -> ((Credentials.Password) proof).password());
        if (needed && access.isPresent() && own.or(() -> usual).isEmpty() && reading.leftOut(PASSWORD)) {
            reading.refuseUnseen(
                    PASSWORD,
                    "it is left out, and a console asks for a password where login has a key. Write: consolePasswordFrom: %s"
                            .formatted(reading.example(PASSWORD)));
        }
        return own.or(() -> usual);
    }
}
