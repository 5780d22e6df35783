package io.bywash.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What can be wrong with a file on this machine; each answer is a sentence with the remedy, or empty when all is well. */
public final class LocalFile {
    private static final Set<PosixFilePermission> OWNER = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private LocalFile() {}

    /** Whether a file that a target file names can be read. */
    public static Optional<String> unfit(Path file) {
        return unfit(file, "the directory of the target file");
    }

    /**
     * Whether a file can be read.
     *
     * @param from where a relative path counts from, in words
     */
    public static Optional<String> unfit(Path file, String from) {
        if (!Files.exists(file)) {
            return Optional.of(
                    "there is no file %s. Write: the path of a file that exists; a relative one counts from %s."
                            .formatted(file, from));
        }
        if (!Files.isRegularFile(file)) {
            return Optional.of("%s is no file. Write: the path of the file itself.".formatted(file));
        }
        if (!Files.isReadable(file)) {
            return Optional.of(
                    "%s cannot be read. Write: chmod u+r %s, as the user who starts the run.".formatted(file, file));
        }
        if (firstBytes(file, 1).length == 0) {
            return Optional.of("%s is empty. Write: the path of the file that has the content.".formatted(file));
        }
        return Optional.empty();
    }

    /** Whether anybody but the owner may read or write the file; unknown, and no fault, where files have no such rights. */
    public static Optional<String> openToOthers(Path file) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            return OWNER.containsAll(permissions)
                    ? Optional.empty()
                    : Optional.of("%s is open to others (%s). Write: chmod 600 %s"
                            .formatted(file, PosixFilePermissions.toString(permissions), file));
        } catch (UnsupportedOperationException | IOException e) {
            return Optional.empty();
        }
    }

    /** The first bytes of a file, fewer when it is shorter or cannot be read. */
    public static byte[] firstBytes(Path file, int count) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(count);
        } catch (IOException e) {
            return new byte[0];
        }
    }
}
