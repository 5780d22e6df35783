package io.bywash.target;

import io.bywash.evidence.Broken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** The file that {@code -Dbywash.target=FILE} names; its keys are explained in {@code src/site/markdown/target-file.md}. */
public final class TargetFile {
    private static final String SSH = "ssh";

    private TargetFile() {}

    /** The text of the file, which names places of secrets and holds none. */
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new Broken("The target file %s cannot be read: %s. Nothing was connected to.".formatted(file, e), e);
        }
    }

    /**
     * Reads the file and everything on this machine that it points to; nothing is connected to.
     *
     * @param environment gives an environment variable or null, most often {@code System::getenv}
     * @throws TargetFileFaulty with every fault found, each with its line and what to write instead
     */
    public static TargetSettings read(Path file, Function<String, String> environment) {
        Faults faults = new Faults(file);
        MarkedYaml yaml = TargetText.read(file, faults);
        TargetSchema schema = new TargetSchema();
        PlainWords words = new PlainWords(schema, yaml);
        Path folder = file.toAbsolutePath().getParent();
        TargetReading reading = new TargetReading(yaml, words, faults, folder, environment::apply);
        List<String> fromSshConfig = new UserSshConfig(yaml, reading, SSH).complete();
        new SchemaFaults(yaml, schema, words, faults).tell();
        return new SettingsReader(reading).read(fromSshConfig);
    }
}
