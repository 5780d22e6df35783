package io.bywash.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The file system of one SGM: a directory of the real one, seen as {@code /}.
 *
 * <p>A symbolic link is a real one whose text is escaped, so that it leads nowhere outside: only {@link #at} follows it.
 */
final class SgmFiles {
    /** Where relative paths begin: the home directory of {@code admin}. */
    static final String HOME = "/home/admin/";

    static final String ACCEPTED = "/etc/.wizard_accepted";
    static final String AUTO_CONFIRM = "/etc/.asg_auto_confirm";

    private static final String LINK = "link=";
    private static final int MOST_LINKS = 40;

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

    /** The real file behind a path of the SGM, every symbolic link followed; {@code ..} never leads out of it. */
    Path at(String path) {
        return resolve(path, true);
    }

    /** The same, but a symbolic link at the end of the path stands for itself. */
    Path itself(String path) {
        return resolve(path, false);
    }

    /** The text of a symbolic link; empty for anything else, and for nothing. */
    static Optional<String> linkText(Path file) {
        if (!Files.isSymbolicLink(file)) {
            return Optional.empty();
        }
        try {
            String escaped = Files.readSymbolicLink(file).toString().substring(LINK.length());
            return Optional.of(URLDecoder.decode(escaped, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the link " + file, e);
        }
    }

    /** Makes a symbolic link, in one stroke: of two who try at the same time one fails. */
    static void link(String text, Path file) throws IOException {
        Path escaped = Path.of(LINK + URLEncoder.encode(text, StandardCharsets.UTF_8));
        Files.createSymbolicLink(file, escaped);
    }

    /** Whether there was anything to remove. */
    static boolean remove(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + file, e);
        }
    }

    private Path resolve(String path, boolean last) {
        Deque<String> ahead = new ArrayDeque<>(parts(path.startsWith("/") ? path : HOME + path));
        List<String> behind = new ArrayList<>();
        int followed = 0;
        while (!ahead.isEmpty()) {
            String part = ahead.pop();
            if (part.equals("..")) {
                behind.subList(Math.max(0, behind.size() - 1), behind.size()).clear();
                continue;
            }
            behind.add(part);
            Optional<String> text = ahead.isEmpty() && !last ? Optional.empty() : linkText(real(behind));
            if (text.isPresent() && ++followed > MOST_LINKS) {
                return root.resolve("too many levels of symbolic links");
            }
            text.ifPresent(to -> {
                behind.subList(to.startsWith("/") ? 0 : behind.size() - 1, behind.size())
                        .clear();
                List<String> parts = parts(to);
                Collections.reverse(parts);
                parts.forEach(ahead::push);
            });
        }
        return real(behind);
    }

    private Path real(List<String> parts) {
        return root.resolve(String.join("/", parts));
    }

    private static List<String> parts(String path) {
        List<String> parts = new ArrayList<>(Arrays.asList(path.split("/")));
        parts.removeIf(part -> part.isEmpty() || part.equals("."));
        return parts;
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
