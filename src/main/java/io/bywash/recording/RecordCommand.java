package io.bywash.recording;

import io.bywash.evidence.Broken;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes a recording of runs.
 *
 * <pre>{@code
 * mvn -q compile exec:exec@record -Dbywash.run=reports/RUN -Dbywash.rename=north-gate=first-site
 * }</pre>
 */
public final class RecordCommand {
    private static final String ENDING = ".recording.jsonl";

    private RecordCommand() {}

    /**
     * Makes it, and says what it shows.
     *
     * @param runs directories, with commas between them, in the order the runs were made
     * @param rename names and what is to stand instead, as {@code OLD=NEW} with commas between them; empty for none
     * @param into the file; empty for one beside the first directory
     * @return what a person has to know, a line each
     * @throws Broken when it cannot be made; nothing was written then
     */
    public static List<String> make(String runs, String rename, String into) {
        List<Path> directories = Arrays.stream(runs.split(","))
                .filter(run -> !run.isBlank())
                .map(Path::of)
                .toList();
        if (directories.isEmpty()) {
            throw new Broken(
                    "Name the directory of the run that is to be recorded: -Dbywash.run=reports/RUN, or several with commas between them, in the order they were made.");
        }
        Recording recording = new Recorder(Names.read(rename)).of(directories);
        Path file = into.isBlank()
                ? directories
                        .get(0)
                        .resolveSibling(directories.get(0).normalize().getFileName() + ENDING)
                : Path.of(into);
        recording.write(file);
        List<String> told = new ArrayList<>();
        told.add("recorded in %s; the secrets of the run are not in it".formatted(file));
        if (recording.isOfNoDevice()) {
            told.add("A run in it was SIMULATED: nothing of a device is in that.");
        }
        told.add(
                "It shows what the device said and what was typed. Before it is handed over, see whether these may be seen:");
        Recorder.shown(recording).forEach(name -> told.add("  " + name));
        told.add("Another name of the same length can stand instead of each: -Dbywash.rename=OLD=NEW,OLD=NEW");
        return told;
    }

    public static void main(String[] arguments) {
        try {
            make(System.getProperty("run", ""), System.getProperty("rename", ""), System.getProperty("into", ""))
                    .forEach(System.out::println);
        } catch (Broken e) {
            System.out.println(e.getMessage());
            System.exit(1);
        }
    }
}
