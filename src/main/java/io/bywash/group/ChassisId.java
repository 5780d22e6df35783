package io.bywash.group;

/** One of the two chassis of a dual-chassis system. */
public enum ChassisId {
    CHASSIS1(1),
    CHASSIS2(2);

    private final int number;

    ChassisId(int number) {
        this.number = number;
    }

    /**
     * The chassis with this number.
     *
     * @throws IllegalArgumentException for anything but 1 and 2
     */
    public static ChassisId of(int number) {
        return switch (number) {
            case 1 -> CHASSIS1;
            case 2 -> CHASSIS2;
            default ->
                throw new IllegalArgumentException(
                        "There is no chassis %d: a dual-chassis system has chassis 1 and chassis 2.".formatted(number));
        };
    }

    public int number() {
        return number;
    }

    /** The chassis that carries while this one is worked on. */
    public ChassisId other() {
        return this == CHASSIS1 ? CHASSIS2 : CHASSIS1;
    }

    /** The chassis as the vendor's page names it: {@code chassis1}. */
    @Override
    public String toString() {
        return "chassis" + number;
    }
}
