package io.bywash.simulator;

/**
 * A fault as the table of faults shows it.
 *
 * @param name a short phrase; how {@link FaultPlan#of} knows it
 * @param imitates what goes wrong
 * @param source the row of the domain reference where somebody met it, or {@code invented}
 */
public record FaultKind(String name, Family family, String imitates, String source) {

    /** Where it strikes. */
    public enum Family {
        LINK,
        SHELLS,
        PACKAGES,
        MEMBERS,
        GROUP
    }
}
