package io.bywash.target;

import io.bywash.evidence.LocalFile;
import io.bywash.target.TargetSettings.Address;
import io.bywash.terminal.Algorithms;
import io.bywash.terminal.HostKeys;
import io.bywash.terminal.SshAccess;
import io.bywash.terminal.SshEndpoint;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Reads the way in: the address, the log-in, whom to trust, what is allowed to be old, and the jump host. */
final class WayReader {
    private static final String USUAL_KNOWN_HOSTS = "~/.ssh/known_hosts";

    private static final String REMEDY =
            " The file tells the Security Group from an impostor: ssh-keyscan writes a line for it, to be compared with"
                    + " the fingerprint that the device shows on its console.";

    private final TargetReading reading;
    private final SecretPlace secrets;

    WayReader(TargetReading reading, SecretPlace secrets) {
        this.reading = reading;
        this.secrets = secrets;
    }

    /** All but the address. */
    Optional<SshAccess> access() {
        Path known = knownHosts();
        Optional<SshAccess.Jump> jump = jump(known);
        return access("", known, jump);
    }

    private Optional<SshAccess> access(String map, Path known, Optional<SshAccess.Jump> jump) {
        return new LoginReader(reading, secrets, map)
                .read()
                .map(credentials -> new SshAccess(credentials, HostKeys.knownHosts(known), algorithms(map), jump));
    }

    private Optional<SshAccess.Jump> jump(Path usual) {
        if (reading.value("/jump").isEmpty()) {
            return Optional.empty();
        }
        String place = "/jump/knownHosts";
        Optional<Path> own = reading.text(place).map(reading::path);
        own.flatMap(LocalFile::unfit).ifPresent(why -> reading.refusePlainly(place, why));
        Optional<Address> address = address("/jump/address");
        return access("/jump", own.orElse(usual), Optional.empty())
                .flatMap(access ->
                        address.map(host -> new SshAccess.Jump(new SshEndpoint(host.host(), host.port()), access)));
    }

    /** As whom a terminal server is entered, with the known hosts of the Security Group where it names no others. */
    Optional<SshAccess> toTerminalServer(String map) {
        String place = map + "/knownHosts";
        Optional<Path> own = reading.text(place).map(reading::path);
        own.flatMap(LocalFile::unfit).ifPresent(why -> reading.refusePlainly(place, why));
        Path usual = reading.path(reading.text("/knownHosts").orElse(USUAL_KNOWN_HOSTS));
        if (reading.leftOut(map + "/user") || reading.leftOut(map + "/login")) {
            reading.refuseUnseen(map, "a terminal server over SSH needs user and login. Write both, or kind: tcp.");
        }
        return access(map, own.orElse(usual), Optional.empty());
    }

    private Algorithms algorithms(String map) {
        Set<String> old = new HashSet<>();
        reading.value(map + "/oldAlgorithms").ifPresent(names -> names.forEach(name -> old.add(name.asString())));
        return new Algorithms(old);
    }

    /** The address at a place; what is no address is taken down. */
    Optional<Address> address(String place) {
        Optional<String> text = reading.text(place);
        Optional<Address> address = text.flatMap(AddressText::read);
        if (text.isPresent() && address.isEmpty()) {
            if (AddressText.lacksBrackets(text.get())) {
                reading.refusePlainly(
                        place,
                        "an IPv6 address needs brackets, or its end reads as a port. Write: address: \"[%s]:22\""
                                .formatted(text.get()));
            } else if (text.get().contains("@")) {
                reading.refuse(place, "the user belongs under user, and a password under neither.");
            } else {
                reading.refuse(place, "it is no host, host:port or [IPv6 address]:port with a port from 1 to 65535.");
            }
        }
        return address;
    }

    private Path knownHosts() {
        String place = "/knownHosts";
        String written = reading.text(place).orElse(USUAL_KNOWN_HOSTS);
        Path file = reading.path(written);
        Optional<String> unfit = LocalFile.unfit(file).map(why -> why + REMEDY);
        if (unfit.isPresent() && reading.leftOut(place)) {
            reading.refuseUnseen(place, "it is left out, and the usual file will not do: " + unfit.get());
        } else if (unfit.isPresent() && reading.text(place).isPresent()) {
            reading.refusePlainly(place, unfit.get());
        }
        return file;
    }
}
