package io.bywash.group;

/** What a chassis does in the Security Group at one moment. */
public enum ChassisRole {
    /** It handles the traffic. */
    ACTIVE,
    /** It is ready to take over. */
    STANDBY,
    /** It was set down and takes no part. */
    DOWN
}
