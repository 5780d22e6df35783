package io.bywash.report;

import io.bywash.custody.SigningKey;
import io.bywash.custody.SigningKeyFile;
import io.bywash.evidence.Broken;
import io.bywash.evidence.RunDirectory;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Makes the evidence of a run from the command line, and tells at its end once more how the run ended. */
public final class EvidenceCommand {
    /** The file in the run's directory that holds the failure page. */
    private static final String FAILURE = "failure.txt";

    private EvidenceCommand() {}

    /**
     * Makes it; ends the process with 1 when that cannot be done.
     *
     * <p>It reads five properties: {@code allure}, the directory of the Allure distribution; {@code last}, a file that names
     * the run that was just made, or is not there; {@code run}, the directory of another run, or nothing; {@code into}, where
     * to, or nothing for the directory of the run; {@code signWith}, the file of the site's key, or nothing.
     */
    public static void main(String[] arguments) throws IOException {
        Path last = Path.of(System.getProperty("last"));
        Optional<Path> run = path("run");
        if (run.isEmpty() && !Files.exists(last)) {
            System.out.println(
                    "No run is known to have begun, so no report was made. If the newest directory under reports/ is of this run, make it with -Dbywash.run.");
            return;
        }
        Path of = run.isPresent() ? run.get() : Path.of(Files.readString(last).strip());
        if (!made(Path.of(System.getProperty("allure")), of, path("into"), property("signWith"), System.out)) {
            System.exit(1);
        }
    }

    private static Optional<Path> path(String property) {
        return property(property).map(Path::of);
    }

    private static Optional<String> property(String property) {
        return Optional.of(System.getProperty(property, "")).filter(text -> !text.isBlank());
    }

    /** Whether it could be made; if not, a paragraph says why. */
    static boolean made(Path distribution, Path run, Optional<Path> into, Optional<String> signWith, PrintStream out)
            throws IOException {
        try {
            Optional<SigningKey> key = signWith.map(written -> SigningKeyFile.read("bywash.signWith", written));
            out.println("report      " + Evidence.make(distribution, run, into, key));
            return true;
        } catch (Broken e) {
            out.println(e.getMessage());
            return false;
        } finally {
            tellAgain(run, out);
        }
    }

    /** Maven says much between the end of a run and its own; what matters stands below it once more. */
    private static void tellAgain(Path run, PrintStream out) throws IOException {
        out.println();
        if (Files.exists(run.resolve(FAILURE))) {
            Files.readAllLines(run.resolve(FAILURE)).forEach(out::println);
        }
        Path result = run.resolve(RunDirectory.RESULT);
        out.println(
                Files.exists(result)
                        ? new JsonMapper()
                                .readTree(Files.readString(result))
                                .get("verdict")
                                .asString()
                        : "INCOMPLETE: the run left no result; what the console showed above is the evidence");
        out.println();
    }
}
