package io.bywash.target;

import io.bywash.evidence.Secret;
import io.bywash.gaia.AnswerSize;
import io.bywash.group.ChassisId;
import io.bywash.group.GatewayMode;
import io.bywash.group.Release;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import io.bywash.target.TargetSettings.Address;
import io.bywash.target.TargetSettings.Audit;
import io.bywash.target.TargetSettings.Hotfix;
import io.bywash.target.TargetSettings.Waits;
import io.bywash.terminal.ConsolePort;
import io.bywash.terminal.SshAccess;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Turns a target file that keeps to the schema into settings, and finds what no schema can: values that do not agree. */
final class SettingsReader {
    private final TargetReading reading;

    SettingsReader(TargetReading reading) {
        this.reading = reading;
    }

    /**
     * The settings.
     *
     * @param fromSshConfig what the ssh config added to the file, in words
     * @throws TargetFileFaulty with all that is wrong, here or found by the schema before
     */
    TargetSettings read(List<String> fromSshConfig) {
        SecretPlace secrets = new SecretPlace(reading);
        WayReader way = new WayReader(reading, secrets);
        Optional<Address> address = way.address("/address");
        Optional<SshAccess> access = way.access();
        Optional<Secret> expert = secrets.read("/expertPasswordFrom");
        Optional<ChassisId> standby = standby();
        SortedSet<SgmId> sgms = new TreeSet<>(slots(ChassisId.CHASSIS1));
        sgms.addAll(slots(ChassisId.CHASSIS2));
        ConsolesReader console = new ConsolesReader(reading, secrets, way);
        SortedMap<SgmId, ConsolePort> consoles = console.read(sgms);
        Optional<Secret> consolePassword = console.password(access, !consoles.isEmpty());
        Optional<Release> release = reading.text("/release").flatMap(Release::labelled);
        Optional<Hotfix> hotfix = new PackageReader(reading).read(release);
        Waits patience = patience();
        Map<String, String> dialect = new DialectReader(reading, release).read();
        boolean recording = recording(address, consoles);
        reading.tell();
        return new TargetSettings(
                new SecurityGroup(reading.text("/group").orElseThrow(), sgms),
                address.orElseThrow(),
                recording,
                reading.value("/strictSecrets").map(JsonNode::asBoolean).orElse(false),
                access.orElseThrow(),
                consoles,
                consolePassword,
                expert.orElseThrow(),
                hotfix.orElseThrow(),
                standby.orElseThrow(),
                release.orElseThrow(),
                reading.text("/mode").orElseThrow().equals("vsx") ? GatewayMode.VSX : GatewayMode.SECURITY_GATEWAY,
                new Audit(
                        reading.text("/audit/name").orElseThrow(),
                        reading.text("/audit/reason").orElseThrow()),
                reading.text("/changeTicket"),
                reading.text("/ticketLink"),
                reading.text("/operator"),
                patience,
                answer(),
                dialect,
                fromSshConfig);
    }

    private boolean recording(Optional<Address> address, SortedMap<SgmId, ConsolePort> consoles) {
        boolean recording = reading.value("/recording").map(JsonNode::asBoolean).orElse(false);
        boolean here = Stream.concat(
                        address.map(Address::host).stream(),
                        consoles.values().stream().map(port -> port.endpoint().host()))
                .allMatch("127.0.0.1"::equals);
        if (recording && !here) {
            reading.refusePlainly(
                    "/recording",
                    "a recording is served on 127.0.0.1, and the address (line %d) or a console is elsewhere. Write: address: 127.0.0.1 with the port of the replay, or leave recording out for a Security Group."
                            .formatted(reading.line("/address")));
        }
        return recording;
    }

    private Optional<ChassisId> standby() {
        Optional<String> standby = reading.text("/standbyChassis");
        Optional<String> active = reading.text("/activeChassis");
        if (standby.isPresent() && standby.equals(active)) {
            String other = standby.get().equals("chassis1") ? "chassis2" : "chassis1";
            reading.refusePlainly(
                    "/activeChassis",
                    "standbyChassis (line %d) is %s too, and the hotfix would go onto the chassis that carries the traffic. Write: activeChassis: %s, or standbyChassis: %s, whichever is true now."
                            .formatted(reading.line("/standbyChassis"), standby.get(), other, other));
        }
        return standby.map(name -> name.equals("chassis1") ? ChassisId.CHASSIS1 : ChassisId.CHASSIS2);
    }

    private SortedSet<SgmId> slots(ChassisId chassis) {
        String place = "/sgms/" + chassis;
        Optional<JsonNode> written = reading.value(place);
        Optional<SortedSet<SgmId>> sgms = written.flatMap(slots -> SlotsText.read(chassis, slots));
        if (written.isPresent() && sgms.isEmpty()) {
            reading.refuse(place, "a range runs from the lower slot to the higher one, within 1 to 14.");
        }
        return sgms.orElseGet(TreeSet::new);
    }

    private AnswerSize answer() {
        return new AnswerSize(
                reading.value("/answer/bytes").map(JsonNode::asLong).orElse(AnswerSize.USUAL.bytes()),
                reading.value("/answer/lines").map(JsonNode::asLong).orElse(AnswerSize.USUAL.lines()));
    }

    private Waits patience() {
        Map<Wait, Duration> waits = new EnumMap<>(Wait.class);
        for (Wait wait : Wait.values()) {
            Optional<Duration> written = reading.text(wait.place()).flatMap(DurationText::read);
            if (written.filter(duration -> !wait.allows(duration)).isPresent()) {
                reading.refuse(wait.place(), "it must be %s.".formatted(wait.bounds()));
            }
            waits.put(wait, written.orElse(wait.usual()));
        }
        return new Waits(
                waits.get(Wait.COMMAND),
                waits.get(Wait.IMPORT),
                waits.get(Wait.VERIFY),
                waits.get(Wait.CHASSIS_DOWN),
                waits.get(Wait.INSTALL_START),
                waits.get(Wait.REBOOT),
                waits.get(Wait.CHASSIS_UP),
                waits.get(Wait.SETTLE),
                waits.get(Wait.NO_CARRIER),
                waits.get(Wait.POLL),
                waits.get(Wait.QUIET));
    }
}
