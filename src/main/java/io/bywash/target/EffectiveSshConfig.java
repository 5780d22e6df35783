package io.bywash.target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * An ssh config as OpenSSH itself reads it. {@code ssh -G} prints what holds for a host and connects to nobody; that is all
 * that is ever started here.
 */
final class EffectiveSshConfig {
    private static final String NO_CONFIG = "/dev/null";
    private static final Duration USUAL_LIMIT = Duration.ofSeconds(20);

    private final String program;
    private final Path file;
    private final Duration limit;

    /** @param program OpenSSH's {@code ssh}, as a path or a name on the PATH */
    EffectiveSshConfig(String program, Path file) {
        this(program, file, USUAL_LIMIT);
    }

    /** @param limit how long a reading may take; {@code Match exec} may name a command that does not end */
    EffectiveSshConfig(String program, Path file, Duration limit) {
        this.program = program;
        this.file = file;
        this.limit = limit;
    }

    /** Why the config cannot be used, as a sentence with the remedy. */
    static final class Unusable extends Exception {
        Unusable(String sentence) {
            super(sentence, null, false, false);
        }
    }

    /** What the config says of a host beyond what ssh assumes by itself. */
    Map<String, List<String>> said(String host, Optional<String> user) throws Unusable {
        Map<String, List<String>> said = printed(file.toString(), host, user);
        printed(NO_CONFIG, host, user).forEach(said::remove);
        return said;
    }

    private Map<String, List<String>> printed(String config, String host, Optional<String> user) throws Unusable {
        List<String> command = new ArrayList<>(List.of(program, "-G", "-F", config));
        user.filter(name -> name.matches("[A-Za-z0-9_][A-Za-z0-9._-]*"))
                .ifPresent(name -> command.addAll(List.of("-l", name)));
        command.add(host);
        Path output = null;
        try {
            output = Files.createTempFile("ssh-config", ".txt");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new Unusable("'ssh -G' did not end. Try it by hand with this config, or leave sshConfig out.");
            }
            String text = Files.readString(output);
            if (process.exitValue() != 0) {
                throw new Unusable("'ssh -G' does not read it: \"%s\". Put the config right, or leave sshConfig out."
                        .formatted(text.strip().replace('\n', ' ')));
            }
            Map<String, List<String>> printed = new LinkedHashMap<>();
            text.lines().forEach(line -> {
                String[] words = line.split(" ", 2);
                printed.computeIfAbsent(words[0], key -> new ArrayList<>()).add(words.length == 2 ? words[1] : "");
            });
            return printed;
        } catch (IOException e) {
            throw new Unusable(
                    "it is read by OpenSSH's 'ssh -G', and that cannot be run here (%s). Install it, or write user, login, knownHosts and jump into the target file."
                            .formatted(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unusable("the reading was interrupted. Give the same command again.");
        } finally {
            delete(output);
        }
    }

    private static void delete(Path output) {
        try {
            if (output != null) {
                Files.deleteIfExists(output);
            }
        } catch (IOException left) {
            // What it holds is no secret, and the directory for such files is emptied by the system.
        }
    }
}
