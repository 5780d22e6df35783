package io.bywash.simulator;

import io.bywash.group.GatewayMode;
import io.bywash.group.Release;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/**
 * Starts an embedded group for a person to log in to, and runs until Ctrl-C.
 *
 * <pre>{@code
 * mvn -q compile exec:java -Dexec.mainClass=io.bywash.simulator.EmbeddedGroupServer -Dexec.args="--sgms 2 --pace 60"
 * }</pre>
 */
public final class EmbeddedGroupServer {
    private static final String USAGE = """
            Options, each with a value:
              --port 2222       port on 127.0.0.1
              --sgms 4          SGMs per chassis, 1 to 14; 3+5 for 3 on chassis 1 and 5 on chassis 2
              --mode gateway    gateway or vsx
              --release R81.10  R76SP, R80.20SP, R80.30SP, R81, R81.10, R81.20 or R82
              --pace 60         device seconds per real second
              --shell clish     clish or expert
              --returns DOWN    DOWN or UP: SGMs after a reboot while their chassis is held down
              --from FRESH      FRESH, PACKAGE_VERIFIED, CLONING_OFF, CHASSIS_A_DONE, FAILED_OVER or ALL_DONE
              --kept FILE       keep the state in FILE over a restart
              --consoles 7001   TCP port of the first SGM's serial console, those of the others behind it
              --faults NAMES    what goes wrong: names with commas between them, or a seed that chooses
            """;

    private EmbeddedGroupServer() {}

    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedSettings settings = EmbeddedSettings.defaults().withPort(2222).withPace(60);
        try {
            for (int i = 0; i < arguments.length; i += 2) {
                settings = with(settings, arguments[i], i + 1 < arguments.length ? arguments[i + 1] : "");
            }
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.err.print(USAGE);
            System.exit(2);
        }
        try (EmbeddedGroup group = EmbeddedGroup.start(settings)) {
            Runtime.getRuntime().addShutdownHook(new Thread(group::close));
            System.out.print(welcome(group, settings));
            new CountDownLatch(1).await();
        } catch (UncheckedIOException notStarted) {
            System.err.println(notStarted.getMessage());
            System.exit(1);
        }
    }

    static EmbeddedSettings with(EmbeddedSettings settings, String option, String value) {
        return switch (option) {
            case "--port" -> settings.withPort(Integer.parseInt(value));
            case "--sgms" -> settings.withGroup(sized(settings.group().name(), value));
            case "--mode" ->
                settings.withMode(value.equalsIgnoreCase("vsx") ? GatewayMode.VSX : GatewayMode.SECURITY_GATEWAY);
            case "--release" ->
                settings.withRelease(Release.labelled(value)
                        .orElseThrow(() -> new IllegalArgumentException("Unknown release: " + value)));
            case "--pace" -> settings.withPace(Double.parseDouble(value));
            case "--shell" -> settings.withLoginShell(LoginShell.valueOf(value.toUpperCase(Locale.ROOT)));
            case "--returns" -> settings.withReturnsDown(returnsDown(value));
            case "--from" -> settings.withFrom(StartingState.valueOf(value.toUpperCase(Locale.ROOT)));
            case "--faults" ->
                settings.withFaults(
                        value.matches("\\d+")
                                ? FaultPlan.ofSeed(Long.parseLong(value))
                                : FaultPlan.of(value.split(",")));
            case "--consoles" -> settings.withConsoles(Integer.parseInt(value));
            case "--kept" -> settings.withKept(Path.of(value));
            default -> throw new IllegalArgumentException("Unknown option: " + option);
        };
    }

    private static SecurityGroup sized(String name, String size) {
        return SecurityGroup.sized(name, size)
                .orElseThrow(() -> new IllegalArgumentException("""
                        --sgms %s: a chassis has 1 to %d SGMs. Write for example --sgms 4, or --sgms 3+5 for 3 SGMs on chassis 1 \
                        and 5 on chassis 2.""".formatted(size, SgmId.LAST_SLOT)));
    }

    private static boolean returnsDown(String state) {
        return switch (state.toUpperCase(Locale.ROOT)) {
            case "DOWN" -> true;
            case "UP" -> false;
            default ->
                throw new IllegalArgumentException(
                        "--returns %s: the SGMs come back from their reboot DOWN or UP.".formatted(state));
        };
    }

    private static String welcome(EmbeddedGroup group, EmbeddedSettings settings) {
        return """
                Embedded Security Group %s, %s, %d SGMs, %s device seconds a second.

                  ssh -p %d -o UserKnownHostsFile=/dev/null %s@127.0.0.1

                  login password    %s
                  expert password   %s
                  host key          %s
                %s
                Ctrl-C ends it.
                """.formatted(
                        settings.group().name(),
                        settings.release(),
                        settings.group().sgms().size(),
                        settings.pace(),
                        group.port(),
                        EmbeddedGroup.USER,
                        EmbeddedGroup.LOGIN_PASSWORD,
                        EmbeddedGroup.EXPERT_PASSWORD,
                        group.hostKeyFingerprint(),
                        consoles(group, settings));
    }

    private static String consoles(EmbeddedGroup group, EmbeddedSettings settings) {
        return settings.consoles().isEmpty()
                ? ""
                : settings.group().sgms().stream()
                        .map(sgm -> "  console of %s   nc 127.0.0.1 %d%n".formatted(sgm, group.consolePort(sgm)))
                        .collect(Collectors.joining(
                                "",
                                "\n",
                                "  the same over SSH  ssh -p %d terminal:1_01@127.0.0.1%n"
                                        .formatted(group.terminalServerPort())));
    }
}
