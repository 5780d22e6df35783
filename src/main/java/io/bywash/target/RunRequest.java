package io.bywash.target;

import io.bywash.custody.SigningKey;
import io.bywash.evidence.Broken;
import io.bywash.group.GatewayMode;
import io.bywash.group.Release;
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
 * @param sgmsPerChassis of the embedded group, 1 to 14
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
        int sgmsPerChassis,
        GatewayMode mode,
        Release release,
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
    private static final String PACE = "bywash.pace";
    private static final String CONSOLES = "bywash.consoles";
    private static final String TAKE_OVER = "bywash.takeOver";
    private static final String AFRESH = "bywash.afresh";
    private static final String SIGN_WITH = "bywash.signWith";
    private static final List<String> KNOWN =
            List.of(TARGET, CONFIRM, SGMS, MODE, RELEASE, PACE, CONSOLES, TAKE_OVER, AFRESH, SIGN_WITH);
    private static final int MOST_SGMS = 14;

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
        for (String embedded : List.of(SGMS, MODE, RELEASE, PACE, CONSOLES)) {
            if (file.isPresent() && given.containsKey(embedded)) {
                throw new Broken(
                        "-D%s is for the embedded Security Group, and -D%s names a real one. Leave one of them out."
                                .formatted(embedded, TARGET));
            }
        }
        return new RunRequest(
                file,
                Optional.ofNullable(given.get(CONFIRM)),
                sgms(given.getOrDefault(SGMS, "4")),
                mode(given.getOrDefault(MODE, "gateway")),
                release(given.getOrDefault(RELEASE, Release.R81_10.toString())),
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

    private static int sgms(String text) {
        if (!text.matches("\\d{1,2}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST_SGMS) {
            throw new Broken("-D%s=%s: a chassis has 1 to %d SGMs. Write for example -D%s=4."
                    .formatted(SGMS, text, MOST_SGMS, SGMS));
        }
        return Integer.parseInt(text);
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
