package io.bywash.gaia;

import java.util.List;

/** What a terminal shows of what it hears. */
public final class Shown {
    private Shown() {}

    public static String of(List<String> heard) {
        Screen screen = new Screen();
        heard.forEach(screen::show);
        return screen.text();
    }

    public static String of(String raw) {
        return of(List.of(raw));
    }
}
