package io.bywash.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The moment at which a fault strikes.
 *
 * @param form the first words of the command waited for, or the kind of the task; empty for any
 * @param nth at the first, the second ... that matches
 * @param later how much device time after it
 * @param victim on which SGM; empty for any
 */
record When(Moment.Kind kind, String form, int nth, Duration later, Optional<Victim> victim) {

    static When atTheStart() {
        return new When(Moment.Kind.START, "", 1, Duration.ZERO, Optional.empty());
    }

    /** So much device time after the group was started. */
    static When at(Duration time) {
        return atTheStart().plus(time);
    }

    /** When the n-th connection from outside arrives, before anybody logs in. */
    static When connection(int nth) {
        return new When(Moment.Kind.CONNECTION, "", nth, Duration.ZERO, Optional.empty());
    }

    /** Just before the n-th command of this form does anything. */
    static When before(String form, int nth) {
        return new When(Moment.Kind.BEFORE_COMMAND, form, nth, Duration.ZERO, Optional.empty());
    }

    /** When the n-th command of this form has done and said everything. */
    static When after(String form, int nth) {
        return new When(Moment.Kind.AFTER_COMMAND, form, nth, Duration.ZERO, Optional.empty());
    }

    static When taskBegins(CpuseTask.Kind kind) {
        return new When(Moment.Kind.TASK_BEGINS, kind.toString(), 1, Duration.ZERO, Optional.empty());
    }

    static When chassisGoesDown(int nth) {
        return new When(Moment.Kind.CHASSIS_GOES_DOWN, "", nth, Duration.ZERO, Optional.empty());
    }

    /** The next time this happens to an SGM. */
    static When next(Moment.Kind kind, Victim victim) {
        return new When(kind, "", 1, Duration.ZERO, Optional.of(victim));
    }

    When on(Victim only) {
        return new When(kind, form, nth, later, Optional.of(only));
    }

    When plus(Duration time) {
        return new When(kind, form, nth, later.plus(time), victim);
    }

    boolean matches(Moment moment, SimulatedGroup group) {
        return moment.kind() == kind
                && (form.isEmpty() || begins(moment.about()))
                && victim.map(wanted -> wanted.in(group) == moment.on()).orElse(true);
    }

    /** Whether the line, or one of the commands that it joins, begins with the form. */
    private boolean begins(String line) {
        String words = String.join("\\s+", List.of(form.split(" ")));
        return Pattern.compile("(^|[;&|])\\s*" + words + "\\b").matcher(line).find();
    }

    @Override
    public String toString() {
        String command = form.isEmpty() ? "line" : "'" + form + "'";
        String what = switch (kind) {
            case START -> "the start";
            case CONNECTION -> "connection no. " + nth;
            case BEFORE_COMMAND, AFTER_COMMAND -> command + " no. " + nth;
            case TASK_BEGINS -> form + " begins";
            case CHASSIS_GOES_DOWN -> "order no. " + nth + " to set a chassis down";
            case REBOOT -> "reboot";
            case BOOT -> "boot";
            case SGM_UP -> "return to ACTIVE";
        };
        String place =
                later.isZero() ? (kind == Moment.Kind.BEFORE_COMMAND ? "just before " : "at ") : after() + " after ";
        String end = kind == Moment.Kind.AFTER_COMMAND && later.isZero() ? "the end of " : "";
        return place + end + what + victim.map(sgm -> " of " + sgm).orElse("");
    }

    private String after() {
        return later.toSeconds() + " s";
    }
}
