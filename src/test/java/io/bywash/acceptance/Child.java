package io.bywash.acceptance;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link ChildRun} and the process it runs in, as its parent sees it. */
final class Child implements AutoCloseable {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    /** What a script starts in the background is deaf to Ctrl-C, and so is what that starts; this gives it back. */
    private static final List<String> HEARING = List.of("env", "--default-signal=INT");

    private static final int PATIENCE_SECONDS = 10;

    private final Process process;
    private final BufferedReader says;
    private final List<String> said = new ArrayList<>();

    private Child(Process process) {
        this.process = process;
        this.says = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts the procedure on a site, which ends itself nowhere before its end. */
    static Child undisturbed(Site site, String... stages) {
        return start(List.of(), site, ChildRun.NONE, stages);
    }

    /** Starts the procedure on a site, to be killed there. */
    static Child until(KillPoint point, Site site, String... stages) {
        boolean curable = point.signal().equals("INT") && exits(HEARING, "true");
        return start(curable ? HEARING : List.of(), site, point.toString(), stages);
    }

    private static boolean exits(List<String> before, String command) {
        try {
            List<String> whole = new ArrayList<>(before);
            whole.add(command);
            return new ProcessBuilder(whole).start().waitFor() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** @param before what stands before the command, such as a shell that limits something */
    static Child start(List<String> before, Site site, String point, String... stages) {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(JAVA, "-Xmx192m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData"));
        command.addAll(List.of("-cp", absolute(System.getProperty("java.class.path")), ChildRun.class.getName()));
        command.addAll(List.of(site.targetFile().toString(), site.reports().toString(), point));
        command.addAll(List.of(stages));
        try {
            return new Child(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException("The run of its own cannot be started: " + command, e);
        }
    }

    private static String absolute(String classPath) {
        return String.join(
                File.pathSeparator,
                List.of(classPath.split(File.pathSeparator)).stream()
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .toList());
    }

    /** Reads on to the next line that begins so; null when the process ends before. */
    String hear(String beginning) {
        try {
            for (String line = says.readLine(); line != null; line = says.readLine()) {
                said.add(line);
                if (line.startsWith(beginning)) {
                    return line;
                }
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Kills it where it is to be killed.
     *
     * @return where that was; null when it ended before
     */
    String kill(KillPoint point) throws InterruptedException {
        String here = hear("here ");
        if (here == null) {
            process.waitFor();
            return null;
        }
        process.waitFor(point.millis(), TimeUnit.MILLISECONDS);
        if (point.signal().equals("INT")) {
            interrupt();
        } else {
            process.toHandle().destroyForcibly();
            process.waitFor();
        }
        while (hear("") != null) {
            continue;
        }
        return here.substring("here ".length());
    }

    static void signal(String name, long pid) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether all its threads stand, because it was stopped. */
    boolean isStopped() {
        try {
            String state = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
            return state.substring(state.lastIndexOf(')')).startsWith(") T");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets it go on after it was stopped. */
    void resume() {
        signal("CONT", process.pid());
    }

    /** Ctrl-C, to which a process may say a last word. */
    private void interrupt() throws InterruptedException {
        signal("INT", process.pid());
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(
                    "Ctrl-C did not end the run. A job that a script started in the background does not see it.");
        }
    }

    long pid() {
        return process.pid();
    }

    /** Reads on in the background, so that it never has to wait until somebody hears it; nothing more can be heard. */
    void keepQuiet() {
        Thread reading = new Thread(() -> hear("\0"), "reading what the run says");
        reading.setDaemon(true);
        reading.start();
    }

    /** Whether it is still at work after so long. */
    boolean goesOnFor(long millis) throws InterruptedException {
        return !process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /** Lets it run to its end. */
    int end() throws InterruptedException {
        while (hear("") != null) {
            continue;
        }
        return process.waitFor();
    }

    /** Everything it said. */
    List<String> said() {
        return List.copyOf(said);
    }

    /** Whether it came to the end of a stage, and passed it. */
    boolean passed(String stage) {
        return said.contains("ended " + stage + " passed");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
