package io.bywash.target;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects what is wrong in one target file, so that it is told all at once.
 *
 * <p>A place is a JSON pointer such as {@code /login/passwordFrom}.
 */
final class Faults {
    /** For a fault of the file as a whole. */
    static final int NO_LINE = 0;

    private record Fault(int line, String text) {}

    private final Path file;
    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> places = new HashSet<>();

    Faults(Path file) {
        this.file = file;
    }

    void add(int line, String text) {
        faults.add(new Fault(line, text));
    }

    void add(String place, int line, String text) {
        places.add(place);
        add(line, text);
    }

    /** Whether something is already known to be wrong at this place or inside it, so that looking closer is no use. */
    boolean touch(String place) {
        return places.stream().anyMatch(known -> known.equals(place) || known.startsWith(place + "/"));
    }

    /**
     * Ends the reading when there is any fault.
     *
     * @throws TargetFileFaulty with all of them in order of lines
     */
    void tell() {
        if (!faults.isEmpty()) {
            throw new TargetFileFaulty(faults.stream()
                    .sorted(Comparator.comparingInt(Fault::line))
                    .map(this::located)
                    .toList());
        }
    }

    private String located(Fault fault) {
        return fault.line == NO_LINE ? file + ": " + fault.text : file + ":" + fault.line + ": " + fault.text;
    }
}
