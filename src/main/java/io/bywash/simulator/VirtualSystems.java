package io.bywash.simulator;

/** The virtual systems of a group in VSX mode: VS0, the base context, and two more with made-up names. */
final class VirtualSystems {
    static final int COUNT = 3;

    private VirtualSystems() {}

    /** The number of a virtual system, or -1 if there is none such. */
    static int parse(String text) {
        return text.matches("\\d{1,3}") && Integer.parseInt(text) < COUNT ? Integer.parseInt(text) : -1;
    }

    static String name(SimulatedGroup group, int vs) {
        String gateway = group.settings().group().name();
        return switch (vs) {
            case 0 -> gateway;
            case 1 -> gateway + "_north";
            default -> gateway + "_south";
        };
    }
}
