package io.bywash.target;

import io.bywash.target.TargetSettings.Address;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Takes from the user's own ssh config what the target file is silent about: host name and port behind an address, user,
 * key, known_hosts and jump host.
 *
 * <p>OpenSSH's {@code ssh -G} reads it, so that Host, Match and Include mean what they mean to {@code ssh}. Only what the
 * config itself says counts: what {@code ssh} prints for an empty config as well, such as the name of the local user, is not
 * taken. Nothing that weakens the connection is taken: neither StrictHostKeyChecking nor any algorithm.
 */
final class UserSshConfig {
    private static final String KEY = "/sshConfig";

    private final MarkedYaml yaml;
    private final TargetReading reading;
    private final String program;
    private EffectiveSshConfig config;
    private final List<String> taken = new ArrayList<>();

    /** @param program OpenSSH's {@code ssh}, as a path or a name on the PATH */
    UserSshConfig(MarkedYaml yaml, TargetReading reading, String program) {
        this.yaml = yaml;
        this.reading = reading;
        this.program = program;
    }

    /**
     * Completes the target file where it names an ssh config; faults go to the others.
     *
     * @return each value that was taken, in words for the report
     */
    List<String> complete() {
        Optional<String> written = yaml.at(KEY).filter(JsonNode::isString).map(JsonNode::asString);
        Optional<Address> address = yaml.at("/address")
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .flatMap(AddressText::read);
        if (written.isPresent() && address.isPresent()) {
            Path file = reading.path(written.get());
            try {
                if (!Files.isReadable(file) || Files.isDirectory(file)) {
                    throw new EffectiveSshConfig.Unusable(
                            "there is no file %s that can be read. Write: the path of an ssh config, or leave sshConfig out."
                                    .formatted(file));
                }
                config = new EffectiveSshConfig(program, file);
                complete(address.get());
            } catch (EffectiveSshConfig.Unusable e) {
                reading.refusePlainly(KEY, e.getMessage());
            }
        }
        return List.copyOf(taken);
    }

    private void complete(Address address) throws EffectiveSshConfig.Unusable {
        Map<String, List<String>> said = config.said(address.host(), text("/user"));
        String host = first(said, "hostname").orElse(address.host());
        boolean portWritten = text("/address")
                .filter(written -> written.endsWith(":" + address.port()))
                .isPresent();
        String port = portWritten ? "" + address.port() : first(said, "port").orElse("" + address.port());
        String whole = whole(host, port);
        if (!host.equals(address.host()) || !port.equals("" + address.port())) {
            put("/address", whole);
        }
        fill("", said);
        if (yaml.at("/jump").isEmpty()) {
            jump(said);
        }
    }

    private void jump(Map<String, List<String>> said) throws EffectiveSshConfig.Unusable {
        Optional<String> proxy = first(said, "proxyjump").filter(host -> !host.equals("none"));
        if (first(said, "proxycommand")
                .filter(command -> !command.equals("none"))
                .isPresent()) {
            throw new EffectiveSshConfig.Unusable(
                    "the ssh config has a ProxyCommand for this address, and no command is run for a connection. Write: jump: with the host on the way.");
        }
        if (proxy.isEmpty()) {
            return;
        }
        if (proxy.get().contains(",")) {
            throw new EffectiveSshConfig.Unusable(
                    "the ssh config goes through several hosts (ProxyJump %s), and one is all that is taken. Write: jump: with the last of them."
                            .formatted(proxy.get()));
        }
        int at = proxy.get().lastIndexOf('@');
        Optional<String> user =
                at < 0 ? Optional.empty() : Optional.of(proxy.get().substring(0, at));
        String where = proxy.get().substring(at + 1);
        Address host = AddressText.read(where)
                .orElseThrow(() -> new EffectiveSshConfig.Unusable(
                        "ProxyJump %s in the ssh config is no host. Write: jump: with the host on the way."
                                .formatted(proxy.get())));
        Map<String, List<String>> ofJump = config.said(host.host(), user);
        String port = where.endsWith(":" + host.port())
                ? "" + host.port()
                : first(ofJump, "port").orElse("" + host.port());
        put("/jump/address", whole(first(ofJump, "hostname").orElse(host.host()), port));
        if (user.isPresent()) {
            put("/jump/user", user.get());
        }
        fill("/jump", ofJump);
    }

    /** User, key and known_hosts, of the Security Group or of the jump host. */
    private void fill(String map, Map<String, List<String>> said) {
        Optional<String> user = first(said, "user");
        if (yaml.at(map + "/user").isEmpty() && user.isPresent()) {
            put(map + "/user", user.get());
        }
        Optional<String> key = said.getOrDefault("identityfile", List.of()).stream()
                .filter(file -> !file.equals("none") && Files.exists(reading.path(file)))
                .findFirst();
        if (yaml.at(map + "/login").isEmpty() && key.isPresent()) {
            put(map + "/login/key", key.get());
        }
        Optional<String> known = first(said, "userknownhostsfile").map(files -> files.split(" ")[0]);
        if (yaml.at(map + "/knownHosts").isEmpty() && known.isPresent()) {
            put(map + "/knownHosts", known.get());
        }
    }

    private void put(String place, String value) {
        yaml.put(place, value, yaml.line(KEY));
        taken.add("%s is %s, from the ssh config %s"
                .formatted(Place.name(place), value, text(KEY).orElseThrow()));
    }

    private Optional<String> text(String place) {
        return yaml.at(place).filter(JsonNode::isString).map(JsonNode::asString);
    }

    private static String whole(String host, String port) {
        String bracketed = host.contains(":") ? "[" + host + "]" : host;
        return port.equals("22") ? bracketed : bracketed + ":" + port;
    }

    private static Optional<String> first(Map<String, List<String>> said, String key) {
        return said.getOrDefault(key, List.of()).stream().findFirst();
    }
}
