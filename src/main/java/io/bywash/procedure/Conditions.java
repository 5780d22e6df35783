package io.bywash.procedure;

import io.bywash.group.Assessment;
import io.bywash.group.ChassisId;
import io.bywash.group.ChassisRole;
import io.bywash.group.GroupCondition;
import io.bywash.group.GroupStatus;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmState;
import io.bywash.group.SgmStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the procedure waits for. */
final class Conditions {
    /** How a chassis should carry. */
    static final String WHOLE = "with every SGM";

    private Conditions() {}

    /** The chassis is DOWN, none of its SGMs carries, and the other chassis carries with all its SGMs. */
    static GroupCondition downWhileTheOtherCarries(SecurityGroup group, ChassisId chassis) {
        return new GroupCondition(
                "%s DOWN, and %s ACTIVE with every SGM UP".formatted(chassis, chassis.other()), status -> {
                    String missing = missing(
                            status.role(chassis).equals(Optional.of(ChassisRole.DOWN))
                                    ? ""
                                    : chassis + " is " + role(status, chassis),
                            told(status.of(chassis).stream()
                                    .filter(sgm -> sgm.state() != SgmState.DOWN && sgm.state() != SgmState.ABSENT)
                                    .map(Object::toString)
                                    .toList()),
                            notCarrying(status, group, chassis.other()));
                    return missing.isEmpty()
                            ? new Assessment.Met()
                            : new Assessment.NotYet(missing, notDownOrCarrying(status, group, chassis));
                });
    }

    private static List<SgmStatus> notDownOrCarrying(GroupStatus status, SecurityGroup group, ChassisId chassis) {
        return Stream.concat(
                        status.straying(group.sgmsOf(chassis.other()), SgmState.UP).stream(),
                        status.of(chassis).stream()
                                .filter(sgm -> sgm.state() != SgmState.DOWN && sgm.state() != SgmState.ABSENT))
                .toList();
    }

    /** The chassis that should carry while the other one is worked on does not. */
    static Assessment outage(GroupStatus status, SecurityGroup group, ChassisId chassis, String outage) {
        return new Assessment.Hopeless(
                "the chassis that should carry does not: " + outage,
                status.straying(group.sgmsOf(chassis), SgmState.UP));
    }

    /** The chassis is Standby, whatever its SGMs do, and the other carries as before. */
    static GroupCondition isStandby(SecurityGroup group, ChassisId chassis) {
        return new GroupCondition("%s STANDBY".formatted(chassis), status -> {
            String outage = notCarrying(status, group, chassis.other());
            if (!outage.isEmpty()) {
                return outage(status, group, chassis.other(), outage);
            }
            return status.role(chassis).equals(Optional.of(ChassisRole.STANDBY))
                    ? new Assessment.Met()
                    : new Assessment.NotYet(chassis + " is " + role(status, chassis));
        });
    }

    /** The chassis is Standby with every SGM UP, and the other carries as before. */
    static GroupCondition upAsStandby(SecurityGroup group, ChassisId chassis) {
        return new GroupCondition("%s STANDBY with every SGM UP".formatted(chassis), status -> {
            String outage = notCarrying(status, group, chassis.other());
            if (!outage.isEmpty()) {
                return outage(status, group, chassis.other(), outage);
            }
            String missing = missing(
                    status.role(chassis).equals(Optional.of(ChassisRole.STANDBY))
                            ? ""
                            : chassis + " is " + role(status, chassis),
                    told(status.strays(group.sgmsOf(chassis), SgmState.UP)));
            return missing.isEmpty()
                    ? new Assessment.Met()
                    : new Assessment.NotYet(missing, status.straying(group.sgmsOf(chassis), SgmState.UP));
        });
    }

    /** Every SGM of the chassis is there, whether it carries or is held down, and the other carries as before. */
    static GroupCondition isBack(SecurityGroup group, ChassisId chassis) {
        return new GroupCondition(
                "every SGM of %s there, while %s carries".formatted(chassis, chassis.other()), status -> {
                    String outage = notCarrying(status, group, chassis.other());
                    if (!outage.isEmpty()) {
                        return outage(status, group, chassis.other(), outage);
                    }
                    List<String> away = group.sgmsOf(chassis).stream()
                            .filter(sgm -> !status.sgms().containsKey(sgm)
                                    || status.sgms().get(sgm).state() != SgmState.UP
                                            && status.sgms().get(sgm).state() != SgmState.DOWN)
                            .map(status::told)
                            .toList();
                    return away.isEmpty() ? new Assessment.Met() : new Assessment.NotYet(told(away));
                });
    }

    /** Says what keeps the chassis from carrying with all its SGMs; empty when nothing does. */
    static String notCarrying(GroupStatus status, SecurityGroup group, ChassisId chassis) {
        return missing(
                status.role(chassis).equals(Optional.of(ChassisRole.ACTIVE))
                        ? ""
                        : chassis + " is " + role(status, chassis),
                told(status.strays(group.sgmsOf(chassis), SgmState.UP)));
    }

    /** Whether the chassis carries, in words for a measurement that expects {@link #WHOLE}. */
    static String carrying(GroupStatus status, SecurityGroup group, ChassisId chassis) {
        String missing = notCarrying(status, group, chassis);
        return missing.isEmpty() ? WHOLE : missing;
    }

    static String role(GroupStatus status, ChassisId chassis) {
        return status.role(chassis).map(Enum::name).orElse("in a role that the screen does not say");
    }

    private static String told(List<String> strays) {
        return String.join(", ", strays);
    }

    private static String missing(String... parts) {
        return List.of(parts).stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
    }
}
