package io.bywash.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** OpenSSH's clients, with a known_hosts file and a directory of the test's own and nothing of the machine's settings. */
final class OpenSsh {
    private final Path folder;
    private final EmbeddedGroup group;
    private String password = EmbeddedGroup.LOGIN_PASSWORD;

    OpenSsh(Path folder, EmbeddedGroup group) {
        this.folder = folder;
        this.group = group;
        write("known_hosts", "[127.0.0.1]:%d %s\n".formatted(group.port(), group.hostKey()));
        executable("password", "#!/bin/sh\necho \"$BYWASH_TEST_PASSWORD\"\n");
    }

    OpenSsh withPassword(String other) {
        password = other;
        return this;
    }

    static void need() {
        Programs.need("/usr/bin/ssh", "/usr/bin/scp", "/usr/bin/sftp");
    }

    static String there() {
        return EmbeddedGroup.USER + "@127.0.0.1";
    }

    /** Runs a client that finds its password with SSH_ASKPASS. */
    Programs.Result run(String client, String... arguments) {
        return reading("", client, arguments);
    }

    /** The same, with something on its standard input. */
    Programs.Result reading(String input, String client, String... arguments) {
        return Programs.run(
                folder,
                Map.of(
                        "BYWASH_TEST_PASSWORD",
                        password,
                        "SSH_ASKPASS",
                        folder.resolve("password").toString(),
                        "SSH_ASKPASS_REQUIRE",
                        "force"),
                command(client, arguments),
                input);
    }

    /** Somebody at a terminal who starts ssh; it has asked for nothing yet. */
    Typist typist(int rows, int columns, String... arguments) {
        return Typist.starts(rows, columns, command("ssh", arguments));
    }

    /** Somebody at a terminal who has logged in and has not looked at anything yet. */
    Typist loggedIn(int rows, int columns) {
        Typist typist = typist(rows, columns, there());
        typist.sees("Password:");
        return typist.types(EmbeddedGroup.LOGIN_PASSWORD + "\r");
    }

    Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void executable(String name, String text) {
        try {
            Files.setPosixFilePermissions(write(name, text), PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Arguments come before our own options, as ssh takes the first of two. */
    private List<String> command(String client, String... arguments) {
        List<String> command = new ArrayList<>(List.of("/usr/bin/" + client, "-F", "/dev/null"));
        List<String> given = List.of(arguments);
        int options =
                (int) given.stream().takeWhile(word -> word.startsWith("-")).count();
        command.addAll(given.subList(0, options));
        command.addAll(List.of(
                "-oPort=" + group.port(),
                "-oUserKnownHostsFile=" + folder.resolve("known_hosts"),
                "-oGlobalKnownHostsFile=/dev/null",
                "-oStrictHostKeyChecking=yes",
                "-oPubkeyAuthentication=no",
                "-oNumberOfPasswordPrompts=1",
                "-oConnectTimeout=20"));
        command.addAll(given.subList(options, given.size()));
        return command;
    }
}
