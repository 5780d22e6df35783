package io.bywash.simulator;

import io.bywash.group.ChassisId;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** The choices of one fault; the same seed and name always make the same ones. */
final class Dice {
    private static final List<String> FORMS = List.of(
            "installer import",
            "installer verify",
            "installer install",
            "show installer",
            "show smo image auto-clone state",
            "set smo image auto-clone state off",
            "asg chassis_admin",
            "asg stat",
            "member",
            "gclish",
            "expert",
            "cphaprob",
            "cpinfo",
            "uptime");

    private final Random random;

    Dice(long seed, String name) {
        random = new Random((seed * 0x9E3779B97F4A7C15L) ^ ((long) name.hashCode() << 20));
    }

    /** A number between these two, which both can come. */
    int from(int lowest, int highest) {
        return lowest + random.nextInt(highest - lowest + 1);
    }

    Duration seconds(int least, int most) {
        return Duration.ofSeconds(from(least, most));
    }

    boolean coin() {
        return random.nextBoolean();
    }

    @SafeVarargs
    final <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** One SGM of either chassis. */
    Victim victim() {
        return victimOf(coin() ? ChassisId.CHASSIS1 : ChassisId.CHASSIS2);
    }

    Victim victimOf(ChassisId chassis) {
        return new Victim(chassis, from(0, 3));
    }

    /** Any moment of the procedure: at a command, at a line wherever it falls, during an install, at a time. */
    When moment() {
        return switch (from(0, 9)) {
            case 0, 1 -> When.at(seconds(20, 45 * 60));
            case 2, 3, 4 -> When.before("", from(2, 60));
            case 5 -> When.taskBegins(CpuseTask.Kind.INSTALL).on(victim()).plus(seconds(0, 12 * 60));
            default -> aroundACommand();
        };
    }

    private When aroundACommand() {
        String form = FORMS.get(random.nextInt(FORMS.size()));
        int nth = form.equals("asg stat") ? from(1, 20) : from(1, 4) / 2 + 1;
        return switch (from(0, 2)) {
            case 0 -> When.before(form, nth);
            case 1 -> When.before(form, nth).plus(seconds(1, 20));
            default -> When.after(form, nth);
        };
    }
}
