package io.bywash.terminal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Bytes as they come over a line: whole, one by one, or in pieces of any size. */
public final class Pieces {
    private Pieces() {}

    public static List<String> whole(String raw) {
        return cut(raw, Integer.MAX_VALUE, new Random(0));
    }

    public static List<String> byteByByte(String raw) {
        return cut(raw, 1, new Random(0));
    }

    public static List<String> atRandom(String raw, long seed) {
        return cut(raw, 900, new Random(seed));
    }

    private static List<String> cut(String raw, int most, Random random) {
        byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
        ScreenBytes reading = new ScreenBytes();
        List<String> heard = new ArrayList<>();
        for (int from = 0; from < bytes.length; ) {
            int to = most > bytes.length ? bytes.length : Math.min(bytes.length, from + 1 + random.nextInt(most));
            heard.add(reading.read(Arrays.copyOfRange(bytes, from, to)));
            from = to;
        }
        heard.add(reading.rest());
        return heard;
    }
}
