package io.bywash.verdict;

import io.bywash.evidence.Measurement;
import io.bywash.group.ChassisId;
import io.bywash.group.ChassisRole;
import io.bywash.group.SgmId;
import io.bywash.group.SgmState;
import io.bywash.group.Take;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a measurement says about the group, held against what was really so while its step lasted.
 *
 * @param everSo whether it was so at any moment of the step
 * @param everOtherwise whether it was not so at any moment of the step
 * @param really what it was, for a person
 */
record Claim(boolean everSo, boolean everOtherwise, String really) {
    private static final Pattern TAKE = Pattern.compile("([12]_\\d\\d) by cpinfo");
    private static final Pattern ROLE = Pattern.compile("(?:role|state) of chassis([12])");
    private static final Pattern CARRIES = Pattern.compile("chassis([12]) carries");
    private static final String CLONING = "SGMs whose image cloning is not off";
    private static final String NOT_UP = "SGMs that are not UP";

    /** What a measurement says; empty for one that says nothing that the record can tell. */
    static Optional<Claim> of(Measurement measurement, StepTold step, Reality reality) {
        Instant from = step.from().minus(reality.plan().lookLasts());
        Instant until = step.until();
        Matcher take = TAKE.matcher(measurement.name());
        if (take.matches()) {
            return Optional.of(take(SgmId.parse(take.group(1)), from, until, reality));
        }
        Matcher role = ROLE.matcher(measurement.name());
        if (role.matches()) {
            return role(measurement, ChassisId.of(Integer.parseInt(role.group(1))), from, until, reality);
        }
        Matcher carries = CARRIES.matcher(measurement.name());
        if (carries.matches()) {
            return Optional.of(whole(ChassisId.of(Integer.parseInt(carries.group(1))), from, until, reality));
        }
        return switch (measurement.name()) {
            case CLONING -> Optional.of(cloningOff(from, until, reality));
            case NOT_UP ->
                Optional.of(whole(
                        step.id().startsWith("3")
                                ? reality.plan().chassisA()
                                : reality.plan().chassisB(),
                        from,
                        until,
                        reality));
            default -> Optional.empty();
        };
    }

    static Claim take(SgmId sgm, Instant from, Instant until, Reality reality) {
        Optional<Take> wanted = Optional.of(reality.plan().take());
        Course<Optional<Take>> takes = reality.takes().get(sgm);
        return new Claim(
                takes.ever(from, until, wanted::equals),
                takes.ever(from, until, take -> !take.equals(wanted)),
                takes.told(from, until));
    }

    private static Optional<Claim> role(
            Measurement measurement, ChassisId chassis, Instant from, Instant until, Reality reality) {
        String said = measurement.asExpected() ? measurement.actual() : measurement.expected();
        for (ChassisRole role : ChassisRole.values()) {
            if (role.name().equals(said)) {
                return Optional.of(new Claim(
                        reality.everInRole(chassis, role, from, until),
                        reality.roles().ever(from, until, all -> all.get(chassis) != role),
                        reality.roles().told(from, until)));
            }
        }
        return Optional.empty();
    }

    static Claim whole(ChassisId chassis, Instant from, Instant until, Reality reality) {
        StringBuilder really = new StringBuilder();
        boolean otherwise = false;
        for (SgmId sgm : reality.group().sgmsOf(chassis)) {
            Course<SgmState> states = reality.states().get(sgm);
            otherwise |= states.ever(from, until, state -> state != SgmState.UP);
            really.append(sgm).append(' ').append(states.told(from, until)).append("; ");
        }
        return new Claim(reality.everWhole(chassis, from, until), otherwise, really.toString());
    }

    static Claim cloningOff(Instant from, Instant until, Reality reality) {
        boolean off = reality.cloning().values().stream().allMatch(course -> course.ever(from, until, on -> !on));
        boolean on = reality.cloning().values().stream().anyMatch(course -> course.ever(from, until, is -> is));
        return new Claim(off, on, reality.cloning().toString());
    }
}
