package io.bywash.acceptance;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says something when Maven is no longer there to carry it to the console.
 *
 * <p>A run is in a process that Maven starts, and what it prints goes through Maven. Ctrl-C ends both, so the run opens Maven's
 * own output at its beginning and keeps it (Linux; elsewhere there is only the terminal).
 */
final class Interruption {
    private static final Path TERMINAL = Path.of("/dev/tty");
    private static final String FILE = "interrupted.txt";

    private static volatile Optional<OutputStream> mavensOutput = Optional.empty();

    private Interruption() {}

    /** Opens the output of the Maven that has started this process; nothing, where none has, or where it is a terminal. */
    static synchronized void prepare() {
        if (mavensOutput.isEmpty() && System.getProperty("sun.java.command", "").contains("surefire")) {
            mavensOutput = maven().flatMap(Interruption::outputOf);
        }
    }

    /** The nearest process above this one that is a Java program; between them is a shell. */
    private static Optional<ProcessHandle> maven() {
        return Stream.iterate(
                        ProcessHandle.current().parent(),
                        Optional::isPresent,
                        above -> above.flatMap(ProcessHandle::parent))
                .flatMap(Optional::stream)
                .filter(above -> above.info()
                        .command()
                        .filter(command -> command.endsWith("/java"))
                        .isPresent())
                .findFirst();
    }

    /** What the standard output of a process is, opened for us too; a terminal is met as our own. */
    static Optional<OutputStream> outputOf(ProcessHandle process) {
        Path out = Path.of("/proc/%d/fd/1".formatted(process.pid()));
        try {
            return Files.readSymbolicLink(out).startsWith("/dev")
                    ? Optional.empty()
                    : Optional.of(Files.newOutputStream(out, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    /** Tells it on the terminal if there is one, in Maven's output, and in the run's directory. */
    static void tell(List<String> lines, Path runDirectory) {
        try {
            Files.write(runDirectory.resolve(FILE), lines);
        } catch (IOException e) {
            System.err.println("The evidence directory cannot be written: " + e.getMessage());
        }
        onTheConsole(lines, System.out);
    }

    /** Tells it on the terminal if there is one, and in Maven's output; where there is neither, where the run tells of itself. */
    static void onTheConsole(List<String> lines, PrintStream out) {
        boolean shown = onTheTerminal(lines);
        if (!inMavensOutput(lines) && !shown) {
            lines.forEach(out::println);
        }
    }

    private static boolean onTheTerminal(List<String> lines) {
        try {
            Files.write(TERMINAL, lines, StandardOpenOption.WRITE);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean inMavensOutput(List<String> lines) {
        try {
            if (mavensOutput.isPresent()) {
                mavensOutput
                        .get()
                        .write((String.join(System.lineSeparator(), lines) + System.lineSeparator())
                                .getBytes(StandardCharsets.UTF_8));
                mavensOutput.get().flush();
            }
            return mavensOutput.isPresent();
        } catch (IOException e) {
            return false;
        }
    }
}
