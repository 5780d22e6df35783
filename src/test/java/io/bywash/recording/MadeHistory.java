package io.bywash.recording;

import io.bywash.evidence.Fact;
import io.bywash.evidence.HistoryFile;
import io.bywash.evidence.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The history of a run on a group with one SGM on each chassis, made by hand, with times in seconds since it began. */
final class MadeHistory {
    static final Instant START = Instant.parse("2026-11-26T02:00:00Z");

    private static final String TERMS = """
            {"assignment":{"group":{"name":"north-gate","sgms":[{"chassis":"chassis1","slot":1},{"chassis":"chassis2","slot":1}]},\
            "chassisA":"chassis1","mode":"SECURITY_GATEWAY","release":"R81.10",\
            "file":{"path":"file:///home/ada/HF_JUMBO_T110.tgz","size":400,"sha256":"%s"},"take":{"number":110},\
            "remoteDirectory":"/var/log","audit":{"name":"Ada Operator","reason":"CHG-1042"},"changeTicket":null,\
            "options":"-Dbywash.target=/home/ada/north.yaml","waits":{\
            "chassisDown":{"name":"chassisDown","limit":"PT5M","pause":"PT15S"},"reboot":{"name":"reboot","limit":"PT1H","pause":"PT15S"},\
            "chassisUp":{"name":"chassisUp","limit":"PT20M","pause":"PT15S"},"importing":{"name":"import","limit":"PT15M","pause":"PT15S"},\
            "settle":{"name":"settle","limit":"PT1M30S","pause":"PT15S"},"noCarrier":"PT10S"}},"wordings":{"returnState":"UP"},\
            "endpoint":{"host":"192.0.2.10","port":22},"user":"admin","consoles":{"1_01":"TCP 192.0.2.99:7001"},\
            "tempo":{"quiet":"PT0.3S","limit":"PT1M","longest":{"bytes":8388608,"lines":100000}},"importing":"PT15M","verifying":"PT10M","installing":"PT10M",\
            "confirmed":true,"takenOver":null}""".formatted("b".repeat(64));

    private static final String EARLIER = """
            {"runs":3,"entries":[\
            {"before":"","fact":"ActIntended","nanos":7,"at":"2026-11-26T01:00:00Z","step":"3.C","line":"asg chassis_admin -c 1 down","kind":"chassisDown","chassis":"chassis1","run":"first-chassisA"},\
            {"before":"","fact":"StepFinished","nanos":8,"at":"2026-11-26T01:00:01Z","id":"3.C","title":"down","outcome":"not proven","measurements":[],"notes":["seen from /home/ada"],"why":"nobody at 192.0.2.10 answers","took":"PT1S","run":"first-chassisA"},\
            {"before":"","fact":"ActIntended","nanos":9,"at":"2026-11-26T01:30:00Z","step":"3.I","line":"asg chassis_admin -c 1 up","kind":"chassisUp","chassis":"chassis1","run":"second-chassisA"}]}""";

    private final List<HistoryFile.Entry> entries = new ArrayList<>();

    static MadeHistory of(Fact.TargetKind kind) {
        MadeHistory history = new MadeHistory();
        history.fact(
                0,
                new Fact.RunStarted(
                        START,
                        kind,
                        "north-gate",
                        1,
                        List.of("@failover"),
                        new Fact.Gear(
                                "192.0.2.10:22", "R81.10", "Security Gateway", List.of("1_01", "2_01"), "chassis1"),
                        new Fact.Hotfix("HF_JUMBO_T110.tgz", 400, "b".repeat(64), 110),
                        new Fact.Change("Ada Operator", "CHG-1042", ""),
                        new Fact.Tool("0.1.0", "46d0bb1", new TreeMap<>()),
                        new Fact.Settings(
                                1,
                                new TreeMap<>(),
                                "/home/ada/north.yaml",
                                "c".repeat(64),
                                "address: 192.0.2.10\n",
                                ""),
                        List.of("REAL Security Group north-gate at 192.0.2.10:22")));
        history.fact(0, new Fact.LocalAnswer(START, "where the evidence is kept", "/home/ada/reports/run"));
        history.fact(0, new Fact.LocalAnswer(START, "what earlier runs had sent", EARLIER));
        return history.fact(0, new Fact.LocalAnswer(START, "what the run was told to do", TERMS));
    }

    MadeHistory fact(double seconds, Fact fact) {
        entries.add(new HistoryFile.Entry("", Math.round(seconds * 1e9), fact, ""));
        return this;
    }

    MadeHistory opened(double seconds, String line) {
        return fact(seconds, new Fact.LinkOpened(at(seconds), line, "SHA256:key", "OpenSSH_7.4"));
    }

    MadeHistory heard(double seconds, String line, String text) {
        return fact(seconds, new Fact.Heard(at(seconds), line, text));
    }

    MadeHistory typed(double seconds, String line, String text) {
        return fact(seconds, new Fact.Typed(at(seconds), line, text));
    }

    MadeHistory failed(double seconds, String line, Fact.LineTrouble trouble) {
        return fact(seconds, new Fact.LineFailed(at(seconds), line, trouble, "192.0.2.10 does not answer"));
    }

    MadeHistory waits(double seconds, String what, Duration limit) {
        return fact(seconds, new Fact.WaitStarted(at(seconds), what, at(seconds).plus(limit)));
    }

    MadeHistory timeUp(double seconds, String what) {
        return fact(seconds, new Fact.TimeUp(at(seconds), what));
    }

    MadeHistory waited(double seconds, String what) {
        return fact(seconds, new Fact.WaitEnded(at(seconds), what, "reached", Duration.ZERO));
    }

    MadeHistory finished(double seconds) {
        return fact(
                seconds,
                new Fact.RunFinished(
                        at(seconds),
                        Outcome.PASSED,
                        "PASSED: REAL Security Group north-gate, failover",
                        "mvn verify -Dbywash.target=/home/ada/north.yaml",
                        List.of(),
                        Duration.ZERO,
                        Duration.ZERO));
    }

    static Instant at(double seconds) {
        return START.plusNanos(Math.round(seconds * 1e9));
    }

    HistoryFile made() {
        return new HistoryFile(List.copyOf(entries), true);
    }

    /** Writes it into the directory of a run. */
    Path in(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve(HistoryFile.NAME), HistoryFile.text(entries));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
