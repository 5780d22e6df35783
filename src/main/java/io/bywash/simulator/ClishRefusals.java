package io.bywash.simulator;

/**
 * What Clish says instead of doing something. It says it on standard output, and its standard error stays empty
 * (REFERENCE 2, D:field F5).
 *
 * <p>Each text is a code, two blanks and a sentence. Marked D where somebody published it.
 */
final class ClishRefusals {
    /**
     * The words D:field [F7]. The second blank, which every other code has, and the full stop are in one public source,
     * the full stop alone in another: I 85 %.
     */
    static final String INCOMPLETE = "CLINFR0349  Incomplete command.";

    /** D:field [F5][F10]. */
    static final String LOCKED = "CLINFR0519  Configuration lock present. Can not execute this command."
            + " To acquire the lock use the command 'lock database override'.";

    /** D:field [F14]; that the exit status is 1 although the lock is had is D:field (a script that works round it). */
    static final String LOCK_HELD_ALREADY = "CLICMD0201  Config lock is already turned on.";

    private ClishRefusals() {}

    /** D:field [F9]; the command stands behind the colon without a blank. */
    static String invalid(String command) {
        return "CLINFR0329  Invalid command:'%s'.".formatted(command);
    }

    /** A notice only: what reads is answered below it. D:field [F5][F14]. */
    static String lockOwnedBy(String user) {
        return ("CLINFR0771  Config lock is owned by %s. Use the command 'lock database override' to acquire the"
                        + " lock.")
                .formatted(user);
    }
}
