package io.bywash.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The table of the Update Service Engine: redrawn in place on a pty, appended without one (REFERENCE 3.3; escapes,
 * padding and frame as captured, D, for a window of any size, I; one above 200 is painted as if it had 200).
 */
final class EngineTable {
    private static final int CELL = 64;
    private static final int LARGEST = 200;
    private static final Duration SHORTEST = Duration.ofMillis(50);
    private static final Duration USUAL = Duration.ofMillis(100);
    private static final String RULE = "+-------------+" + "-".repeat(CELL) + "+\n";

    private final Console console;
    private final DeviceClock clock;
    private final SimulatedSgm local;

    EngineTable(Console console, DeviceClock clock, SimulatedSgm local) {
        this.console = console;
        this.clock = clock;
        this.local = local;
    }

    void open() {
        console.print("\nQuerying cluster members...\n\n\033[2J\n");
        wipe();
    }

    /** Empties the window, as before the first table and after a dialogue. */
    void wipe() {
        if (console.screen()) {
            String row = " ".repeat(columns()) + "\n";
            console.print("\033[1;1H" + row.repeat(rows()) + "\033[1;1H");
        }
    }

    void draw(Map<SimulatedSgm, String> rows) {
        StringBuilder table = new StringBuilder("+" + "-".repeat(CELL + 14) + "+\n");
        table.append("|%-13s|%-64s|\n".formatted("Member ID", "Status")).append(RULE);
        int lines = 0;
        for (Map.Entry<SimulatedSgm, String> row : rows.entrySet()) {
            String name = row.getKey().id() + (row.getKey() == local ? " (local)" : "");
            for (int start = 0; start == 0 || start < row.getValue().length(); start += CELL) {
                String part = row.getValue()
                        .substring(start, Math.min(start + CELL, row.getValue().length()));
                table.append("|%-13s|%-64s|\n".formatted(start == 0 ? name : "", part));
                lines++;
            }
        }
        table.append(RULE);
        if (console.screen()) {
            inPlace(table.toString(), lines);
        } else {
            console.print("\n" + Dates.LONG.of(clock.told()) + "Update Service Engine\n" + table);
        }
    }

    /** Shows the tasks until each has ended; a broken connection or Ctrl-C ends only the showing. */
    void follow(Map<SimulatedSgm, CpuseTask> tasks) {
        Map<SimulatedSgm, String> shown = Map.of();
        Instant redraw = Instant.MIN;
        while (true) {
            Instant now = clock.now();
            Map<SimulatedSgm, String> rows = new LinkedHashMap<>();
            tasks.forEach((sgm, task) -> rows.put(sgm, status(sgm, task, now)));
            if (!rows.equals(shown) || !now.isBefore(redraw)) {
                draw(rows);
                shown = rows;
                redraw = now.plus(longer(clock.during(USUAL), Duration.ofSeconds(1)));
            }
            if (tasks.values().stream().allMatch(task -> !now.isBefore(task.ends()))) {
                return;
            }
            console.pauseUntil(next(tasks, now, redraw));
        }
    }

    /** A task that is gone before its end went with its SGM; the words for that are I. */
    private static String status(SimulatedSgm sgm, CpuseTask task, Instant now) {
        return sgm.stillKnows(task) ? task.statusAt(now) : "No response from member";
    }

    private Instant next(Map<SimulatedSgm, CpuseTask> tasks, Instant now, Instant redraw) {
        Instant next = redraw;
        for (CpuseTask task : tasks.values()) {
            Instant change = task.nextChangeAfter(now).orElse(task.ends());
            next = change.isAfter(now) && change.isBefore(next) ? change : next;
            next = task.ends().isAfter(now) && task.ends().isBefore(next) ? task.ends() : next;
        }
        Instant soonest = now.plus(clock.during(SHORTEST));
        return next.isBefore(soonest) ? soonest : next;
    }

    private void inPlace(String table, int lines) {
        int wide = 2 * columns();
        int below = Math.max(0, rows() - 9 - lines);
        console.print("\033[1;1H" + padded(Dates.LONG.of(clock.told()), wide) + padded("Update Service Engine", wide)
                + "\n" + table + " ".repeat(below * columns()) + "\n\033[" + (10 + lines) + ";1H");
    }

    private int rows() {
        return Math.min(console.rows(), LARGEST);
    }

    private int columns() {
        return Math.min(console.columns(), LARGEST);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
