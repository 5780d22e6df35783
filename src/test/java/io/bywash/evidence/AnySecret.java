package io.bywash.evidence;

import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * Passwords as nobody would choose them: words of the device and of the history, quotes, digits, one character and two
 * thousand, other alphabets, and what looks like a line, like JSON or like a regular expression.
 */
public final class AnySecret {
    private static final List<String> WORDS = List.of(
            "admin",
            "install",
            "installer",
            "down",
            "up",
            "ACTIVE",
            "STANDBY",
            "DOWN",
            "Expert",
            "expert",
            "Take",
            "passed",
            "failed",
            "chassis1",
            "chassis2",
            "at",
            "step",
            "Heard",
            "Typed",
            "fact",
            "before",
            "nanos",
            "SGM",
            "1_01",
            "member",
            "member_ids",
            "asg",
            "chassis_admin",
            "Security Group",
            "north-gate",
            "exit",
            "password",
            "Enter expert password:",
            "Are you sure? (Y - yes, any other key - no) ",
            "(secret)",
            "secret",
            "show",
            "clish",
            "gclish",
            "Maintenance",
            "Ada Operator",
            "success",
            "100%",
            "Jumbo",
            "R81.10",
            "reboot");
    private static final List<String> PIECES = List.of(
            "[Expert@north-gate-ch01-01:0]# ",
            "north-gate-ch01-01> ",
            "| 1    ",
            "-- More --",
            "login: ",
            "Password: ",
            "\"",
            "'",
            "\\",
            "\",\"at\":\"",
            "{\"fact\":\"StepFinished\"}",
            "],[",
            "\":\"",
            "null",
            "\\u0022",
            "\\n",
            ".*",
            "(?s).+",
            "\\E",
            "\\Q",
            "$1",
            "${x}",
            "^$",
            "[",
            "*",
            "%s",
            "%n",
            "&amp;",
            "</td>",
            "<script>",
            " ");
    private static final List<String> FAR = List.of(
            "\u03bb\u03b1\u03b3\u03cc\u03c2",
            "\u8109\u640f",
            "\u05e9\u05dc\u05d5\u05dd",
            "\u00e9\u00df\u00f8",
            "\ud83d\udd11",
            "\u00a0",
            "\u2502",
            "a\u0301",
            "\u0130",
            "\u200b",
            "\u3000",
            "\u0661\u0662");

    private AnySecret() {}

    /** The one of this number. */
    public static String of(long seed) {
        Random dice = new Random(seed);
        for (int round = 0; round < dice.nextInt(3); round++) {
            dice.nextLong();
        }
        List<Function<Random, String>> kinds = List.of(
                any -> oneOf(WORDS, any),
                any -> oneOf(WORDS, any) + oneOf(PIECES, any) + oneOf(WORDS, any),
                any -> joined(PIECES, any, 1 + any.nextInt(4)),
                any -> joined(FAR, any, 1 + any.nextInt(8)),
                any -> joined(WORDS, any, 1 + any.nextInt(3)) + oneOf(FAR, any),
                any -> digits(any, 1 + any.nextInt(12)),
                any -> visible(any, 1 + any.nextInt(12)),
                any -> visible(any, 6 + any.nextInt(34)),
                any -> visible(any, 200 + any.nextInt(1801)));
        String secret = oneOf(kinds, dice).apply(dice);
        return secret.isBlank() ? "\"" : secret;
    }

    private static <T> T oneOf(List<T> all, Random dice) {
        return all.get(dice.nextInt(all.size()));
    }

    private static String joined(List<String> all, Random dice, int count) {
        StringBuilder text = new StringBuilder();
        for (int piece = 0; piece < count; piece++) {
            text.append(oneOf(all, dice));
        }
        return text.toString();
    }

    private static String digits(Random dice, int length) {
        StringBuilder text = new StringBuilder();
        dice.ints(length, 0, 10).forEach(text::append);
        return text.toString();
    }

    private static String visible(Random dice, int length) {
        StringBuilder text = new StringBuilder();
        dice.ints(length, '!', '~' + 1).forEach(character -> text.append((char) character));
        return text.toString();
    }
}
