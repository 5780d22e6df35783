package io.bywash.simulator;

/** How each part of the vendor's procedure leaves the group; chassis A is chassis1, chassis B is chassis2. */
public enum StartingState {
    /** Nothing was done: chassis1 is Standby, chassis2 Active, image cloning on, no package stored. */
    FRESH,
    /** Part 1 is done: the package is stored on every SGM. */
    PACKAGE_VERIFIED,
    /** Part 2 is done: image cloning is off on every SGM. */
    CLONING_OFF,
    /** Part 3 is done: chassis1 has the hotfix and is Standby again. */
    CHASSIS_A_DONE,
    /** Part 4 is done: chassis1 is Active, chassis2 is down. */
    FAILED_OVER,
    /** Part 5 is done: both chassis have the hotfix, chassis1 is Active and chassis2 Standby. */
    ALL_DONE;

    boolean reached(StartingState state) {
        return compareTo(state) >= 0;
    }
}
