package io.bywash.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file system of one SGM: a directory of the real one, seen as {@code /}. */
final class SgmFiles {
    static final String ACCEPTED = "/etc/.wizard_accepted";
    static final String AUTO_CONFIRM = "/etc/.asg_auto_confirm";

    private final Path root;

    SgmFiles(Path root) {
        this.root = root;
        try {
            for (String directory : new String[] {"etc", "home/admin", "tmp", "var/log"}) {
                Files.createDirectories(root.resolve(directory));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("No file system for an SGM at " + root, e);
        }
    }

    Path root() {
        return root;
    }

    /** The real file behind a path of the SGM; {@code ..} never leads out of it. */
    Path at(String path) {
        String absolute = path.startsWith("/") ? path : "/home/admin/" + path;
        Path inside = Path.of(absolute).normalize();
        return root.resolve(Path.of("/").relativize(inside).toString());
    }

    boolean has(String path) {
        return Files.exists(at(path));
    }

    void set(String path, boolean present) {
        try {
            if (present && !has(path)) {
                Files.createFile(at(path));
            } else if (!present) {
                Files.deleteIfExists(at(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot set " + path, e);
        }
    }
}
