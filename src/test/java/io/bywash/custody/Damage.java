package io.bywash.custody;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/** What a {@link Manipulation} is made of. */
final class Damage {
    static final String HISTORY = "history.jsonl";
    static final String RESULT = "result.json";
    static final String FAILURE = "failure.txt";

    private Damage() {}

    interface ToLines {
        void at(List<String> lines, int place);
    }

    static int another(int place, int of, Random random) {
        return (place + 1 + random.nextInt(of - 1)) % of;
    }

    static void lines(Path run, ToLines change, Random random) {
        Forgery history = Forgery.of(run);
        change.at(history.lines(), random.nextInt(history.lines().size()));
        SampleRun.write(
                run.resolve(HISTORY),
                String.join("\n", history.lines()) + (history.lines().isEmpty() ? "" : "\n"));
    }

    /** A history that says something else, in a way that nothing in it contradicts. */
    static Forgery forged(Path run, Random random) {
        Forgery history = Forgery.of(run);
        boolean real = history.lines().get(0).contains("\"target\":\"REAL\"");
        return switch (random.nextInt(5)) {
            case 0 -> history.replace(real ? "REAL" : "SIMULATED", real ? "SIMULATED" : "REAL");
            case 1 -> history.replace("CHG-1042", "CHG-" + random.nextInt(1000));
            case 2 -> history.replace("look " + random.nextInt(3), "look 99");
            case 3 -> history.replace("\"number\":7", "\"number\":8");
            default -> history.without("\"fact\":\"Typed\"");
        };
    }

    static void payload(Path run, Random random) {
        String text = SampleRun.read(run.resolve(Statement.FILE));
        String was = text.split("\"")[3];
        String payload = new String(Base64.getDecoder().decode(was), StandardCharsets.US_ASCII);
        boolean real = payload.contains("\"target\":\"REAL\"");
        List<String> changed = List.of(
                payload.replace(real ? "REAL" : "SIMULATED", real ? "SIMULATED" : "REAL"),
                payload.replaceFirst("(?<=\"result\":\")\\w+", payload.contains("PASSED\"") ? "FAILED" : "PASSED"),
                payload.replaceFirst("(?<=\"outcome\":\")\\w", "P"),
                payload.replace("CHG-1042", ""),
                payload.replace(",\"warnedTests\":[]", ""),
                payload.replace("{\"_type\"", "{\"more\":true,\"_type\""),
                payload.replace(":", ": "),
                payload.replaceFirst("(?<=\"lines\":)\\d", "9"),
                payload.replace("\"take\":110", "\"take\":110.0"),
                payload + "{}",
                payload.substring(random.nextInt(payload.length())));
        List<String> different =
                changed.stream().filter(one -> !one.equals(payload)).toList();
        String instead = different.get(random.nextInt(different.size()));
        SampleRun.write(
                run.resolve(Statement.FILE),
                text.replace(was, Base64.getEncoder().encodeToString(instead.getBytes(StandardCharsets.US_ASCII))));
    }

    static void change(Path file, String expression, String instead) {
        String text = SampleRun.read(file);
        String changed = text.replaceFirst(expression, instead);
        if (changed.equals(text)) {
            throw new IllegalStateException("%s has nothing like %s:%n%s".formatted(file, expression, text));
        }
        SampleRun.write(file, changed);
    }

    /** @param more how many bytes the file has more afterwards */
    static void bytes(Path file, Random random, int more) {
        try {
            byte[] was = Files.readAllBytes(file);
            int at = random.nextInt(was.length);
            ByteArrayOutputStream changed = new ByteArrayOutputStream();
            changed.write(was, 0, at);
            if (more >= 0) {
                changed.write(more == 0 ? was[at] + 1 + random.nextInt(255) : random.nextInt(256));
            }
            changed.write(was, more > 0 ? at : at + 1, was.length - (more > 0 ? at : at + 1));
            Files.write(file, changed.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void cut(Path file, Random random) {
        try {
            byte[] was = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(was, random.nextInt(was.length)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void copy(String file, Path from, Path to) {
        SampleRun.write(to.resolve(file), SampleRun.read(from.resolve(file)));
    }

    /** A file of a run, by chance, with its path in it. */
    static String anyFile(Path run, Random random, List<String> butFor) {
        List<String> files = new ArrayList<>(List.of(HISTORY, Statement.FILE, RESULT, FAILURE, DerivedFiles.FILE));
        files.addAll(SampleRun.DERIVED);
        files.removeAll(butFor);
        files.removeIf(file -> !Files.exists(run.resolve(file)));
        return files.get(random.nextInt(files.size()));
    }

    /** Does something to the file that leaves other bytes or none. */
    static void spoil(Path file, Path another, Random random) {
        try {
            switch (random.nextInt(9)) {
                case 0 -> bytes(file, random, 0);
                case 1 -> bytes(file, random, 1);
                case 2 -> bytes(file, random, -1);
                case 3 -> cut(file, random);
                case 4 -> delete(file);
                case 5 -> Files.write(file, new byte[0]);
                case 6 -> Files.write(file, "\n".getBytes(StandardCharsets.US_ASCII), StandardOpenOption.APPEND);
                case 7 -> {
                    Path elsewhere = file.getRoot().resolve(another.toAbsolutePath());
                    Files.delete(file);
                    Files.createSymbolicLink(file, elsewhere);
                }
                default -> {
                    Files.delete(file);
                    Files.createDirectory(file);
                    SampleRun.write(file.resolve(file.getFileName()), "");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts something into the directory, or a directory of it, that no run leaves there. */
    static void putIn(Path run, Random random) {
        String name = List.of(
                        "approval.txt", "summary.html.part", "interrupted.txt", ".a", "Result.json", "z\n\u001B[2K")
                .get(random.nextInt(6));
        Path folder = run.resolve(
                List.of("", "casts", "attachments", "history.jsonl.d/1/2").get(random.nextInt(4)));
        try {
            SampleRun.directory(folder);
            if (random.nextInt(3) == 0) {
                Files.createSymbolicLink(folder.resolve(name), run.resolve(HISTORY));
            } else {
                SampleRun.write(folder.resolve(name), "PASSED");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void rename(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
