package io.bywash.custody;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks that nobody has changed the evidence of a run.
 *
 * <p>For somebody who trusts nothing of this product: one file, the JDK alone, no other class. It works out the statement
 * and the result from the history by itself, and shares no code with what makes them, so that a mistake there is not made
 * here again.
 *
 * <pre>java src/main/java/io/bywash/custody/Check.java RUN [--key public.pem] [--head HEX] [--real]</pre>
 *
 * <p>It prints nothing of a file before everything was verified, and of every text only what cannot move a cursor or begin a
 * line. The last line begins with the verdict; above it stands each file of the directory that the check says nothing of.
 * The verdict speaks of the evidence, not of the run: evidence of a run that failed is intact too. What each verdict rests on
 * is on the page {@code evidence-check}.
 */
public final class Check {
    /** Exit code: all that is there belongs together, and to the key and the head that were given. */
    static final int INTACT = 0;

    /** Exit code: something was changed, or is not what was asked for. */
    static final int TAMPERED = 1;

    /** Exit code: the run never came to its end, or what is made at its end is not there. */
    static final int INCOMPLETE = 2;

    /** Exit code: nothing was checked. */
    static final int NOT_CHECKED = 3;

    private static final String USAGE = "Write: java Check.java RUN [--key public.pem] [--head HEX] [--real]";
    private static final String HISTORY = "history.jsonl";
    private static final String STATEMENT = "statement.json";
    private static final String RESULT = "result.json";
    private static final String FAILURE = "failure.txt";
    private static final String DERIVED = "derived.json";

    private final Request request;
    private final Directory directory;
    private final List<String> found = new ArrayList<>();
    private final Set<String> covered = new LinkedHashSet<>(List.of(HISTORY));

    private Check(Request request) throws IOException, Trouble {
        this.request = request;
        this.directory = Directory.of(request.run);
    }

    public static void main(String[] arguments) {
        System.exit(check(System.out, arguments));
    }

    /** Checks a run as the command line does, tells it on {@code out}, and gives the exit code. */
    public static int check(PrintStream out, String... arguments) {
        try {
            Check check = new Check(Request.of(arguments));
            return check.told(out);
        } catch (Trouble trouble) {
            return trouble.told(out);
        } catch (IOException | InvalidPathException e) {
            return Trouble.notChecked("Something cannot be read: " + e).told(out);
        } catch (RuntimeException e) {
            return Trouble.notChecked("The check itself failed, which it never should: " + e)
                    .told(out);
        } catch (OutOfMemoryError e) {
            return Trouble.notChecked(
                            "There is not enough memory for a file of this size. Write: java -Xmx8g Check.java RUN")
                    .told(out);
        }
    }

    private int told(PrintStream out) throws IOException {
        Trouble trouble = null;
        String verdict = "";
        try {
            verdict = "INTACT: the evidence of a run that ended as: " + Plain.of(intact());
        } catch (Trouble e) {
            trouble = e;
        }
        if (trouble != null && !trouble.verified) {
            return trouble.told(out);
        }
        found.forEach(out::println);
        List<String> left = directory.entries.keySet().stream()
                .filter(file -> !covered.contains(file))
                .map(file -> "not covered  %s%s".formatted(Plain.whole(file), directory.entries.get(file)))
                .toList();
        if (trouble != null) {
            out.println(Plain.of(trouble.getMessage()));
        }
        out.println(
                left.isEmpty()
                        ? "covered: every file in the directory."
                        : "Of %d of %d files in the directory nothing is said; whoever can write there can have put anything into them:"
                                .formatted(left.size(), directory.entries.size()));
        left.forEach(out::println);
        out.println(trouble == null ? verdict : trouble.verdict);
        return trouble == null ? INTACT : trouble.code;
    }

    /** @return the verdict of the run, when nothing was found */
    private String intact() throws IOException, Trouble {
        directory.plain(HISTORY);
        History history = History.read(request.run.resolve(HISTORY));
        whole(history);
        named(history);
        say("history", "%d lines, each with the hash of the one before".formatted(history.lines));
        say("head", history.head + (request.head.isEmpty() ? "" : ", as given"));
        statement(history);
        result(history);
        derived(history);
        if (request.real && !Json.at(history.started, "target").equals("REAL")) {
            throw Trouble.notReal(
                    "This is a run on the embedded Security Group or on a recording. It says nothing of any device, whatever else is said of it.");
        }
        if (request.real && history.embedded > 0) {
            throw Trouble.notReal(
                    "Line %d of %s was opened to a server that calls itself an embedded Security Group, although a target file described it as a real one."
                            .formatted(history.embedded, HISTORY));
        }
        if (request.head.isEmpty() && request.key == null) {
            found.add(
                    "Neither --head nor --key was given: the files belong together, but whoever can write here could have made them all anew.");
        }
        return Json.text(history.finished, "verdict");
    }

    private void say(String what, String value) {
        found.add("%-10s %s".formatted(what, value));
    }

    /** Which run this is, by the history alone; and that the name of the directory is the one that this run left. */
    private void named(History history) throws Trouble {
        String group = Json.text(history.started, "group");
        String ticket = Json.text(Json.object(Json.at(history.started, "change")), "ticket");
        say(
                "run",
                "number %s on %s, begun %s, %s"
                        .formatted(
                                Plain.of(Json.at(history.started, "number")),
                                Plain.of(group),
                                Plain.of(Json.text(history.started, "at")),
                                ticket.isEmpty() ? "no ticket" : "ticket " + Plain.of(ticket)));
        say(
                "target",
                "%s Security Group %s at %s"
                        .formatted(
                                Plain.of(Json.at(history.started, "target")),
                                Plain.of(group),
                                Plain.of(Json.at(history.started, "gear", "address"))));
        String left = history.directory();
        if (directory.name.matches(Pattern.quote(left) + "(-[1-9]\\d*)?")) {
            say("directory", Plain.of(directory.name) + ", as this run left it");
        } else if (directory.name.matches("\\d{4}-\\d\\d-\\d\\dT\\d{6}Z.*")) {
            throw Trouble.tampered(
                    "The directory is named %s, and the run in it left one named %s. Somebody renamed it, or put another run into it. If its name alone was changed, give it back and check again."
                            .formatted(Plain.of(directory.name), Plain.of(left)));
        } else {
            say("directory", "is named %s; this run left it as %s".formatted(Plain.of(directory.name), Plain.of(left)));
        }
    }

    /**
     * The history has an end, and it is the end that somebody noted; what is made after the end is there. A run whose own
     * process broke leaves a result without an end; it is called BROKEN, and is not covered.
     */
    private void whole(History history) throws IOException, Trouble {
        String trouble = history.finished == null
                ? "has no end: RunFinished is not its last fact"
                        + (history.cutOff ? ", and its last line is cut off" : "")
                : "";
        if (!request.head.isEmpty() && !request.head.equals(history.head)) {
            throw Trouble.tampered(
                    "The head is %s, and %s was given. The history was changed or its end was cut off%s, or the head is another run's."
                            .formatted(history.head, request.head, trouble.isEmpty() ? "" : " (it " + trouble + ")"));
        }
        if (!trouble.isEmpty() && directory.has(STATEMENT)) {
            throw cutOff(trouble, STATEMENT);
        }
        if (!trouble.isEmpty()
                && directory.has(RESULT)
                && !Json.text(
                                Json.object(RESULT, new String(directory.bytes(RESULT), StandardCharsets.UTF_8)),
                                "outcome")
                        .equals("BROKEN")) {
            throw cutOff(trouble, RESULT);
        }
        if (!trouble.isEmpty()) {
            throw Trouble.incomplete(
                    "%s %s. The run is under way, or died; or its end was cut off, and what was made after it taken away. What is there belongs together (%d lines)."
                            .formatted(HISTORY, trouble, history.lines));
        }
        for (String file : List.of(STATEMENT, RESULT)) {
            if (!directory.has(file)) {
                throw Trouble.incomplete(
                        "There is no %s. The run died at its very end, or could not write it, or somebody took it away. The history itself belongs together; its head is %s."
                                .formatted(file, history.head));
            }
        }
    }

    private static Trouble cutOff(String trouble, String file) {
        return Trouble.tampered("%s %s. But %s is there, which is made after the end: the end was cut off."
                .formatted(HISTORY, trouble, file));
    }

    private void statement(History history) throws IOException, Trouble {
        String signed = envelope(STATEMENT, history.statement());
        say("statement", "says what the history says; " + signed);
    }

    /**
     * A file that is an envelope around a statement, by the statement that is expected in it.
     *
     * @return how it is signed, in words
     */
    private String envelope(String file, Map<String, Object> expected) throws IOException, Trouble {
        String text = new String(directory.bytes(file), StandardCharsets.ISO_8859_1);
        Map<?, ?> envelope = Json.object(file, text);
        String payload = Json.text(envelope, "payload");
        if (!payload.equals(base64(Json.written(expected)))) {
            throw Trouble.tampered(file + ": " + difference(file, expected, payload));
        }
        List<?> signatures = Json.at(envelope, "signatures") instanceof List<?> list ? list : List.of("");
        if (signatures.size() > 1) {
            throw Trouble.tampered(file + " has several signatures; a run makes one at most.");
        }
        Map<?, ?> signature = signatures.isEmpty() ? null : Json.object(signatures.get(0));
        Object canonical = Json.fields(
                "payload",
                payload,
                "payloadType",
                Signed.PAYLOAD_TYPE,
                "signatures",
                signature == null
                        ? List.of()
                        : List.of(Json.fields(
                                "keyid", Json.text(signature, "keyid"), "sig", Json.text(signature, "sig"))));
        if (!text.equals(Json.written(canonical) + "\n")) {
            throw Trouble.tampered(
                    "%s is not the envelope that a run writes: one line with payload, payloadType %s and signatures."
                            .formatted(file, Signed.PAYLOAD_TYPE));
        }
        covered.add(file);
        return signature(file, signature, payload);
    }

    /** What a payload that is not the expected one says otherwise. */
    private static String difference(String file, Map<String, Object> expected, String payload) throws Trouble {
        String different = Json.difference(expected, payload(file, payload), "");
        return different.isEmpty()
                ? "the payload is not written as a run writes it."
                : different + ". Somebody changed it, or another version of the product made it.";
    }

    private static Map<?, ?> payload(String file, String payload) throws Trouble {
        try {
            return Json.object(file, new String(Base64.getDecoder().decode(payload), StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            throw Trouble.tampered(file + ": the payload is no base64.");
        }
    }

    private String signature(String file, Map<?, ?> signature, String payload) throws Trouble {
        if (request.key == null) {
            return signature == null
                    ? "NOT SIGNED"
                    : "signed, NOT CHECKED (give --key), by " + Plain.of(Json.text(signature, "keyid"));
        }
        if (signature == null) {
            throw Trouble.tampered(
                    "%s is not signed, and a key was given. The signature was taken away, or it was made without -Dbywash.signWith."
                            .formatted(file));
        }
        Signed.verify(request.key, file, signature, payload);
        return "signed by " + Plain.of(Json.text(signature, "keyid"));
    }

    /** {@code result.json} and {@code failure.txt}, which are made again from the history and are the same, byte for byte. */
    private void result(History history) throws IOException, Trouble {
        byte[] seen = directory.bytes(RESULT);
        Map<String, Object> expected = history.result();
        if (!Arrays.equals(seen, Json.indented(expected).getBytes(StandardCharsets.US_ASCII))) {
            String different =
                    Json.difference(expected, Json.object(RESULT, new String(seen, StandardCharsets.UTF_8)), "");
            throw Trouble.tampered("%s: %s."
                    .formatted(RESULT, different.isEmpty() ? "it is not written as a run writes it" : different));
        }
        covered.add(RESULT);
        byte[] page = history.page == null ? null : (Json.lines(history.page) + "\n").getBytes(StandardCharsets.UTF_8);
        if (!Arrays.equals(page, directory.has(FAILURE) ? directory.bytes(FAILURE) : null)) {
            throw Trouble.tampered(
                    page == null
                            ? "There is a %s, and the history knows of no failure.".formatted(FAILURE)
                            : FAILURE + " is not the page that the engineer was shown.");
        }
        covered.add(FAILURE);
        say("result", "is what the history comes to, byte for byte" + (page == null ? "" : ", as is " + FAILURE));
    }

    /**
     * The files that were made of the history for people, by the hashes in the list of them. Nothing but a signature binds
     * the list to the run, so that a head without a key covers none of them.
     */
    private void derived(History history) throws IOException, Trouble {
        if (!directory.has(DERIVED)) {
            say("derived", "there is no %s, so no file that was made of this history is covered".formatted(DERIVED));
            return;
        }
        Map<?, ?> envelope = Json.object(DERIVED, new String(directory.bytes(DERIVED), StandardCharsets.ISO_8859_1));
        List<Object> files = new ArrayList<>();
        Map<?, ?> said = payload(DERIVED, Json.text(envelope, "payload"));
        Set<String> names = new TreeSet<>();
        for (Object subject : Json.list(said, "subject")) {
            String name = Json.text(Json.object(subject), "name");
            if (List.of(HISTORY, STATEMENT, RESULT, FAILURE, DERIVED).contains(name)) {
                throw Trouble.tampered(
                        "%s lists %s, which is not made of the history for people.".formatted(DERIVED, name));
            }
            if (!directory.has(name)) {
                throw Trouble.tampered("%s lists %s, which is not there.".formatted(DERIVED, Plain.of(name)));
            }
            String sha256 = HexFormat.of().formatHex(History.sha256().digest(directory.bytes(name)));
            if (!Json.at(subject, "digest", "sha256").equals(sha256)) {
                throw Trouble.tampered("%s is not the file that was made: its SHA-256 is %s, and %s says %s."
                        .formatted(Plain.of(name), sha256, DERIVED, Plain.of(Json.at(subject, "digest", "sha256"))));
            }
            names.add(name);
            files.add(Json.fields("name", name, "digest", Json.fields("sha256", sha256)));
        }
        if (names.size() != files.size()) {
            throw Trouble.tampered(DERIVED + " lists a file twice.");
        }
        String signed = envelope(DERIVED, history.link(files));
        if (request.key != null || request.head.isEmpty()) {
            covered.addAll(names);
            say("derived", "%d files have the hashes of %s, which is %s".formatted(files.size(), DERIVED, signed));
        } else {
            covered.remove(DERIVED);
            say(
                    "derived",
                    "%d files have the hashes of %s, but no head covers that list: give --key"
                            .formatted(files.size(), DERIVED));
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Text of a file as it may be shown: it cannot end a line, move a cursor, turn its direction or fill a line with blanks. */
    private static final class Plain {
        private static final int LONGEST = 600;

        private Plain() {}

        static String of(Object value) {
            String text = whole(String.valueOf(value));
            return text.length() <= LONGEST
                    ? text
                    : "%s ... (%d characters)".formatted(text.substring(0, LONGEST), text.length());
        }

        static String whole(String text) {
            StringBuilder plain = new StringBuilder();
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean second = c == ' ' && i > 0 && text.charAt(i - 1) == ' ';
                plain.append(c < ' ' || c > '~' || second ? "\\u%04X".formatted((int) c) : String.valueOf(c));
            }
            return plain.toString();
        }
    }

    /** What lies in the directory of a run, by its path in it; what is no plain file has words behind it that say so. */
    private static final class Directory {
        private final Path path;
        private final String name;
        private final SortedMap<String, String> entries = new TreeMap<>();

        private Directory(Path path) {
            this.path = path;
            Path last = path.getFileName();
            this.name = last == null ? "" : last.toString();
        }

        static Directory of(Path run) throws IOException {
            Directory directory = new Directory(run.toRealPath());
            directory.list(directory.path, "");
            return directory;
        }

        private void list(Path folder, String before) throws IOException {
            List<Path> there;
            try (Stream<Path> files = Files.list(folder)) {
                there = files.toList();
            }
            if (there.isEmpty() && !before.isEmpty()) {
                entries.put(before, " (an empty directory)");
            }
            for (Path file : there) {
                String entry = before + file.getFileName();
                while (entries.containsKey(entry)) {
                    entry += "\uFFFD";
                }
                if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    try {
                        list(file, entry + "/");
                    } catch (IOException e) {
                        entries.put(entry + "/", " (a directory that cannot be read)");
                    }
                } else {
                    entries.put(
                            entry,
                            Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                                    ? ""
                                    : Files.isSymbolicLink(file) ? " (a symbolic link)" : " (no plain file)");
                }
            }
        }

        boolean has(String file) {
            return entries.containsKey(file)
                    || entries.keySet().stream().anyMatch(entry -> entry.startsWith(file + "/"));
        }

        byte[] bytes(String file) throws IOException, Trouble {
            plain(file);
            return Files.readAllBytes(path.resolve(file));
        }

        void plain(String file) throws Trouble {
            if (!"".equals(entries.get(file))) {
                throw Trouble.tampered(
                        "%s is no plain file of this directory, but a run writes such files only. Somebody put something else in its place."
                                .formatted(file));
            }
        }
    }

    /** What the command line asks for; head is empty and key null when they were not given. */
    private record Request(Path run, PublicKey key, String head, boolean real) {
        static Request of(String[] arguments) throws IOException, Trouble {
            List<String> words = new ArrayList<>(Arrays.asList(arguments));
            boolean real = words.remove("--real");
            String head = after("--head", words).strip().toLowerCase(Locale.ROOT);
            String key = after("--key", words);
            if (words.size() != 1 || words.get(0).startsWith("-")) {
                throw Trouble.notChecked("One directory of a run is to be named, and this was left over: %s. %s."
                        .formatted(words, USAGE));
            }
            Path run = Path.of(words.get(0));
            if (!Files.exists(run.resolve(HISTORY), LinkOption.NOFOLLOW_LINKS)) {
                throw Files.exists(run.resolve(STATEMENT)) || Files.exists(run.resolve(RESULT))
                        ? Trouble.tampered("There is no %s: somebody took it away.".formatted(HISTORY))
                        : Trouble.notChecked("%s is no directory of a run: there is no %s in it. %s."
                                .formatted(run, HISTORY, USAGE));
            }
            if (!head.isEmpty() && !head.matches("[0-9a-f]{64}")) {
                throw Trouble.notChecked("--head %s: a head has 64 hexadecimal digits.".formatted(head));
            }
            if (real && head.isEmpty() && key.isEmpty()) {
                throw Trouble.notChecked(
                        "--real needs --key or --head: without either, everything here could have been made anew from a simulated run.");
            }
            return new Request(run, key.isEmpty() ? null : Signed.key(Path.of(key)), head, real);
        }

        private static String after(String option, List<String> words) throws Trouble {
            int place = words.indexOf(option);
            if (place < 0) {
                return "";
            }
            if (place == words.size() - 1 || words.get(place + 1).isBlank()) {
                throw Trouble.notChecked("%s has nothing behind it. %s.".formatted(option, USAGE));
            }
            words.remove(place);
            return words.remove(place);
        }
    }

    /** Why the evidence is not intact. */
    private static final class Trouble extends Exception {
        private final int code;
        private final String verdict;

        /** Whether all that there is was verified, so that it may be shown. */
        private final boolean verified;

        private Trouble(int code, String verdict, boolean verified, String why) {
            super(why);
            this.code = code;
            this.verdict = verdict;
            this.verified = verified;
        }

        static Trouble tampered(String why) {
            return new Trouble(TAMPERED, "TAMPERED", false, why);
        }

        static Trouble notReal(String why) {
            return new Trouble(TAMPERED, "NOT REAL", true, why);
        }

        static Trouble incomplete(String why) {
            return new Trouble(INCOMPLETE, "INCOMPLETE", true, why);
        }

        static Trouble notChecked(String why) {
            return new Trouble(NOT_CHECKED, "NOT CHECKED", false, why);
        }

        int told(PrintStream out) {
            out.println(Plain.of(getMessage()));
            out.println(verdict);
            return code;
        }
    }

    /** The chain of lines, and what of it is needed to say what the statement has to say. */
    private static final class History {
        private final MessageDigest file = sha256();
        private int lines;
        private String head = "0".repeat(64);
        private BigDecimal nanos = BigDecimal.ZERO;
        private String sha256;
        private boolean cutOff;
        private int embedded;
        private Map<?, ?> started;
        private Map<?, ?> finished;
        private Object page;
        private final List<Object> planned = new ArrayList<>();
        private final List<Object> notChecked = new ArrayList<>();
        private final Map<String, String> tests = new LinkedHashMap<>();
        private final Map<String, Object> begun = new LinkedHashMap<>();
        private final Map<String, Map<?, ?>> steps = new LinkedHashMap<>();
        private final Map<Object, Object> passedOver = new LinkedHashMap<>();
        private String whyNot = "the run ended before it";

        static History read(Path path) throws IOException, Trouble {
            History history = new History();
            try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
                for (byte[] line = history.next(in); line.length > 0; line = history.next(in)) {
                    if (line[line.length - 1] != '\n') {
                        history.cutOff = true;
                        history.finished = null;
                        break;
                    }
                    history.accept(line);
                }
            }
            if (history.started == null) {
                throw Trouble.incomplete(
                        "%s has no whole line: the run died at its very beginning.".formatted(HISTORY));
            }
            history.sha256 = HexFormat.of().formatHex(history.file.digest());
            return history;
        }

        private byte[] next(InputStream in) throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int b = in.read(); b >= 0; b = in.read()) {
                line.write(b);
                if (b == '\n') {
                    break;
                }
            }
            file.update(line.toByteArray());
            return line.toByteArray();
        }

        private void accept(byte[] bytes) throws Trouble {
            lines++;
            String place = "Line %d of %s".formatted(lines, HISTORY);
            for (int i = 0; i < bytes.length - 1; i++) {
                if (bytes[i] < ' ') {
                    throw Trouble.tampered("%s has a byte that no line has, at %d.".formatted(place, i + 1));
                }
            }
            Map<?, ?> fact = Json.object(place, new String(bytes, 0, bytes.length - 1, StandardCharsets.US_ASCII));
            if (!List.copyOf(fact.keySet())
                    .subList(0, Math.min(3, fact.size()))
                    .equals(List.of("before", "fact", "nanos"))) {
                throw Trouble.tampered(place + " does not begin with before, fact and nanos.");
            }
            follow(place, fact);
            String kind = Json.text(fact, "fact");
            if (finished != null) {
                throw Trouble.tampered("%s comes after the end of the run: somebody added it.".formatted(place));
            }
            if ((lines == 1) != kind.equals("RunStarted")) {
                throw Trouble.tampered(
                        "%s is %s; RunStarted is the first fact of a history and no other.".formatted(place, kind));
            }
            keep(kind, fact);
            head = HexFormat.of().formatHex(sha256().digest(bytes));
        }

        private void follow(String place, Map<?, ?> fact) throws Trouble {
            String before = Json.text(fact, "before");
            if (!before.equals(head)) {
                throw Trouble.tampered(
                        lines == 1
                                ? "%s is not the beginning of a history: it says that a line was before it."
                                        .formatted(place)
                                : "%s does not follow line %d: it says %s is the hash of the line before, and that is %s. Line %d was changed, or lines were put in, taken out or moved here."
                                        .formatted(place, lines - 1, before, head, lines - 1));
            }
            if (!(Json.at(fact, "nanos") instanceof BigDecimal now) || now.compareTo(nanos) < 0) {
                throw Trouble.tampered("%s is from before the line before it.".formatted(place));
            }
            nanos = now;
        }

        private void keep(String kind, Map<?, ?> fact) throws Trouble {
            switch (kind) {
                case "RunStarted" -> started = fact;
                case "Planned" -> planned.addAll(Json.list(fact, "features"));
                case "NotChecked" -> notChecked.add(Json.fields("what", fact.get("what"), "why", fact.get("why")));
                case "StepStarted" -> begun.put(Json.text(fact, "title"), Json.text(fact, "at"));
                case "StepFinished" -> finished(fact);
                case "StagePassedOver" -> passedOver.put(Json.text(fact, "stage"), Json.text(fact, "why"));
                case "LinkOpened" ->
                    embedded = Json.text(fact, "server").contains("embedded_Security_Group") ? lines : embedded;
                case "FailureTold" -> page = fact.get("page");
                case "RunFinished" -> finished = fact;
                default -> {}
            }
        }

        private void finished(Map<?, ?> fact) throws Trouble {
            String title = Json.text(fact, "title");
            String outcome = Json.text(fact, "outcome");
            tests.merge(title, outcome, History::worse);
            Map<String, Object> step = Json.fields(
                    "id",
                    Json.text(fact, "id"),
                    "words",
                    title,
                    "outcome",
                    capitals(outcome),
                    "why",
                    Json.text(fact, "why"),
                    "started",
                    begun.get(title),
                    "ended",
                    Json.text(fact, "at"));
            if (!steps.containsKey(title)
                    || !capitals(tests.get(title)).equals(steps.get(title).get("outcome"))) {
                steps.put(title, step);
            }
            if (!outcome.equals("passed")) {
                whyNot = "the run ended at step %s, which is %s".formatted(Json.text(fact, "id"), outcome);
            }
        }

        private static String capitals(String outcome) {
            return outcome.toUpperCase(Locale.ROOT).replace(' ', '_');
        }

        private static String worse(String one, String other) {
            List<String> order = List.of("passed", "not run", "not proven", "refused", "broken", "failed");
            return order.indexOf(one) >= order.indexOf(other) ? one : other;
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        /** What a statement about this history says, in the order in which it says it. */
        private Map<String, Object> statement() throws Trouble {
            String outcome = Json.text(finished, "outcome");
            return Json.fields(
                    "_type",
                    "https://in-toto.io/Statement/v1",
                    "subject",
                    List.of(described(HISTORY, sha256, "head", head, "lines", BigDecimal.valueOf(lines))),
                    "predicateType",
                    "https://in-toto.io/attestation/test-result/v0.1",
                    "predicate",
                    Json.fields(
                            "result",
                            outcome.equals("passed") ? "PASSED" : "FAILED",
                            "configuration",
                            configuration(),
                            "passedTests",
                            names(Set.of("passed")),
                            "warnedTests",
                            List.of(),
                            "failedTests",
                            names(Set.of("failed", "broken", "refused", "not proven")),
                            "bywash",
                            own(outcome)));
        }

        /** What a statement says of the files that were made of this history. */
        private Map<String, Object> link(List<Object> files) {
            return Json.fields(
                    "_type",
                    "https://in-toto.io/Statement/v1",
                    "subject",
                    files,
                    "predicateType",
                    "https://in-toto.io/attestation/link/v0.3",
                    "predicate",
                    Json.fields(
                            "name",
                            "evidence",
                            "materials",
                            List.of(Json.fields("name", HISTORY, "digest", Json.fields("sha256", sha256)))));
        }

        /** The name of the directory that this run left, but for a number behind it. */
        private String directory() throws Trouble {
            List<?> stages = Json.list(started, "stages");
            List<String> words = stages.stream()
                    .map(stage -> stage.toString().replaceFirst("^@", ""))
                    .toList();
            return "%s-%s-%s"
                    .formatted(
                            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss'Z'")
                                    .withZone(ZoneOffset.UTC)
                                    .format(time(started)),
                            Json.text(started, "group"),
                            stages.size() == planned.size() ? "all" : String.join("+", words));
        }

        private static Instant time(Map<?, ?> fact) throws Trouble {
            try {
                return Instant.parse(Json.text(fact, "at"));
            } catch (DateTimeException e) {
                throw Trouble.tampered("The field 'at' is no time.");
            }
        }

        private double seconds(String field) throws Trouble {
            try {
                return Duration.parse(Json.text(finished, field)).toMillis() / 1000.0;
            } catch (DateTimeException | ArithmeticException e) {
                throw Trouble.tampered("The field '%s' is no duration.".formatted(field));
            }
        }

        /** What {@code result.json} holds, in the order in which it does. */
        private Map<String, Object> result() throws Trouble {
            return Json.fields(
                    "group",
                    Json.at(started, "group"),
                    "simulated",
                    Json.at(started, "target").equals("SIMULATED"),
                    "outcome",
                    capitals(Json.text(finished, "outcome")),
                    "verdict",
                    Json.at(finished, "verdict"),
                    "started",
                    Json.at(started, "at"),
                    "ended",
                    Json.at(finished, "at"),
                    "deviceSeconds",
                    seconds("deviceTime"),
                    "harnessSeconds",
                    seconds("harnessTime"),
                    "stages",
                    stages(),
                    "rules",
                    Json.at(finished, "rules"),
                    "notChecked",
                    notChecked,
                    "goOn",
                    Json.at(finished, "goOn"),
                    "head",
                    head);
        }

        private List<Object> stages() throws Trouble {
            List<Object> parts = new ArrayList<>();
            Map<String, Map<?, ?>> left = new LinkedHashMap<>(steps);
            List<Object> last = null;
            for (int at = 0; at < planned.size(); at++) {
                Object tag = Json.at(planned.get(at), "tag");
                if (Json.list(started, "stages").contains(tag)) {
                    last = steps(Json.object(planned.get(at)), left);
                    parts.add(Json.fields(
                            "part",
                            at + 1,
                            "tag",
                            tag,
                            "title",
                            Json.at(planned.get(at), "name"),
                            "passedOver",
                            passedOver.getOrDefault(tag, ""),
                            "steps",
                            last));
                }
            }
            if (last != null) {
                last.addAll(left.values());
            }
            return parts;
        }

        /** The steps of a stage as they ended; those that are lettered also where they were not reached. */
        private List<Object> steps(Map<?, ?> feature, Map<String, Map<?, ?>> left) throws Trouble {
            List<Object> all = new ArrayList<>();
            for (Object scenario : Json.list(feature, "scenarios")) {
                for (Object words : Json.list(Json.object(scenario), "steps")) {
                    Map<?, ?> step = left.remove(words.toString());
                    if (step != null) {
                        all.add(step);
                    } else if (words.toString().matches("\\[\\d\\.[A-Z]] .*")) {
                        all.add(Json.fields(
                                "id",
                                words.toString().substring(1, 4),
                                "words",
                                "",
                                "outcome",
                                "NOT_RUN",
                                "why",
                                passedOver.getOrDefault(Json.at(feature, "tag"), whyNot),
                                "started",
                                null,
                                "ended",
                                null));
                    }
                }
            }
            return all;
        }

        private Map<String, Object> own(String outcome) throws Trouble {
            return Json.fields(
                    "target", Json.text(started, "target"),
                    "outcome", outcome,
                    "verdict", Json.text(finished, "verdict"),
                    "group", Json.text(started, "group"),
                    "number", Json.at(started, "number"),
                    "stages", Json.list(started, "stages"),
                    "started", Json.text(started, "at"),
                    "ended", Json.text(finished, "at"),
                    "operator", Json.at(started, "change", "operator"),
                    "reason", Json.at(started, "change", "reason"),
                    "ticket", Json.at(started, "change", "ticket"),
                    "version", Json.at(started, "tool", "version"),
                    "commit", Json.at(started, "tool", "commit"),
                    "notRun", names(Set.of("not run")));
        }

        private List<Object> configuration() throws Trouble {
            List<Object> configuration = new ArrayList<>();
            for (Map.Entry<?, ?> feature :
                    Json.object(Json.at(started, "tool", "features")).entrySet()) {
                configuration.add(described(feature.getKey(), feature.getValue(), "is", "feature"));
            }
            if (!Json.at(started, "settings", "file").equals("")) {
                configuration.add(described(
                        Json.at(started, "settings", "file"),
                        Json.at(started, "settings", "sha256"),
                        "is",
                        "target file"));
            }
            configuration.add(described(
                    Json.at(started, "hotfix", "file"),
                    Json.at(started, "hotfix", "sha256"),
                    "is",
                    "package",
                    "size",
                    Json.at(started, "hotfix", "size"),
                    "take",
                    Json.at(started, "hotfix", "take")));
            return configuration;
        }

        private static Map<String, Object> described(Object name, Object sha256, Object... annotations) {
            return Json.fields(
                    "name", name, "digest", Json.fields("sha256", sha256), "annotations", Json.fields(annotations));
        }

        /** The steps that ended so: those of the selected stages as they were planned, and then the others. */
        private List<Object> names(Set<String> outcomes) throws Trouble {
            Map<String, String> all = new LinkedHashMap<>();
            for (Object feature : planned) {
                if (Json.list(started, "stages").contains(Json.at(feature, "tag"))) {
                    for (Object scenario : Json.list(Json.object(feature), "scenarios")) {
                        Json.list(Json.object(scenario), "steps").forEach(step -> all.put(step.toString(), "not run"));
                    }
                }
            }
            all.putAll(tests);
            List<Object> names = new ArrayList<>();
            String target = Json.text(started, "target");
            all.forEach((words, outcome) -> {
                if (outcomes.contains(outcome)) {
                    names.add(target + " " + words);
                }
            });
            return names;
        }
    }

    /** The signature of a statement, as DSSE and Ed25519 have it. */
    private static final class Signed {
        private static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";
        private static final Pattern PEM =
                Pattern.compile("-----BEGIN PUBLIC KEY-----(.*?)-----END PUBLIC KEY-----", Pattern.DOTALL);

        private Signed() {}

        static PublicKey key(Path file) throws IOException, Trouble {
            if (!Files.isRegularFile(file)) {
                throw Trouble.notChecked("--key %s: there is no such file.".formatted(file));
            }
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            Matcher pem = PEM.matcher(text);
            if (!pem.find()) {
                throw Trouble.notChecked(
                        text.contains("PRIVATE KEY")
                                ? "--key %s is a private key. Leave it where it is; its public half is made with: openssl pkey -in FILE -pubout -out public.pem."
                                        .formatted(file)
                                : "--key %s is no public key in PEM form, which begins with -----BEGIN PUBLIC KEY-----."
                                        .formatted(file));
            }
            try {
                return KeyFactory.getInstance("Ed25519")
                        .generatePublic(
                                new X509EncodedKeySpec(Base64.getMimeDecoder().decode(pem.group(1))));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                throw Trouble.notChecked("--key %s is damaged, or no key of Ed25519.".formatted(file));
            }
        }

        static void verify(PublicKey key, String file, Map<?, ?> signature, String payload) throws Trouble {
            byte[] body = Base64.getDecoder().decode(payload);
            String before = "DSSEv1 %d %s %d ".formatted(PAYLOAD_TYPE.length(), PAYLOAD_TYPE, body.length);
            String id = HexFormat.of().formatHex(History.sha256().digest(key.getEncoded()));
            boolean good;
            try {
                byte[] bytes = Base64.getDecoder().decode(Json.text(signature, "sig"));
                Signature check = Signature.getInstance("Ed25519");
                check.initVerify(key);
                check.update(before.getBytes(StandardCharsets.US_ASCII));
                check.update(body);
                good = check.verify(bytes)
                        && Base64.getEncoder().encodeToString(bytes).equals(Json.text(signature, "sig"));
            } catch (SignatureException | IllegalArgumentException e) {
                good = false;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
            if (!good || !id.equals(Json.text(signature, "keyid"))) {
                throw Trouble.tampered(
                        "The signature in %s is not one of this key. It says it was made by key %s; yours is %s."
                                .formatted(file, Json.text(signature, "keyid"), id));
            }
        }
    }

    /**
     * JSON (RFC 8259), strictly: no field twice, nothing behind the end. An object is a {@link Map} in the order of its
     * fields, an array a {@link List}, a number a {@link BigDecimal}.
     */
    private static final class Json {
        private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");
        private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{4}");
        private static final int DEEPEST = 100;

        private final String text;
        private int at;
        private int depth;

        private Json(String text) {
            this.text = text;
        }

        static Map<?, ?> object(String place, String text) throws Trouble {
            try {
                Json json = new Json(text);
                Object value = json.value();
                if (json.at < text.length()) {
                    throw json.wrong();
                }
                return object(value);
            } catch (IllegalArgumentException | Trouble e) {
                throw Trouble.tampered("%s is no JSON object: %s.".formatted(place, e.getMessage()));
            }
        }

        private IllegalArgumentException wrong() {
            return new IllegalArgumentException("character %d cannot stand there".formatted(at + 1));
        }

        private char peek() {
            return at < text.length() ? text.charAt(at) : '\0';
        }

        private void blanks() {
            while (" \t\r\n".indexOf(peek()) >= 0 && at < text.length()) {
                at++;
            }
        }

        private boolean took(char expected) {
            blanks();
            if (peek() != expected || at >= text.length()) {
                return false;
            }
            at++;
            return true;
        }

        private void take(char expected) {
            if (!took(expected)) {
                throw wrong();
            }
        }

        private Object value() {
            if (++depth > DEEPEST) {
                throw new IllegalArgumentException("it is too deep");
            }
            blanks();
            Object value = switch (peek()) {
                case '{' -> fields();
                case '[' -> elements();
                case '"' -> string();
                case 't' -> word("true", true);
                case 'f' -> word("false", false);
                case 'n' -> word("null", null);
                default -> number();
            };
            blanks();
            depth--;
            return value;
        }

        private Object word(String word, Object value) {
            if (!text.startsWith(word, at)) {
                throw wrong();
            }
            at += word.length();
            return value;
        }

        private BigDecimal number() {
            Matcher number = NUMBER.matcher(text).region(at, Math.min(text.length(), at + DEEPEST));
            if (!number.lookingAt()) {
                throw wrong();
            }
            at = number.end();
            return new BigDecimal(number.group());
        }

        private Map<String, Object> fields() {
            Map<String, Object> fields = new LinkedHashMap<>();
            take('{');
            if (took('}')) {
                return fields;
            }
            do {
                blanks();
                String name = string();
                take(':');
                if (fields.containsKey(name)) {
                    throw new IllegalArgumentException("the field '%s' stands in it twice".formatted(name));
                }
                fields.put(name, value());
            } while (took(','));
            take('}');
            return fields;
        }

        private List<Object> elements() {
            List<Object> elements = new ArrayList<>();
            take('[');
            if (took(']')) {
                return elements;
            }
            do {
                elements.add(value());
            } while (took(','));
            take(']');
            return elements;
        }

        private String string() {
            if (peek() != '"') {
                throw wrong();
            }
            StringBuilder string = new StringBuilder();
            for (at++; peek() != '"'; at++) {
                if (peek() < ' ') {
                    throw wrong();
                }
                string.append(peek() == '\\' ? escaped() : peek());
            }
            at++;
            return string.toString();
        }

        private char escaped() {
            at++;
            int place = "\"\\/bfnrt".indexOf(peek());
            if (place >= 0) {
                return "\"\\/\b\f\n\r\t".charAt(place);
            }
            if (peek() != 'u'
                    || at + 4 >= text.length()
                    || !HEX.matcher(text).region(at + 1, at + 5).matches()) {
                throw wrong();
            }
            at += 4;
            return (char) Integer.parseInt(text.substring(at - 3, at + 1), 16);
        }

        /** Fields from names and values by turns. */
        static Map<String, Object> fields(Object... namesAndValues) {
            Map<String, Object> fields = new LinkedHashMap<>();
            for (int i = 0; i < namesAndValues.length; i += 2) {
                fields.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
            }
            return fields;
        }

        static Map<?, ?> object(Object value) throws Trouble {
            if (value instanceof Map<?, ?> object) {
                return object;
            }
            throw Trouble.tampered("An object was expected where this is: %s.".formatted(value));
        }

        static Object at(Object tree, String... path) throws Trouble {
            Object value = tree;
            for (String name : path) {
                value = object(value).get(name);
                if (value == null) {
                    throw Trouble.tampered(
                            "There is no field '%s' where one has to be.".formatted(String.join(".", path)));
                }
            }
            return value;
        }

        static String text(Map<?, ?> object, String name) throws Trouble {
            if (at(object, name) instanceof String text) {
                return text;
            }
            throw Trouble.tampered("The field '%s' is no text.".formatted(name));
        }

        static List<?> list(Map<?, ?> object, String name) throws Trouble {
            if (at(object, name) instanceof List<?> list) {
                return list;
            }
            throw Trouble.tampered("The field '%s' is no list.".formatted(name));
        }

        static String lines(Object list) {
            return list instanceof List<?> lines
                    ? String.join("\n", lines.stream().map(String::valueOf).toList())
                    : "";
        }

        /** As a run writes it: no blanks, ASCII. */
        static String written(Object value) {
            if (value instanceof Map<?, ?> object) {
                List<String> fields = new ArrayList<>();
                object.forEach((name, field) -> fields.add(written(name) + ":" + written(field)));
                return "{" + String.join(",", fields) + "}";
            }
            if (value instanceof List<?> list) {
                return "[" + String.join(",", list.stream().map(Json::written).toList()) + "]";
            }
            if (!(value instanceof String text)) {
                return String.valueOf(value);
            }
            StringBuilder string = new StringBuilder("\"");
            for (char c : text.toCharArray()) {
                int place = "\"\\\b\f\n\r\t".indexOf(c);
                if (place >= 0) {
                    string.append('\\').append("\"\\bfnrt".charAt(place));
                } else if (c < ' ' || c > '\177') {
                    string.append("\\u%04X".formatted((int) c));
                } else {
                    string.append(c);
                }
            }
            return string.append('"').toString();
        }

        /** As {@code result.json} is written: ASCII, an object with a field a line, lists in the line they begin in. */
        static String indented(Object value) {
            return indented(value, "") + "\n";
        }

        private static String indented(Object value, String margin) {
            if (value instanceof Map<?, ?> object) {
                String inner = margin + "  ";
                List<String> fields = new ArrayList<>();
                object.forEach((name, field) -> fields.add(inner + written(name) + " : " + indented(field, inner)));
                return fields.isEmpty() ? "{ }" : "{\n" + String.join(",\n", fields) + "\n" + margin + "}";
            }
            if (value instanceof List<?> list) {
                List<String> elements =
                        list.stream().map(element -> indented(element, margin)).toList();
                return elements.isEmpty() ? "[ ]" : "[ " + String.join(", ", elements) + " ]";
            }
            return written(value);
        }

        /** Where two values differ first, in words; empty when they are the same. */
        static String difference(Object expected, Object seen, String path) {
            if (expected instanceof Map<?, ?> wanted && seen instanceof Map<?, ?> there) {
                Set<Object> names = new LinkedHashSet<>(wanted.keySet());
                names.addAll(there.keySet());
                return names.stream()
                        .map(name -> difference(
                                wanted.get(name),
                                there.get(name),
                                path.isEmpty() ? name.toString() : path + "." + name))
                        .filter(difference -> !difference.isEmpty())
                        .findFirst()
                        .orElse("");
            }
            if (expected instanceof List<?> wanted && seen instanceof List<?> there) {
                for (int i = 0; i < Math.max(wanted.size(), there.size()); i++) {
                    String difference = difference(
                            i < wanted.size() ? wanted.get(i) : null,
                            i < there.size() ? there.get(i) : null,
                            "%s[%d]".formatted(path, i));
                    if (!difference.isEmpty()) {
                        return difference;
                    }
                }
                return "";
            }
            return written(expected).equals(written(seen))
                    ? ""
                    : "%s is %s, and by the history %s".formatted(path, told(seen), told(expected));
        }

        private static String told(Object value) {
            return value == null ? "not there" : written(value);
        }
    }
}
