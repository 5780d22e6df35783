package io.bywash.procedure;

import io.bywash.group.ChassisId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The five parts of the vendor's page, each of which can be run alone. */
public enum Stage {
    PRELIMINARY("@preliminary", "Import and verify the package", 8),
    IMAGE_CLONING("@imageCloning", "Switch SMO Image Cloning off", 5),
    CHASSIS_A("@chassisA", "Install on the Standby Chassis \"A\"", 11),
    FAILOVER("@failover", "Fail over from Chassis \"B\" to Chassis \"A\"", 3),
    CHASSIS_B("@chassisB", "Install on the former Active Chassis \"B\"", 11);

    private final String tag;
    private final String title;
    private final int steps;

    Stage(String tag, String title, int steps) {
        this.tag = tag;
        this.title = title;
        this.steps = steps;
    }

    /** The tag that selects it: {@code @chassisA}. */
    public String tag() {
        return tag;
    }

    /** The number of the part on the vendor's page, from 1. */
    public int number() {
        return ordinal() + 1;
    }

    public String title() {
        return title;
    }

    /** The stage that leaves the group as this one needs it. */
    public Optional<Stage> before() {
        return ordinal() == 0 ? Optional.empty() : Optional.of(values()[ordinal() - 1]);
    }

    public Optional<Stage> after() {
        return ordinal() + 1 == values().length ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
    }

    /** The lettered steps of the part, in order. */
    public List<StepId> steps() {
        return StepId.all().stream().filter(step -> step.part() == number()).toList();
    }

    /** The part that a step belongs to, or a check beside the steps; empty for what is neither. */
    public static Optional<Stage> ofStep(String id) {
        if (id.startsWith("note ")) {
            return Optional.of(PRELIMINARY);
        }
        if (id.equals("proof")) {
            return Optional.of(CHASSIS_B);
        }
        return Arrays.stream(values())
                .filter(stage -> id.equals("part " + stage.number())
                        || id.startsWith(stage.number() + ".")
                        || id.equals(stage.comparison()))
                .findFirst();
    }

    /** The id of the step that compares the Security Group before and after: {@code after 3}. */
    public String comparison() {
        return "after " + number();
    }

    /** The chassis that this stage installs on, if it installs. */
    Optional<ChassisId> installs(ChassisId chassisA) {
        return switch (this) {
            case CHASSIS_A -> Optional.of(chassisA);
            case CHASSIS_B -> Optional.of(chassisA.other());
            default -> Optional.empty();
        };
    }

    int stepCount() {
        return steps;
    }

    public static Optional<Stage> tagged(String tag) {
        return Arrays.stream(values()).filter(stage -> stage.tag.equals(tag)).findFirst();
    }

    @Override
    public String toString() {
        return "part %d (%s)".formatted(number(), tag);
    }
}
