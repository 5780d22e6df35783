package io.bywash.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Making, reading and removing symbolic links, in the words of GNU coreutils. Not imitated: hard links, several links at
 * once, {@code ln -f}, {@code readlink -f}.
 */
final class SymbolicLinks {
    private static final int LONGEST_TEXT = 4095;
    private static final String TOO_LONG = "File name too long";

    private SymbolicLinks() {}

    static void into(Map<String, ExpertCommand> commands) {
        commands.put("ln", SymbolicLinks::ln);
        commands.put("readlink", SymbolicLinks::readlink);
        commands.put("unlink", SymbolicLinks::unlink);
    }

    private static int ln(ExpertCall call) {
        call.session().asks(Act.Kind.FILE_MADE);
        List<String> operands = call.operands();
        if (operands.isEmpty()) {
            return call.fail("ln: missing file operand\nTry 'ln --help' for more information.");
        }
        String options =
                String.join("", call.arguments().subList(0, call.arguments().size() - operands.size()));
        if (!options.matches("[-snT]*s[-snT]*") || operands.size() != 2) {
            return call.fail("ln: only ln -s TEXT PATH, with -n or -T, is known here");
        }
        String text = operands.get(0);
        String path = inside(call, text, operands.get(1), options);
        Optional<String> wrong = make(text, call.sgm().files().itself(path));
        if (wrong.isPresent()) {
            String to = text.isEmpty() || wrong.get().equals(TOO_LONG) ? " -> '" + text + "'" : "";
            return call.fail("ln: failed to create symbolic link '%s'%s: %s".formatted(path, to, wrong.get()));
        }
        call.session().tookEffect(List.of(call.sgm()));
        return 0;
    }

    /** Where a directory is named, the link goes into it, by the last name of its text. */
    private static String inside(ExpertCall call, String text, String path, String options) {
        boolean linked = Files.isSymbolicLink(call.sgm().files().itself(path));
        boolean taken = options.contains("T") || linked && options.contains("n");
        if (taken || !Files.isDirectory(call.sgm().files().at(path))) {
            return path;
        }
        return path.replaceFirst("/*$", "/") + text.substring(text.lastIndexOf('/') + 1);
    }

    private static Optional<String> make(String text, Path file) {
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_TEXT) {
            return Optional.of(TOO_LONG);
        }
        if (text.isEmpty() || !Files.isDirectory(file.getParent())) {
            return Optional.of("No such file or directory");
        }
        try {
            SgmFiles.link(text, file);
            return Optional.empty();
        } catch (FileAlreadyExistsException taken) {
            return Optional.of("File exists");
        } catch (FileSystemException other) {
            return Optional.of(String.valueOf(other.getReason()));
        } catch (IOException other) {
            return Optional.of("Input/output error");
        }
    }

    private static int readlink(ExpertCall call) {
        if (call.operands().isEmpty()) {
            return call.fail("readlink: missing operand\nTry 'readlink --help' for more information.");
        }
        if (call.operands().size() < call.arguments().size()) {
            return call.fail("readlink: no option is known here");
        }
        int status = 0;
        for (String path : call.operands()) {
            Optional<String> text = SgmFiles.linkText(call.sgm().files().itself(path));
            text.ifPresent(call.out()::println);
            status = text.isPresent() ? status : 1;
        }
        return status;
    }

    private static int unlink(ExpertCall call) {
        call.session().asks(Act.Kind.FILE_REMOVED);
        List<String> operands = call.operands();
        if (operands.size() != 1) {
            String wrong = operands.isEmpty() ? "missing operand" : "extra operand '%s'".formatted(operands.get(1));
            return call.fail("unlink: %s\nTry 'unlink --help' for more information.".formatted(wrong));
        }
        Path file = call.sgm().files().itself(operands.get(0));
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            return call.fail("unlink: cannot unlink '%s': Is a directory".formatted(operands.get(0)));
        }
        if (!SgmFiles.remove(file)) {
            return call.fail("unlink: cannot unlink '%s': No such file or directory".formatted(operands.get(0)));
        }
        call.session().tookEffect(List.of(call.sgm()));
        return 0;
    }
}
