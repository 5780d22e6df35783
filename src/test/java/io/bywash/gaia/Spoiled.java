package io.bywash.gaia;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A screen to which one or two things have happened on its way, none of which puts a word on it that it does not have. */
public final class Spoiled {
    private static final List<String> NOISE = List.of(
            "",
            "|",
            "Message from syslogd@harbour-ch01-02 at Mar  3 22:41:07 ...",
            " kernel:[fw4_1];fwha_state_change: link down",
            "Failed to connect to 1_02 (Connection timed out).",
            "--More--",
            "-- More --",
            "\u001b]0;admin@harbour-ch01-02:~\u0007",
            "\u001b[2J\u001b[1;1H",
            "** ***** **",
            "1_0",
            "\u0000\u00ff\ufffd",
            "x".repeat(2000));

    private Spoiled() {}

    public static String of(String screen, long seed) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>(screen.lines().toList());
        for (int times = 1 + random.nextInt(2); times > 0 && !lines.isEmpty(); times--) {
            spoil(lines, random);
        }
        return String.join(random.nextBoolean() ? "\n" : "\r\r\n", lines) + "\n";
    }

    private static void spoil(List<String> lines, Random random) {
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        int place = random.nextInt(line.length() + 1);
        switch (random.nextInt(9)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, line);
            case 2 -> lines.add(at, NOISE.get(random.nextInt(NOISE.size())));
            case 3 -> lines.set(at, line.substring(0, place));
            case 4 ->
                lines.set(
                        at, line.substring(0, place) + NOISE.get(random.nextInt(NOISE.size())) + line.substring(place));
            case 5 -> {
                lines.set(at, line.substring(0, place));
                lines.add(at + 1, line.substring(place));
            }
            case 6 -> lines.subList(at, lines.size()).clear();
            case 7 -> lines.set(at, line.replaceAll(" {2,}", random.nextBoolean() ? "\t" : " "));
            default -> Collections.swap(lines, at, Math.max(0, at - 1));
        }
    }
}
