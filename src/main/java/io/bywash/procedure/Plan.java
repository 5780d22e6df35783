package io.bywash.procedure;

import io.bywash.cpuse.InstallScope;
import io.bywash.group.ChassisId;
import java.util.ArrayList;
import java.util.List;

/** Everything a stage would send that changes something, in order. */
final class Plan {
    private final Assignment assignment;
    private final Means means;

    Plan(Assignment assignment, Means means) {
        this.assignment = assignment;
        this.means = means;
    }

    List<String> of(Stage stage) {
        return switch (stage) {
            case PRELIMINARY -> preparation();
            case IMAGE_CLONING ->
                List.of("2.D  gClish on the SMO, if it is on: "
                        + means.cloning().offLine());
            case CHASSIS_A -> installation(stage, assignment.chassisA());
            case FAILOVER ->
                List.of("4.C  Expert mode on the SMO: " + means.chassisAdmin().downLine(assignment.chassisB()));
            case CHASSIS_B -> installation(stage, assignment.chassisB());
        };
    }

    private List<String> preparation() {
        List<String> lines = new ArrayList<>();
        lines.add("1.B  upload of %s (%d bytes) to %s"
                .formatted(assignment.file().name(), assignment.file().size(), assignment.remotePath()));
        if (assignment.release().hasCpuse()) {
            lines.add("1.F  gClish on the SMO: " + means.installer().importLine(assignment.remotePath()));
        }
        return lines;
    }

    private List<String> installation(Stage stage, ChassisId chassis) {
        InstallScope scope = InstallScope.of(assignment.group(), chassis);
        List<String> lines = new ArrayList<>();
        lines.add("%d.C  Expert mode on the SMO, unless %s is DOWN already: %s"
                .formatted(stage.number(), chassis, means.chassisAdmin().downLine(chassis)));
        lines.add(
                assignment.release().hasCpuse()
                        ? "%d.F  gClish on %s: %s"
                                .formatted(
                                        stage.number(),
                                        scope.sgms().first(),
                                        means.installer().plannedInstallLine("<its number there>", scope))
                        : "%d.F  Expert mode on the SMO, with the package sent there first if it is not there: %s"
                                .formatted(
                                        stage.number(),
                                        means.installer().installFileLine(assignment.remotePath(), scope)));
        lines.add("%d.I  Expert mode on the SMO: %s"
                .formatted(stage.number(), means.chassisAdmin().upLine(chassis)));
        return lines;
    }
}
