package io.bywash.target;

import java.util.List;

/**
 * The target file cannot be used; the message holds every fault in it, one to a line.
 *
 * <p>It carries no stack trace: whoever reads it has a file to correct, not a program.
 */
public final class TargetFileFaulty extends RuntimeException {
    private final List<String> faults;

    TargetFileFaulty(List<String> faults) {
        super(message(faults), null, false, false);
        this.faults = List.copyOf(faults);
    }

    /** The faults in order of their lines, each as {@code FILE:LINE: what is wrong. Write: what to write instead}. */
    public List<String> faults() {
        return faults;
    }

    /** The message alone, so that nothing that prints the exception puts a class name before it. */
    @Override
    public String toString() {
        return getMessage();
    }

    private static String message(List<String> faults) {
        return "%s%n%s; no connection was made."
                .formatted(
                        String.join(System.lineSeparator(), faults),
                        faults.size() == 1
                                ? "1 fault in the target file"
                                : faults.size() + " faults in the target file");
    }
}
