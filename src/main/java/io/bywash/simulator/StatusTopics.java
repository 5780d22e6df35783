package io.bywash.simulator;

import io.bywash.group.Release;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * {@code asg stat -i <topic>}: the short forms (REFERENCE 3.2; IDs and {@code proc} as captured, D; {@code tasks} and
 * {@code sgm_info} known by name, their layout I).
 */
final class StatusTopics {
    private final SimulatedGroup group;
    private final SimulatedSgm local;

    StatusTopics(SimulatedGroup group, SimulatedSgm local) {
        this.group = group;
        this.local = local;
    }

    /** The text for a topic, empty for a topic that does not exist. */
    String about(String topic) {
        return group.read(() -> switch (topic) {
            case "all_ids" ->
                ids(group.sgms().stream().map(sgm -> sgm.id().typed()).toList());
            case "active_ids" ->
                ids(group.shown().sgms().entrySet().stream()
                        .filter(entry -> entry.getValue().up())
                        .map(entry -> entry.getKey().typed())
                        .toList());
            case "local_id" -> ids(List.of(local.id().typed()));
            case "proc" -> processes();
            case "sgm_info" -> sgmInfo();
            case "tasks" -> tasks();
            default -> "";
        });
    }

    private static String ids(List<String> ids) {
        return ids.stream().map("%-17s\n"::formatted).collect(Collectors.joining());
    }

    private String processes() {
        GroupView view = group.shown();
        TreeSet<Integer> slots = new TreeSet<>();
        view.sgms().keySet().forEach(sgm -> slots.add(sgm.slot()));
        Frame frame = new Frame();
        frame.rule();
        slots.forEach(slot -> frame.line(" %-37d %-18s %s"
                .formatted(slot, told(StatusScreen.state(view, 1, slot)), told(StatusScreen.state(view, 2, slot)))));
        return frame.rule().toString();
    }

    private String told(String state) {
        boolean plain = group.settings().release() == Release.R76SP && state.equals(SgmState.ACTIVE.toString());
        return plain ? "UP" : state;
    }

    private String sgmInfo() {
        Frame frame = new Frame().rule();
        group.shown()
                .sgms()
                .forEach((id, state) -> frame.line("%-12s %-16s %s"
                        .formatted(id, state, group.sgm(id).orElseThrow().address())));
        return frame.rule().toString();
    }

    private String tasks() {
        String smo = group.shown().smo().map(id -> id.toString()).orElse("-");
        return new Frame()
                .rule()
                .line("%-30s %s".formatted("Task (Task ID)", "SGM"))
                .rule()
                .line("%-30s %s".formatted("SMO (0)", smo.equals(local.id().toString()) ? smo + " (local)" : smo))
                .line("%-30s %s".formatted("General (1)", smo))
                .rule()
                .toString();
    }
}
