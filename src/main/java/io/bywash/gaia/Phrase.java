package io.bywash.gaia;

import java.util.Arrays;
import java.util.Optional;

/** Something whose wording depends on the release, by the name a dialect gives it. */
public enum Phrase {
    STATUS("status"),
    CHASSIS_DOWN("chassisDown"),
    CHASSIS_UP("chassisUp"),
    /** The words an SGM shows while it carries, separated by commas. */
    UP_STATES("upStates"),
    /** The word an SGM shows when it is back from the installation's reboot and its chassis is still down. */
    RETURN_STATE("returnState"),
    CLONING_SHOW("cloningShow"),
    CLONING_OFF("cloningOff"),
    /** Told to a person as a rollback, and never typed. */
    CLONING_ON("cloningOn"),
    /** What a member says when its image cloning is off. */
    CLONING_OFF_LINE("cloningOffLine"),
    IMPORT_PACKAGE("importPackage"),
    SHOW_IMPORTED("showImported"),
    SHOW_INSTALLED("showInstalled"),
    VERIFY("verify"),
    INSTALL("install"),
    /** Told to a person as a rollback, and never typed. */
    UNINSTALL("uninstall"),
    /** The beginning whose continuations list the packages with their numbers. */
    PACKAGE_NUMBER("packageNumber"),
    AGENT_BUILD("agentBuild"),
    VERSION("version"),
    HOTFIXES("hotfixes"),
    BOOT_TIME("bootTime"),
    /** The interfaces of a member with their links; {@code none} where the release has no such command. */
    INTERFACES("interfaces"),
    /** How many connections a member handles; {@code none} where the release has no such command. */
    CONNECTIONS("connections"),
    /** What a member says of its synchronisation; {@code none} where the release has no such command. */
    SYNC_STATUS("syncStatus"),
    /** The signature of the policy on every member, in one table; {@code none} where the release has no such command. */
    POLICY_VERIFY("policyVerify"),
    /** Runs a command in Expert mode on every member that answers, held down or not. */
    EVERYWHERE("everywhere"),
    LEASE_TAKE("leaseTake"),
    LEASE_READ("leaseRead"),
    LEASE_RELEASE("leaseRelease");

    private final String key;

    Phrase(String key) {
        this.key = key;
    }

    /** The name in a dialect and under {@code dialect} in a target file. */
    public String key() {
        return key;
    }

    /** Whether it is typed, and changes nothing. */
    boolean isRead() {
        return switch (this) {
            case STATUS,
                    CLONING_SHOW,
                    SHOW_IMPORTED,
                    SHOW_INSTALLED,
                    VERIFY,
                    AGENT_BUILD,
                    VERSION,
                    HOTFIXES,
                    BOOT_TIME,
                    INTERFACES,
                    CONNECTIONS,
                    SYNC_STATUS,
                    POLICY_VERIFY,
                    EVERYWHERE,
                    LEASE_READ -> true;
            default -> false;
        };
    }

    /** Whether a site may have no wording for it. */
    boolean isOptional() {
        return switch (this) {
            case INTERFACES, CONNECTIONS, SYNC_STATUS, POLICY_VERIFY -> true;
            default -> false;
        };
    }

    /** Whether it has no wording on a release whose hotfixes do not go onto SGMs by CPUSE. */
    public boolean isOfCpuse() {
        return switch (this) {
            case IMPORT_PACKAGE, SHOW_IMPORTED, SHOW_INSTALLED, VERIFY, UNINSTALL, PACKAGE_NUMBER, AGENT_BUILD -> true;
            default -> false;
        };
    }

    /** Whether it is typed on every member at once, behind {@link #EVERYWHERE}. */
    boolean isTypedEverywhere() {
        return switch (this) {
            case VERSION, HOTFIXES, BOOT_TIME, INTERFACES, CONNECTIONS, SYNC_STATUS -> true;
            default -> false;
        };
    }

    /** Whether it is typed, and changes something. */
    public boolean isAct() {
        return switch (this) {
            case CHASSIS_DOWN, CHASSIS_UP, CLONING_OFF, IMPORT_PACKAGE, INSTALL, LEASE_TAKE, LEASE_RELEASE -> true;
            default -> false;
        };
    }

    static Optional<Phrase> named(String key) {
        return Arrays.stream(values()).filter(phrase -> phrase.key.equals(key)).findFirst();
    }
}
