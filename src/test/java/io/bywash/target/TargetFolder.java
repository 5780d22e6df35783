package io.bywash.target;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A directory with all that a target file points to, and the environment it is read in. */
final class TargetFolder {
    static final String PACKAGE = "Check_Point_R81_10_JUMBO_HF_MAIN_Bundle_T110_FULL.tgz";
    /** The file with its first line on line 1; each test changes the line it is about. */
    static final String SOUND = """
            group: north-gate
            address: 192.0.2.10
            user: admin
            login:
              passwordFrom: {env: BYWASH_PASSWORD}
            expertPasswordFrom: {env: BYWASH_EXPERT_PASSWORD}
            package: Check_Point_R81_10_JUMBO_HF_MAIN_Bundle_T110_FULL.tgz
            take: 110
            standbyChassis: chassis1
            activeChassis: chassis2
            sgms:
              chassis1: 1-2
              chassis2: 1-2
            release: R81.10
            mode: gateway
            audit:
              name: Ada Operator
              reason: Maintenance
            """;

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();

    TargetFolder(Path folder) {
        this.folder = folder;
        write(PACKAGE, "the hotfix");
        write(".ssh/known_hosts", "192.0.2.10 ssh-ed25519 AAAA");
        environment.put("HOME", folder.toString());
        environment.put("BYWASH_PASSWORD", "open sesame");
        environment.put("BYWASH_EXPERT_PASSWORD", "abracadabra");
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    void set(String variable, String value) {
        environment.put(variable, value);
    }

    /** Writes a file as only its owner can read it. */
    Path write(String name, String content) {
        try {
            Path file = path(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String name) {
        try {
            Files.delete(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TargetSettings read(String yaml) {
        return TargetFile.read(write("north.yaml", yaml), environment::get);
    }

    TargetSettings readSound(String line, String instead) {
        return read(sound(line, instead));
    }

    /** The faults of a file, without the directory before its name. */
    List<String> faults(String yaml) {
        TargetFileFaulty refusal = catchThrowableOfType(TargetFileFaulty.class, () -> read(yaml));
        return refusal == null
                ? List.of()
                : refusal.faults().stream()
                        .map(fault -> fault.replace(folder + "/", ""))
                        .toList();
    }

    /** The faults of the sound file with one line written otherwise. */
    List<String> faultsOf(String line, String instead) {
        return faults(sound(line, instead));
    }

    private static String sound(String line, String instead) {
        if (!SOUND.contains(line + "\n")) {
            throw new IllegalArgumentException("The sound file has no line that ends with: " + line);
        }
        return SOUND.replace(line + "\n", instead + "\n");
    }
}
