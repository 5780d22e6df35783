package io.bywash.target;

import io.bywash.custody.SigningKey;
import io.bywash.custody.SigningKeyFile;
import io.bywash.evidence.Broken;
import io.bywash.group.GatewayMode;
import io.bywash.group.Release;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import io.bywash.group.SgmState;
import io.bywash.simulator.LoginShell;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the command line asks for with {@code -Dbywash...}.
 *
 * @param file the target file of a real Security Group; empty for the embedded one
 * @param confirmation the group name typed as {@code bywash.confirm}
 * @param embedded the SGMs of the embedded group
 * @param shell where a log-in to the embedded group lands
 * @param returnState what the SGMs of the embedded group are after the reboot of step H: {@code DOWN} with their chassis, or
 *     {@code UP}
 * @param pace of the embedded group, in device seconds per second
 * @param consoles whether the serial consoles of the embedded group are used
 * @param takenOver the text of another run's lease that is to be taken over
 * @param afresh the directory of a run that is not to be gone on from, nor are those before it
 * @param signWith the site's key, which the statement about the run is signed with
 * @param given all of it, by name
 */
public record RunRequest(
        Optional<Path> file,
        Optional<String> confirmation,
        SecurityGroup embedded,
        GatewayMode mode,
        Release release,
        LoginShell shell,
        SgmState returnState,
        double pace,
        boolean consoles,
        Optional<String> takenOver,
        Optional<String> afresh,
        Optional<SigningKey> signWith,
        SortedMap<String, String> given) {
    private static final String TARGET = "bywash.target";
    private static final String CONFIRM = "bywash.confirm";
    private static final String SGMS = "bywash.sgms";
    private static final String MODE = "bywash.mode";
    private static final String RELEASE = "bywash.release";
    private static final String SHELL = "bywash.shell";
    private static final String RETURN_STATE = "bywash.returnState";
    private static final String PACE = "bywash.pace";
    private static final String CONSOLES = "bywash.consoles";
    private static final String TAKE_OVER = "bywash.takeOver";
    private static final String AFRESH = "bywash.afresh";
    private static final String SIGN_WITH = "bywash.signWith";
    private static final List<String> KNOWN = List.of(
            TARGET, CONFIRM, SGMS, MODE, RELEASE, SHELL, RETURN_STATE, PACE, CONSOLES, TAKE_OVER, AFRESH, SIGN_WITH);

    /**
     * Reads the properties of the command line.
     *
     * @throws Broken naming a property that is unknown, or whose value makes no sense
     */
    public static RunRequest from(Map<?, ?> properties) {
        SortedMap<String, String> given = new TreeMap<>();
        properties.forEach((key, value) -> {
            if (key.toString().startsWith("bywash.")) {
                given.put(key.toString(), value.toString().strip());
            }
        });
        given.keySet().forEach(RunRequest::refuseUnknown);
        Optional<Path> file = Optional.ofNullable(given.get(TARGET)).map(Path::of);
        for (String embedded : List.of(SGMS, MODE, RELEASE, SHELL, RETURN_STATE, PACE, CONSOLES)) {
            if (file.isPresent() && given.containsKey(embedded)) {
                throw new Broken(
                        "-D%s is for the embedded Security Group, and -D%s names a real one. Leave one of them out."
                                .formatted(embedded, TARGET));
            }
        }
        return new RunRequest(
                file,
                Optional.ofNullable(given.get(CONFIRM)),
                embedded(given.getOrDefault(SGMS, "4")),
                mode(given.getOrDefault(MODE, "gateway")),
                release(given.getOrDefault(RELEASE, Release.R81_10.toString())),
                shell(given.getOrDefault(SHELL, "clish")),
                returnState(given.getOrDefault(RETURN_STATE, "DOWN")),
                pace(given.getOrDefault(PACE, "480")),
                consoles(given.getOrDefault(CONSOLES, "no")),
                Optional.ofNullable(given.get(TAKE_OVER)),
                Optional.ofNullable(given.get(AFRESH)),
                Optional.ofNullable(given.get(SIGN_WITH)).map(written -> SigningKeyFile.read(SIGN_WITH, written)),
                Collections.unmodifiableSortedMap(given));
    }

    /** All of it as it is typed, so that a command to go on can be told whole. */
    public String options() {
        return given.entrySet().stream()
                .map(entry -> typed("-D%s=%s".formatted(entry.getKey(), entry.getValue())))
                .collect(Collectors.joining(" "));
    }

    /** As a shell takes it for one word. */
    private static String typed(String option) {
        return option.matches("[A-Za-z0-9._/=:@+,~-]*") ? option : "'" + option.replace("'", "'\\''") + "'";
    }

    private static void refuseUnknown(String name) {
        if (!KNOWN.contains(name)) {
            throw new Broken("There is no setting -D%s.%s The settings are %s. Nothing was started."
                    .formatted(
                            name,
                            Nearest.to(name, KNOWN)
                                    .map(" Did you mean -D%s?"::formatted)
                                    .orElse(""),
                            String.join(", ", KNOWN)));
        }
    }

    private static SecurityGroup embedded(String size) {
        return SecurityGroup.sized("embedded", size)
                .orElseThrow(() -> new Broken("""
                        -D%s=%s: a chassis has 1 to %d SGMs. Write for example -D%1$s=4, or -D%1$s=3+5 for 3 SGMs on chassis 1 \
                        and 5 on chassis 2.""".formatted(SGMS, size, SgmId.LAST_SLOT)));
    }

    private static GatewayMode mode(String text) {
        return switch (text) {
            case "gateway" -> GatewayMode.SECURITY_GATEWAY;
            case "vsx" -> GatewayMode.VSX;
            default -> throw new Broken("-D%s=%s: the mode is 'gateway' or 'vsx'.".formatted(MODE, text));
        };
    }

    private static Release release(String text) {
        List<String> known =
                Arrays.stream(Release.values()).map(Release::toString).toList();
        return Release.labelled(text)
                .orElseThrow(() -> new Broken("-D%s=%s: this release is not known.%s Known are %s."
                        .formatted(
                                RELEASE,
                                text,
                                Nearest.to(text, known)
                                        .map(" Did you mean %s?"::formatted)
                                        .orElse(""),
                                String.join(", ", known))));
    }

    private static LoginShell shell(String text) {
        return switch (text) {
            case "clish" -> LoginShell.CLISH;
            case "expert" -> LoginShell.EXPERT;
            default -> throw new Broken("-D%s=%s: the login shell is 'clish' or 'expert'.".formatted(SHELL, text));
        };
    }

    private static SgmState returnState(String text) {
        return switch (text) {
            case "DOWN" -> SgmState.DOWN;
            case "UP" -> SgmState.UP;
            default ->
                throw new Broken(
                        "-D%s=%s: the SGMs come back from their reboot 'DOWN' or 'UP'.".formatted(RETURN_STATE, text));
        };
    }

    private static boolean consoles(String text) {
        return switch (text) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new Broken("-D%s=%s: it is 'yes' or 'no'.".formatted(CONSOLES, text));
        };
    }

    private static double pace(String text) {
        if (!text.matches("\\d{1,4}(?:\\.\\d+)?") || Double.parseDouble(text) < 1) {
            throw new Broken("-D%s=%s: the pace is a number of device seconds per second, from 1 to 9999."
                    .formatted(PACE, text));
        }
        return Double.parseDouble(text);
    }
}
