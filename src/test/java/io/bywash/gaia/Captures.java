package io.bywash.gaia;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Screens that real devices printed, where the collection of them lies beside the checkout. */
public final class Captures {
    private static final Path FOLDER = Path.of("..", "shared", "captures");

    private static final Path SCREENS = Path.of("..", "shared", "screens");

    private Captures() {}

    /** The names of all of them; without the folder the test is skipped, and says so. */
    public static List<String> names() {
        assumeThere(FOLDER);
        try (Stream<Path> files = Files.list(FOLDER);
                Stream<Path> more = Files.exists(SCREENS) ? Files.list(SCREENS) : Stream.empty()) {
            return Stream.concat(files, more)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of a device, without the line that says where they were found. */
    public static String of(String name) {
        return in(Files.exists(FOLDER.resolve(name)) ? FOLDER.resolve(name) : SCREENS.resolve(name));
    }

    /** The same of the screens that were found later. */
    public static String screen(String name) {
        return in(SCREENS.resolve(name));
    }

    private static String in(Path file) {
        assumeThere(file);
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return text.startsWith("# source") ? text.substring(text.indexOf('\n') + 1) : text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assumeThere(Path path) {
        boolean there = Files.exists(path);
        if (!there) {
            System.err.println("SKIPPED, NOT PASSED: no real screens (" + path + ") beside this checkout");
        }
        assumeTrue(there, "no real screens beside this checkout");
    }
}
