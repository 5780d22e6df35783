package io.bywash.simulator;

/**
 * Something that happens in a group and that a fault may be waiting for.
 *
 * @param on the SGM it happens on, or the first one of a chassis; null where it is no SGM's
 * @param about the line of a command, the kind of a task; empty for the rest
 */
record Moment(Kind kind, SimulatedSgm on, String about) {

    enum Kind {
        START(true),
        CONNECTION(true),
        BEFORE_COMMAND(true),
        AFTER_COMMAND(true),
        TASK_BEGINS(false),
        CHASSIS_GOES_DOWN(false),
        REBOOT(false),
        BOOT(false),
        SGM_UP(false);

        private final boolean outside;

        Kind(boolean outside) {
            this.outside = outside;
        }

        /** Whether it is noticed while nothing in the group is half done. */
        boolean outside() {
            return outside;
        }
    }

    static Moment of(Kind kind, SimulatedSgm on) {
        return new Moment(kind, on, "");
    }
}
