package io.bywash.target;

import io.bywash.evidence.Secret;
import io.bywash.gaia.AnswerSize;
import io.bywash.group.ChassisId;
import io.bywash.group.GatewayMode;
import io.bywash.group.Release;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import io.bywash.group.Take;
import io.bywash.terminal.ConsolePort;
import io.bywash.terminal.SshAccess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a target file says: one Security Group, the way in, the package, and how long to wait for what.
 *
 * <p>Everything in it was checked on this machine, nothing on the device: that the chassis named Standby is Standby is
 * for the run to see.
 *
 * @param recording whether a recording answers at the address
 * @param strictSecrets whether a run is refused that cannot hide each of its secrets in all that it writes
 * @param access as whom and through whom, with an existing known_hosts file and a key that could be read
 * @param consoles where the serial console of an SGM is reached
 * @param consolePassword of the same user when he logs in there; empty where there is no console and no password
 * @param expertPassword of the Expert mode of every SGM
 * @param standby chassis A of the vendor's page, which gets the hotfix first
 * @param ticketLink the address of a change's page, with {@code {}} where its number belongs
 * @param dialect the words of the device that differ from those of its release, by the key they have in the file
 * @param fromSshConfig what was taken from the user's ssh config, each value in words
 */
public record TargetSettings(
        SecurityGroup group,
        Address address,
        boolean recording,
        boolean strictSecrets,
        SshAccess access,
        SortedMap<SgmId, ConsolePort> consoles,
        Optional<Secret> consolePassword,
        Secret expertPassword,
        Hotfix hotfix,
        ChassisId standby,
        Release release,
        GatewayMode mode,
        Audit audit,
        Optional<String> changeTicket,
        Optional<String> ticketLink,
        Optional<String> operator,
        Waits patience,
        AnswerSize answer,
        Map<String, String> dialect,
        List<String> fromSshConfig) {
    public TargetSettings {
        dialect = Map.copyOf(dialect);
        fromSshConfig = List.copyOf(fromSshConfig);
    }

    /** Chassis B of the vendor's page, which is Active at the start and gets the hotfix second. */
    public ChassisId active() {
        return standby.other();
    }

    /** Where the Security Group listens for SSH; an IPv6 address stands here without its brackets. */
    public record Address(String host, int port) {}

    /**
     * The package and what it brings.
     *
     * @param file an existing .tgz or .tar on this machine
     * @param remoteDirectory the absolute directory on the SGMs it is copied to, without a slash at the end
     */
    public record Hotfix(Path file, Take take, String remoteDirectory) {}

    /** The answers to the questions that audited commands ask. */
    public record Audit(String name, String reason) {}

    /**
     * The longest waits of a run.
     *
     * @param command for an ordinary command to answer
     * @param chassisDown for a chassis that was set down to be down
     * @param installStart for an installation that was ordered to begin
     * @param reboot for the SGMs of a chassis to come back
     * @param chassisUp for a chassis that was set up to be up
     * @param settle how long nothing may be seen of an act that an earlier run sent before it counts as not carried out
     * @param noCarrier how long no chassis may be seen to carry with every SGM
     * @param poll the pause between two looks, no limit
     * @param quiet the silence after a prompt that makes it count as one, no limit
     */
    public record Waits(
            Duration command,
            Duration importing,
            Duration verifying,
            Duration chassisDown,
            Duration installStart,
            Duration reboot,
            Duration chassisUp,
            Duration settle,
            Duration noCarrier,
            Duration poll,
            Duration quiet) {}
}
