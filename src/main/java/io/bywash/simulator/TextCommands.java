package io.bywash.simulator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Programs that pass text on: from a pipe, from files, or from what is typed. */
final class TextCommands {
    private TextCommands() {}

    static void into(Map<String, ExpertCommand> commands) {
        commands.put("cat", call -> each(call, call.operands(), call.out()::print));
        commands.put("grep", TextCommands::grep);
        commands.put("egrep", TextCommands::grep);
        commands.put("head", call -> cut(call, true));
        commands.put("tail", call -> cut(call, false));
        commands.put("wc", TextCommands::wc);
        commands.put("sort", call -> lines(call, Stream::sorted));
        commands.put("uniq", call -> lines(call, Stream::distinct));
    }

    private interface Reader {
        void read(String text);
    }

    private interface Order {
        Stream<String> apply(Stream<String> lines);
    }

    private static int each(ExpertCall call, List<String> files, Reader reader) {
        if (files.isEmpty()) {
            reader.read(call.input() == null ? typed(call) : call.input());
            return 0;
        }
        int status = 0;
        for (String file : files) {
            Optional<String> text = FileCommands.text(call, file);
            text.ifPresent(reader::read);
            status = text.isPresent() ? status : FileCommands.missing(call, file);
        }
        return status;
    }

    private static String typed(ExpertCall call) {
        StringBuilder text = new StringBuilder();
        for (String line = call.out().readLine(true);
                line != null;
                line = call.out().readLine(true)) {
            text.append(line).append('\n');
        }
        return text.toString();
    }

    private static int grep(ExpertCall call) {
        String options = String.join(
                "",
                call.arguments().stream()
                        .filter(word -> word.matches("-[a-zA-Z]+"))
                        .toList());
        List<String> operands = call.operands();
        if (operands.isEmpty()) {
            return call.fail("Usage: grep [OPTION]... PATTERN [FILE]...") + 1;
        }
        Pattern pattern = pattern(operands.get(0), options, call.name());
        List<String> found = new ArrayList<>();
        int status = each(
                call,
                operands.subList(1, operands.size()),
                text -> text.lines()
                        .filter(line -> pattern.matcher(line).find() != options.contains("v"))
                        .forEach(line -> found.add(options.contains("o") ? match(pattern, line) : line)));
        if (options.contains("c")) {
            call.out().println(String.valueOf(found.size()));
        } else if (!options.contains("q")) {
            found.forEach(call.out()::println);
        }
        return status != 0 ? 2 : found.isEmpty() ? 1 : 0;
    }

    private static String match(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        return matcher.find() ? matcher.group() : "";
    }

    /** Basic expressions mean {@code |}, {@code +}, {@code ?} and brackets as they stand; {@code -E} does not. */
    private static Pattern pattern(String text, String options, String name) {
        boolean extended = name.equals("egrep") || options.contains("E") || options.contains("P");
        String basic = text.replace("\\|", "\0")
                .replaceAll("(?<!\\\\)([|+?(){}])", "\\\\$1")
                .replace('\0', '|');
        String expression = extended ? text : basic;
        try {
            return Pattern.compile(
                    options.contains("F") ? Pattern.quote(text) : expression,
                    options.contains("i") ? Pattern.CASE_INSENSITIVE : 0);
        } catch (PatternSyntaxException notAnExpression) {
            return Pattern.compile(Pattern.quote(text));
        }
    }

    private static int cut(ExpertCall call, boolean head) {
        int wanted = call.arguments().stream()
                .map(word -> word.replaceFirst("^-n?", ""))
                .filter(word -> word.matches("\\d{1,6}"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(10);
        List<String> files =
                call.operands().stream().filter(word -> !word.matches("\\d+")).toList();
        return each(call, files, text -> {
            List<String> lines = text.lines().toList();
            int size = Math.min(wanted, lines.size());
            List<String> kept = head ? lines.subList(0, size) : lines.subList(lines.size() - size, lines.size());
            kept.forEach(call.out()::println);
        });
    }

    private static int wc(ExpertCall call) {
        List<String> files = call.operands();
        String name = files.isEmpty() ? "" : " " + files.get(0);
        return each(call, files, text -> {
            long lines = text.chars().filter(c -> c == '\n').count();
            int bytes = text.getBytes(files.isEmpty() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1).length;
            long words = text.isBlank() ? 0 : text.strip().split("\\s+").length;
            String counts = call.has("-c")
                    ? String.valueOf(bytes)
                    : call.has("-l") ? String.valueOf(lines) : "%d %d %d".formatted(lines, words, bytes);
            call.out().println(counts + name);
        });
    }

    private static int lines(ExpertCall call, Order order) {
        return each(call, call.operands(), text -> order.apply(text.lines()).forEach(call.out()::println));
    }
}
