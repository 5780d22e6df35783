package io.bywash.acceptance;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Says something when Maven is no longer there to carry it to the console. */
final class Interruption {
    private static final Path TERMINAL = Path.of("/dev/tty");
    private static final String FILE = "interrupted.txt";

    private Interruption() {}

    /** Tells it on the terminal if there is one, and in the run's directory. */
    static void tell(List<String> lines, Path runDirectory) {
        try {
            Files.write(runDirectory.resolve(FILE), lines);
        } catch (IOException e) {
            System.err.println("The evidence directory cannot be written: " + e.getMessage());
        }
        onTheConsole(lines, System.out);
    }

    /** Tells it on the terminal if there is one, and where the run tells of itself. */
    static void onTheConsole(List<String> lines, PrintStream out) {
        try {
            Files.write(TERMINAL, lines, StandardOpenOption.WRITE);
        } catch (IOException e) {
            lines.forEach(out::println);
        }
    }
}
