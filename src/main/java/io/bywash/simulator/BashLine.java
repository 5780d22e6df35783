package io.bywash.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A line of bash, as far as people type them here: commands joined with {@code ;}, {@code &&}, {@code ||} and
 * {@code |}, quotes, {@code $NAME} and {@code $?}.
 *
 * <p>Redirections of standard error and to {@code /dev/null} are understood and dropped. Not imitated: loops,
 * substitutions, globs, files as redirection targets, background jobs.
 */
final class BashLine {
    private BashLine() {}

    enum When {
        ALWAYS,
        AFTER_SUCCESS,
        AFTER_FAILURE
    }

    /** A pipeline as it was typed, and when it runs. */
    record Step(When when, String text) {}

    static List<Step> steps(String line) {
        List<Step> steps = new ArrayList<>();
        When when = When.ALWAYS;
        for (String part : split(line, List.of("&&", "||", ";"))) {
            switch (part) {
                case "&&" -> when = When.AFTER_SUCCESS;
                case "||" -> when = When.AFTER_FAILURE;
                case ";" -> when = When.ALWAYS;
                default -> steps.add(new Step(when, part));
            }
        }
        return steps;
    }

    static List<String> pipeline(String step) {
        return split(step, List.of("|")).stream()
                .filter(part -> !part.equals("|"))
                .toList();
    }

    /** The words of one command, with quotes removed and variables replaced outside of single quotes. */
    static List<String> words(String command, Function<String, String> variable) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean open = false;
        char quote = 0;
        for (int i = 0; i < command.length(); i++) {
            char c = command.charAt(i);
            if (quote != 0 && c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
                open = true;
            } else if (quote != '\'' && c == '\\' && i + 1 < command.length()) {
                word.append(command.charAt(++i));
                open = true;
            } else if (quote != '\'' && c == '$') {
                String name = nameAfter(command, i);
                word.append(name.isEmpty() ? "$" : variable.apply(name));
                i += name.length();
                open = true;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                close(words, word, open);
                open = false;
            } else {
                word.append(c);
                open = true;
            }
        }
        close(words, word, open);
        words.removeIf(each -> each.matches("[12&]?>+(&[12]|/dev/null)"));
        return words;
    }

    private static String nameAfter(String command, int dollar) {
        int end = dollar + 1;
        if (end < command.length() && command.charAt(end) == '?') {
            return "?";
        }
        while (end < command.length()
                && (Character.isLetterOrDigit(command.charAt(end)) || command.charAt(end) == '_')) {
            end++;
        }
        return command.substring(dollar + 1, end);
    }

    private static void close(List<String> words, StringBuilder word, boolean open) {
        if (open) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static List<String> split(String text, List<String> separators) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
                continue;
            }
            if (c == '\'' || c == '"') {
                quote = c;
                continue;
            }
            int here = i;
            String separator = separators.stream()
                    .filter(each -> text.startsWith(each, here))
                    .findFirst()
                    .orElse("");
            if (!separator.isEmpty()) {
                add(parts, text.substring(start, i));
                parts.add(separator);
                i += separator.length() - 1;
                start = i + 1;
            }
        }
        add(parts, text.substring(start));
        return parts;
    }

    private static void add(List<String> parts, String part) {
        if (!part.isBlank()) {
            parts.add(part.strip());
        }
    }
}
