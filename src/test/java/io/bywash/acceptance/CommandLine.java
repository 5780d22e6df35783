package io.bywash.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks at the command line of Maven before anything is compiled, and ends the build when it asks for a run that it would not
 * get: a green build without a run would be taken for one that passed.
 *
 * <p>The pom runs this file as it stands here, with the JDK alone ({@code java CommandLine.java}), as the first thing of each
 * build. So it knows nothing of the product; {@code CommandLineTest} compares its lists with it.
 */
public final class CommandLine {
    static final String TAGS = "cucumber.filter.tags";

    static final List<String> STAGES =
            List.of("@preliminary", "@imageCloning", "@chassisA", "@failover", "@chassisB", "@procedure");

    /** Settings that only a run has; with one of them a run is asked for. */
    static final List<String> OF_A_RUN = List.of(
            "bywash.target",
            "bywash.confirm",
            "bywash.sgms",
            "bywash.mode",
            "bywash.release",
            "bywash.shell",
            "bywash.returnState",
            "bywash.consoles",
            "bywash.takeOver",
            "bywash.afresh",
            "bywash.signWith");

    /** Settings of programs and of tests that are called by name. */
    static final List<String> OF_OTHERS = List.of(
            "bywash.pace",
            "bywash.run",
            "bywash.into",
            "bywash.rename",
            "bywash.recording",
            "bywash.port",
            "bywash.seeds",
            "bywash.times",
            "bywash.disturbance",
            "bywash.secrets",
            "bywash.secretsFrom",
            "bywash.atATime",
            "bywash.kills",
            "bywash.kills.together",
            "bywash.kill",
            "bywash.disks",
            "bywash.manipulations",
            "bywash.manipulations.seed",
            "bywash.megabytes",
            "bywash.turns",
            "bywash.attachments",
            "bywash.bug");

    /** What Maven can be told to leave the run out by. */
    private static final List<String> LEAVING_OUT = List.of("skipTests", "skipITs", "maven.test.skip");

    /** The phases that run the procedure and fail when it did not pass; {@code integration-test} runs it and stays green. */
    private static final List<String> PHASES = List.of("verify", "install", "deploy");

    private static final Pattern ENTRY = Pattern.compile("(?:^\\{|, )([\\w.\\-]+)=([^,}]*)");

    private final List<String> goals;
    private final Map<String, String> properties;
    private final boolean neverFails;

    private CommandLine(List<String> goals, Map<String, String> properties, boolean neverFails) {
        this.goals = goals;
        this.properties = properties;
        this.neverFails = neverFails;
    }

    /**
     * Looks at the goals, the properties and the reaction to a failure, which the pom hands over in the environment.
     *
     * <p>When the build is to end, the sentence that says why is printed, and stands in a file; by that file the enforcer ends
     * it. Otherwise there is no such file.
     */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(System.getenv("COMMAND_LINE_REFUSED"));
        Files.deleteIfExists(file);
        Optional<String> refusal = refusal(
                System.getenv("COMMAND_LINE_GOALS"),
                System.getenv("COMMAND_LINE_PROPERTIES"),
                System.getenv("COMMAND_LINE_FAILING"));
        if (refusal.isPresent()) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, refusal.get() + System.lineSeparator());
            System.out.println(System.lineSeparator() + refusal.get() + System.lineSeparator());
        }
    }

    /**
     * Why the build is to end.
     *
     * @param arguments {@code goals=[...]}, {@code properties={...}} and {@code failing=...}, as Maven writes its own lists
     */
    static Optional<String> refusal(String... arguments) {
        String all = String.join("\n", arguments);
        Map<String, String> properties = new TreeMap<>();
        ENTRY.matcher(value(all, "properties"))
                .results()
                .forEach(entry -> properties.put(entry.group(1), entry.group(2).strip()));
        List<String> goals =
                Arrays.asList(value(all, "goals").replaceAll("[\\[\\]]", "").split(",\\s*"));
        return new CommandLine(goals, properties, value(all, "failing").equals("FAIL_NEVER")).refusal();
    }

    private static String value(String all, String name) {
        Matcher matcher = Pattern.compile("(?m)^" + name + "=(.*)$").matcher(all);
        return matcher.find() ? matcher.group(1) : "";
    }

    private Optional<String> refusal() {
        return unknown().or(this::unknownStage).or(this::withoutARun).or(this::green);
    }

    private Optional<String> unknown() {
        List<String> known = Stream.of(List.of(TAGS), OF_A_RUN, OF_OTHERS)
                .flatMap(List::stream)
                .toList();
        return properties.keySet().stream()
                .filter(name -> name.startsWith("cucumber.") || name.startsWith("bywash."))
                .filter(name -> !known.contains(name))
                .findFirst()
                .map(name ->
                        "There is no setting -D%s, so nothing was run.%s A stage is selected with -D%s=@chassisA, for example."
                                .formatted(
                                        name,
                                        name.startsWith("cucumber.")
                                                ? " Did you mean -D%s?".formatted(TAGS)
                                                : nearest(name, known, " Did you mean -D%s?"),
                                        TAGS));
    }

    private Optional<String> unknownStage() {
        return Optional.ofNullable(properties.get(TAGS))
                .filter(tags -> tags.matches("@?\\w+") && !STAGES.contains(tags))
                .map(tags -> "The tag '%s' selects no stage, so nothing was run.%s The stages are %s."
                        .formatted(
                                tags,
                                nearest(tags.startsWith("@") ? tags : "@" + tags, STAGES, " Did you mean %s?"),
                                String.join(", ", STAGES.subList(0, 5))));
    }

    /** Whoever asks for a stage or names a target gets a run or a failed build. */
    private Optional<String> withoutARun() {
        Optional<String> asking = properties.keySet().stream()
                .filter(name -> name.equals(TAGS) || OF_A_RUN.contains(name))
                .findFirst();
        if (asking.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> leftOut = LEAVING_OUT.stream().filter(this::isOn).findFirst();
        if (leftOut.isPresent()) {
            return Optional.of("-D%s asks for a run and -D%s leaves it out, so nothing was run: leave one of them away."
                    .formatted(asking.get(), leftOut.get()));
        }
        return runs()
                ? Optional.empty()
                : Optional.of(
                        "-D%s asks for a run, and '%s' ends before the run, so nothing was run: write 'mvn verify'."
                                .formatted(asking.get(), String.join(" ", goals)));
    }

    /** A run that does not pass has to fail the build. */
    private Optional<String> green() {
        boolean run = runs() && LEAVING_OUT.stream().noneMatch(this::isOn);
        if (run && isOn("maven.test.failure.ignore")) {
            return Optional.of(
                    "-Dmaven.test.failure.ignore makes a run that failed look like one that passed, so nothing was run: leave it away.");
        }
        if (run && neverFails) {
            return Optional.of(
                    "--fail-never makes a run that failed look like one that passed, so nothing was run: leave it away.");
        }
        return Optional.empty();
    }

    private boolean runs() {
        return goals.stream().anyMatch(PHASES::contains);
    }

    /** A property without a value is on for Maven. */
    private boolean isOn(String name) {
        return Set.of("", "true").contains(properties.getOrDefault(name, "false"));
    }

    private static String nearest(String typed, List<String> known, String question) {
        return known.stream()
                .min(Comparator.comparingInt(word -> distance(typed, word)))
                .filter(word -> distance(typed, word) <= Math.max(2, typed.length() / 3))
                .map(question::formatted)
                .orElse("");
    }

    /** How many letters must be put in, left out or replaced to make one text of the other (Levenshtein). */
    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        Arrays.setAll(above, column -> column);
        for (int row = 1; row <= one.length(); row++) {
            int[] current = new int[above.length];
            current[0] = row;
            for (int column = 1; column < current.length; column++) {
                int replaced = above[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, 1 + Math.min(above[column], current[column - 1]));
            }
            above = current;
        }
        return above[other.length()];
    }
}
