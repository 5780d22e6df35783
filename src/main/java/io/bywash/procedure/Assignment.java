package io.bywash.procedure;

import io.bywash.cpuse.PackageFile;
import io.bywash.gaia.Audit;
import io.bywash.group.ChassisId;
import io.bywash.group.GatewayMode;
import io.bywash.group.Release;
import io.bywash.group.SecurityGroup;
import io.bywash.group.Take;
import java.util.Optional;

/**
 * What is to be installed on which Security Group, and who answers for it.
 *
 * @param chassisA the chassis that is Standby when the procedure begins; Chassis "B" is the other one
 * @param remoteDirectory where the package is put on the device, without a slash at the end
 * @param changeTicket the number of the change, where the site has one
 * @param options what else was on the command line, so that a command to go on can be told whole
 */
public record Assignment(
        SecurityGroup group,
        ChassisId chassisA,
        GatewayMode mode,
        Release release,
        PackageFile file,
        Take take,
        String remoteDirectory,
        Audit audit,
        Optional<String> changeTicket,
        String options,
        Waits waits) {
    public ChassisId chassisB() {
        return chassisA.other();
    }

    /** The chassis that the page calls "A" or "B". */
    public ChassisId chassis(char letter) {
        return switch (letter) {
            case 'A' -> chassisA;
            case 'B' -> chassisB();
            default -> throw new IllegalArgumentException("There is no chassis \"%s\".".formatted(letter));
        };
    }

    /** The letter by which the page calls a chassis. */
    public String letter(ChassisId chassis) {
        return chassis == chassisA ? "A" : "B";
    }

    /** The command that runs another stage on the same Security Group. */
    public String commandFor(Stage stage) {
        return "mvn verify %s-Dcucumber.filter.tags=%s".formatted(options.isEmpty() ? "" : options + " ", stage.tag());
    }

    /** The command that runs all stages on the same Security Group. */
    public String commandForAll() {
        return options.isEmpty() ? "mvn verify" : "mvn verify " + options;
    }

    public String remotePath() {
        return remoteDirectory + "/" + file.name();
    }
}
