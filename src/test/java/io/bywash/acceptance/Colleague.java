package io.bywash.acceptance;

import io.bywash.simulator.EmbeddedGroup;
import io.bywash.simulator.Ledger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelShell;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.awaitility.Awaitility;

/** Somebody else who is logged in to the same Security Group, with an SSH client that is not ours. */
public final class Colleague {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final SshClient CLIENT = started();

    private Colleague() {}

    /** The line of a server's host key in a known_hosts file. */
    static String hostKeyLine(int port) {
        try (ClientSession session =
                CLIENT.connect("nobody", "127.0.0.1", port).verify(PATIENCE).getSession()) {
            Awaitility.await()
                    .dontCatchUncaughtExceptions()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(5))
                    .atMost(PATIENCE)
                    .until(() -> session.getServerKey() != null);
            return "[127.0.0.1]:%d %s%n".formatted(port, PublicKeyEntry.toString(session.getServerKey()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Logs in, types these lines one after another, leaves, and returns what the screen showed. */
    public static String types(EmbeddedGroup group, String... lines) {
        return typesUntil(group, shell -> shell.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), PATIENCE), lines);
    }

    /** Logs in, types these lines one after another, and goes away when something has happened in the group. */
    public static void types(EmbeddedGroup group, Predicate<Ledger.Happening> happened, String... lines) {
        typesUntil(
                group,
                shell -> Awaitility.await()
                        .dontCatchUncaughtExceptions()
                        .atMost(PATIENCE)
                        .until(() -> group.ledger().happenings().stream().anyMatch(happened)),
                lines);
    }

    private static String typesUntil(EmbeddedGroup group, Consumer<ChannelShell> end, String... lines) {
        try (ClientSession session = CLIENT.connect(EmbeddedGroup.USER, "127.0.0.1", group.port())
                .verify(PATIENCE)
                .getSession()) {
            session.addPasswordIdentity(EmbeddedGroup.LOGIN_PASSWORD);
            session.auth().verify(PATIENCE);
            ByteArrayOutputStream screen = new ByteArrayOutputStream();
            try (ChannelShell shell = session.createShellChannel()) {
                shell.setOut(screen);
                shell.open().verify(PATIENCE);
                shell.getInvertedIn().write((String.join("\r", lines) + "\r").getBytes(StandardCharsets.UTF_8));
                shell.getInvertedIn().flush();
                end.accept(shell);
            }
            return screen.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Installs the package on one SGM of chassis 1 behind our back, and waits until that SGM is back. */
    static void installsOn(EmbeddedGroup group, String sgm) {
        types(
                group,
                "gclish",
                "lock database override",
                "installer install 3 member_ids " + sgm,
                "y",
                "y",
                "y",
                "Bob",
                "Curiosity",
                "exit",
                "exit");
        String back = sgm.replace("_", "_0") + ": DOWN -> ACTIVE";
        Awaitility.await()
                .dontCatchUncaughtExceptions()
                .atMost(PATIENCE)
                .until(() -> group.ledger().happenings().stream()
                        .anyMatch(happening -> happening.what().equals(back)));
    }

    /** Orders an installation behind our back on one SGM that is held down, and goes away when it has begun. */
    static void ordersOn(EmbeddedGroup group, String sgm, String packageName) {
        types(
                group,
                happening -> happening.what().endsWith("install of " + packageName + " begins"),
                "expert",
                EmbeddedGroup.EXPERT_PASSWORD,
                "member " + sgm,
                "gclish",
                "lock database override",
                "installer install %s member_ids %s".formatted(packageName, sgm),
                "y",
                "y",
                "y",
                "Bob",
                "Curiosity");
    }

    /** Sets a chassis up. */
    static void setUp(EmbeddedGroup group, int chassis) {
        types(
                group,
                "expert",
                EmbeddedGroup.EXPERT_PASSWORD,
                "asg chassis_admin -c %d up".formatted(chassis),
                "y",
                "Bob",
                "Curiosity",
                "exit",
                "exit");
    }

    private static SshClient started() {
        SshClient client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
        client.start();
        return client;
    }
}
