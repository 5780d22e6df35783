package io.bywash.recording;

import io.bywash.cpuse.PackageFile;
import io.bywash.evidence.Broken;
import io.bywash.evidence.HistoryFile;
import io.bywash.target.RecordedTerms;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A recording that is served, with the folder that a run on it needs: a target file, the host key, the password, and a file
 * of the size of the package, whose content nobody has handed over.
 */
public final class ReplaySite implements AutoCloseable {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String PASSWORD_FILE = "password";
    private static final String KNOWN_HOSTS = "known_hosts";
    private static final String TARGET_FILE = "target.yaml";
    private static final String REPORTS = "reports";

    private final Path folder;
    private final ReplayServer server;
    private final List<RecordedTerms> terms;
    private final List<HistoryFile> runs;
    private final RecordedTerms.Way way;

    private ReplaySite(
            Path folder,
            ReplayServer server,
            List<HistoryFile> runs,
            List<RecordedTerms> terms,
            RecordedTerms.Way way) {
        this.folder = folder;
        this.server = server;
        this.runs = runs;
        this.terms = terms;
        this.way = way;
    }

    /**
     * Serves a recording, and makes the folder.
     *
     * @param folder that is not there yet
     * @param pace how many recorded seconds a second has, at least 1
     * @param port 0 for any that is free
     * @param now is in the name of the group, so that no run takes up what one on another replay has sent
     * @param told is told, as a paragraph, when a run leaves the recording
     * @throws Broken when the folder cannot be made or the port is taken
     */
    public static ReplaySite open(
            Recording recording, Path folder, double pace, int port, Instant now, Consumer<String> told) {
        List<RecordedTerms> terms =
                recording.runs().stream().map(RecordedTerms::in).toList();
        try {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            Files.createDirectory(folder);
            Map<String, String> instead = new HashMap<>();
            for (RecordedTerms run : terms) {
                instead.put(run.packageSha256(), standIn(folder.resolve(run.packageName()), run.packageSize()));
            }
            ReplayServer server = ReplayServer.start(recording, instead, pace, port, told);
            RecordedTerms.Way way = new RecordedTerms.Way(
                    server.port(), KNOWN_HOSTS, PASSWORD_FILE, "-replay-" + MOMENT.format(now), pace);
            write(folder.resolve(PASSWORD_FILE), ReplayServer.PASSWORD);
            write(folder.resolve(KNOWN_HOSTS), "[127.0.0.1]:%d %s%n".formatted(server.port(), server.hostKey()));
            for (int run = 0; run < terms.size(); run++) {
                write(folder.resolve(targetFile(run)), terms.get(run).targetFile(way));
            }
            terms.get(0).writeEarlierRuns(folder.resolve(REPORTS), way);
            return new ReplaySite(folder, server, recording.runs(), terms, way);
        } catch (IOException e) {
            throw new Broken(
                    "The folder %s for the replay cannot be made: %s. Name another with -Dbywash.into."
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }

    /** Makes the file, of zeros, and gives its sum. */
    private static String standIn(Path file, long size) throws IOException {
        try (RandomAccessFile empty = new RandomAccessFile(file.toFile(), "rw")) {
            empty.setLength(size);
        }
        return PackageFile.at(file).sha256();
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static String targetFile(int run) {
        return run == 0 ? TARGET_FILE : "target-%d.yaml".formatted(run + 1);
    }

    public ReplayServer server() {
        return server;
    }

    /** Where a run on it has to keep its evidence, beside what the recorded one knew of earlier runs. */
    public Path reports() {
        return folder.resolve(REPORTS);
    }

    /** The tags of the stages of a recorded run, by its place, as Cucumber takes them. */
    public String tags(int run) {
        return String.join(" or ", Recording.started(runs.get(run)).stages());
    }

    /** The properties of the run that does the same as a recorded one, by its place. */
    public Map<String, String> properties(int run) {
        Map<String, String> properties = new HashMap<>();
        properties.put("bywash.target", folder.resolve(targetFile(run)).toString());
        if (terms.get(run).confirmed()) {
            properties.put("bywash.confirm", terms.get(run).groupOn(way));
        }
        takenOver(run).ifPresent(lease -> properties.put("bywash.takeOver", lease));
        return properties;
    }

    private Optional<String> takenOver(int run) {
        return terms.get(run).takenOver().or(() -> Leases.leftBehind(runs.get(run)));
    }

    /** The command line of the run that does the same as a recorded one, by its place. */
    public String command(int run) {
        String options = properties(run).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(option -> "-D%s=%s ".formatted(option.getKey(), option.getValue()))
                .collect(Collectors.joining());
        return "mvn verify %s-Dcucumber.filter.tags='%s'".formatted(options, tags(run));
    }

    @Override
    public void close() {
        server.close();
    }
}
