package io.bywash.simulator;

import io.bywash.group.ChassisId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The choices of one fault; the same seed and name always make the same ones. */
final class Dice {
    /** The commands of the procedure, and how often each is typed at least. */
    private static final List<Map.Entry<String, Integer>> FORMS = List.of(
            Map.entry("installer import", 1),
            Map.entry("installer verify", 1),
            Map.entry("installer install", 2),
            Map.entry("show installer", 3),
            Map.entry("show smo image auto-clone state", 2),
            Map.entry("set smo image auto-clone state off", 1),
            Map.entry("asg chassis_admin", 5),
            Map.entry("asg stat", 20),
            Map.entry("member", 2),
            Map.entry("gclish", 3),
            Map.entry("expert", 2),
            Map.entry("readlink", 3),
            Map.entry("cpinfo", 3),
            Map.entry("grep btime", 3));

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
        Map.Entry<String, Integer> command = FORMS.get(random.nextInt(FORMS.size()));
        String form = command.getKey();
        int nth = from(1, command.getValue());
        return switch (from(0, 2)) {
            case 0 -> When.before(form, nth);
            case 1 -> When.before(form, nth).plus(seconds(1, 20));
            default -> When.after(form, nth);
        };
    }
}
