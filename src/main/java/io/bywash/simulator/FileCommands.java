package io.bywash.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Looking at files, moving and removing them, on the file system of one SGM. */
final class FileCommands {
    private FileCommands() {}

    static void into(Map<String, ExpertCommand> commands) {
        commands.put("ls", FileCommands::ls);
        commands.put("sha256sum", call -> digest(call, "SHA-256"));
        commands.put("md5sum", call -> digest(call, "MD5"));
        commands.put("stat", FileCommands::stat);
        commands.put("rm", FileCommands::rm);
        commands.put("mv", FileCommands::mv);
        commands.put("touch", FileCommands::touch);
        commands.put("test", FileCommands::test);
        commands.put("[", FileCommands::test);
    }

    /** The text of a file, a few of {@code /proc} among them. */
    static Optional<String> text(ExpertCall call, String path) {
        long booted = call.group().read(call.sgm()::booted).getEpochSecond();
        if (path.equals("/proc/stat")) {
            return Optional.of(
                    "cpu  91264 0 40312 7728114 1902 0 3311 0 0 0\nctxt 40811726\nbtime %d\nprocesses 61877\n"
                            .formatted(booted));
        }
        if (path.equals("/proc/uptime")) {
            long up = call.group().clock().now().getEpochSecond() - booted;
            return Optional.of("%d.00 %d.00\n".formatted(up, up * 7));
        }
        Path file = call.sgm().files().at(path);
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static int missing(ExpertCall call, String path) {
        return call.fail("%s: %s: No such file or directory".formatted(call.name(), path));
    }

    private static int ls(ExpertCall call) {
        List<String> paths = call.operands().isEmpty() ? List.of("/home/admin") : call.operands();
        int status = 0;
        for (String path : paths) {
            Path itself = call.sgm().files().itself(path);
            Path file = call.sgm().files().at(path);
            if (Files.isDirectory(file) && !(Files.isSymbolicLink(itself) && option(call, 'l'))) {
                list(call, path, file);
            } else if (exists(itself)) {
                list(call, path, itself);
            } else {
                call.out().complain("ls: cannot access %s: No such file or directory\n".formatted(path));
                status = 2;
            }
        }
        return status;
    }

    private static void list(ExpertCall call, String path, Path file) {
        boolean details = option(call, 'l');
        if (option(call, 'd') || !Files.isDirectory(file)) {
            call.out().println(details ? line(path, file) : path);
            return;
        }
        try (Stream<Path> entries = Files.list(file)) {
            entries.sorted()
                    .filter(entry -> option(call, 'a') || !name(entry).startsWith("."))
                    .forEach(entry -> call.out().println(details ? line(name(entry), entry) : name(entry)));
        } catch (IOException e) {
            call.out().complain("ls: cannot open directory %s: Input/output error\n".formatted(path));
        }
    }

    private static String line(String name, Path file) {
        try {
            Optional<String> link = SgmFiles.linkText(file);
            String mode = link.isPresent() ? "lrwxrwxrwx" : Files.isDirectory(file) ? "drwxr-xr-x" : "-rw-r-----";
            String date = Dates.LISTING.of(modified(file));
            return "%s 1 admin root %d %s %s%s"
                    .formatted(
                            mode,
                            size(file),
                            date,
                            name,
                            link.map(" -> "::concat).orElse(""));
        } catch (IOException e) {
            return name;
        }
    }

    /** Whether there is anything, a link that leads nowhere included. */
    private static boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** A link is as long as its text. */
    private static long size(Path file) throws IOException {
        Optional<String> link = SgmFiles.linkText(file);
        return link.isPresent() ? link.get().getBytes(StandardCharsets.UTF_8).length : Files.size(file);
    }

    private static Instant modified(Path file) throws IOException {
        return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static boolean option(ExpertCall call, char letter) {
        return call.arguments().stream().anyMatch(word -> word.startsWith("-") && word.indexOf(letter) > 0);
    }

    private static int digest(ExpertCall call, String algorithm) {
        int status = 0;
        for (String path : call.operands()) {
            Path file = call.sgm().files().at(path);
            if (Files.isRegularFile(file)) {
                call.out().println(digest(file, algorithm) + "  " + path);
            } else {
                status = missing(call, path);
            }
        }
        return status;
    }

    static String digest(Path file, String algorithm) {
        try (InputStream bytes = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            byte[] block = new byte[1 << 16];
            for (int read = bytes.read(block); read >= 0; read = bytes.read(block)) {
                digest.update(block, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            return "";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int stat(ExpertCall call) {
        String path = call.words().get(call.words().size() - 1);
        Path file = call.sgm().files().itself(path);
        String form = call.after("-c").orElse("%n %s");
        try {
            call.out()
                    .println(form.replace("%s", String.valueOf(size(file)))
                            .replace("%n", path)
                            .replace("%Y", String.valueOf(modified(file).getEpochSecond())));
            return 0;
        } catch (IOException e) {
            return call.fail("stat: cannot stat '%s': No such file or directory".formatted(path));
        }
    }

    private static int rm(ExpertCall call) {
        call.session().asks(Act.Kind.FILE_REMOVED);
        int status = 0;
        boolean removed = false;
        for (String path : call.operands()) {
            Path file = call.sgm().files().itself(path);
            if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                status = call.fail("rm: cannot remove '%s': Is a directory".formatted(path));
            } else if (SgmFiles.remove(file)) {
                removed = true;
            } else if (!option(call, 'f')) {
                status = call.fail("rm: cannot remove '%s': No such file or directory".formatted(path));
            }
        }
        if (removed) {
            call.session().tookEffect(List.of(call.sgm()));
        }
        return status;
    }

    /** Onto the very name, as {@code -T} has it; without it a directory is refused here, where the real one moves into it. */
    private static int mv(ExpertCall call) {
        call.session().asks(Act.Kind.FILE_MADE);
        if (call.operands().size() != 2) {
            return call.fail("mv: missing file operand\nTry 'mv --help' for more information.");
        }
        String from = call.operands().get(0);
        String to = call.operands().get(1);
        Path file = call.sgm().files().itself(from);
        if (!exists(file)) {
            return call.fail("mv: cannot stat '%s': No such file or directory".formatted(from));
        }
        try {
            Files.move(file, call.sgm().files().itself(to), StandardCopyOption.REPLACE_EXISTING);
        } catch (DirectoryNotEmptyException | NoSuchFileException cannot) {
            return call.fail("mv: cannot move '%s' to '%s': %s"
                    .formatted(
                            from,
                            to,
                            cannot instanceof NoSuchFileException
                                    ? "No such file or directory"
                                    : "Directory not empty"));
        } catch (IOException other) {
            return call.fail("mv: cannot move '%s' to '%s': Input/output error".formatted(from, to));
        }
        call.session().tookEffect(List.of(call.sgm()));
        return 0;
    }

    private static int touch(ExpertCall call) {
        call.session().asks(Act.Kind.FILE_MADE);
        call.operands().forEach(path -> call.sgm().files().set(path, true));
        call.session().tookEffect(List.of(call.sgm()));
        return 0;
    }

    private static int test(ExpertCall call) {
        String path = call.argument(1);
        Path file = call.sgm().files().at(path);
        return switch (call.argument(0)) {
            case "-e" -> Files.exists(file) ? 0 : 1;
            case "-f" -> Files.isRegularFile(file) ? 0 : 1;
            case "-d" -> Files.isDirectory(file) ? 0 : 1;
            case "-s" -> file.toFile().length() > 0 ? 0 : 1;
            case "-L", "-h" -> Files.isSymbolicLink(call.sgm().files().itself(path)) ? 0 : 1;
            default -> call.fail("-bash: test: only -e, -f, -d, -s and -L are known here");
        };
    }
}
