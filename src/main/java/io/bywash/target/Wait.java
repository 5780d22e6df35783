package io.bywash.target;

import java.time.Duration;

/** The keys under {@code patience}, with what each is when left out and the bounds within which it makes sense. */
enum Wait {
    COMMAND("command", "1m"),
    IMPORT("import", "15m"),
    VERIFY("verify", "10m"),
    CHASSIS_DOWN("chassisDown", "5m"),
    INSTALL_START("installStart", "10m"),
    REBOOT("reboot", "1h"),
    CHASSIS_UP("chassisUp", "20m"),
    SETTLE("settle", "90s", "1s", "6h"),
    NO_CARRIER("noCarrier", "10s", "200ms", "5m"),
    POLL("poll", "15s", "200ms", "5m"),
    QUIET("quiet", "300ms", "20ms", "5s");

    private final String key;
    private final Duration usual;
    private final Duration least;
    private final Duration most;

    Wait(String key, String usual) {
        this(key, usual, "5s", "6h");
    }

    Wait(String key, String usual, String least, String most) {
        this.key = key;
        this.usual = DurationText.read(usual).orElseThrow();
        this.least = DurationText.read(least).orElseThrow();
        this.most = DurationText.read(most).orElseThrow();
    }

    String place() {
        return "/patience/" + key;
    }

    Duration usual() {
        return usual;
    }

    boolean allows(Duration duration) {
        return duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0;
    }

    /** The bounds as the schema words them: {@code from 5s to 6h}. */
    String bounds() {
        return "from %s to %s".formatted(DurationText.of(least), DurationText.of(most));
    }
}
