package io.bywash.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code gexec} and {@code g_all}: one command in Expert mode on many SGMs (REFERENCE 3.2, forms D; which helper prints
 * which form, and that only {@code -a} reaches SGMs that are not up, I).
 */
final class EverywhereCommand implements ExpertCommand {
    private final Form form;

    enum Form {
        /** {@code [1_01]} before every line, the SGMs' lines mixed. */
        PREFIXED,
        /** {@code -*- 2 blades: 1_01 1_02 -*-} above what these SGMs answered alike. */
        BLOCKS
    }

    EverywhereCommand(Form form) {
        this.form = form;
    }

    @Override
    public int run(ExpertCall call) {
        Orders orders = Orders.of(call.arguments());
        Optional<List<SimulatedSgm>> selected = SgmSelection.of(orders.ids(), call.group());
        if (selected.isEmpty() || orders.command().isBlank()) {
            return call.fail("Usage: %s [-a] [-b <SGM IDs>] -c \"<command>\"".formatted(call.name()));
        }
        GroupView view = call.group().view();
        List<SimulatedSgm> sgms = selected.get().stream()
                .filter(sgm -> orders.all() || view.sgms().get(sgm.id()).up())
                .toList();
        Map<SimulatedSgm, List<String>> answers = new LinkedHashMap<>();
        List<SimulatedSgm> silent = new ArrayList<>();
        for (SimulatedSgm sgm : sgms) {
            if (call.group().read(sgm::answers)) {
                answers.put(sgm, answer(call, sgm, orders.command()));
            } else {
                silent.add(sgm);
            }
        }
        call.out().print(form == Form.PREFIXED ? prefixed(answers) : blocks(answers));
        if (!silent.isEmpty()) {
            call.out().pauseUntil(call.group().clock().now().plus(DeviceTimes.CONNECT_TIMEOUT));
            silent.forEach(
                    sgm -> call.out().println("Failed to connect to %s (Connection timed out).".formatted(sgm.id())));
        }
        return 0;
    }

    private static List<String> answer(ExpertCall call, SimulatedSgm sgm, String command) {
        Captured captured = new Captured(call.out(), true);
        new ExpertShell(call.session(), sgm).run(command, captured);
        return captured.toString().lines().toList();
    }

    private static String prefixed(Map<SimulatedSgm, List<String>> answers) {
        int longest = answers.values().stream().mapToInt(List::size).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < longest; line++) {
            for (Map.Entry<SimulatedSgm, List<String>> answer : answers.entrySet()) {
                if (line < answer.getValue().size()) {
                    text.append('[').append(answer.getKey().id()).append(']');
                    text.append(answer.getValue().get(line)).append('\n');
                }
            }
        }
        return text.toString();
    }

    private static String blocks(Map<SimulatedSgm, List<String>> answers) {
        Map<List<String>, List<SimulatedSgm>> alike = new LinkedHashMap<>();
        answers.forEach((sgm, lines) ->
                alike.computeIfAbsent(lines, same -> new ArrayList<>()).add(sgm));
        return alike.entrySet().stream()
                .map(block -> SgmSelection.heading(block.getValue()) + "\n" + String.join("\n", block.getKey()) + "\n")
                .collect(Collectors.joining("\n"));
    }

    /** What the command line asks for. */
    private record Orders(boolean all, String ids, String command) {

        static Orders of(List<String> arguments) {
            boolean all = false;
            String ids = "all";
            int at = 0;
            while (at < arguments.size() && arguments.get(at).startsWith("-")) {
                String option = arguments.get(at++);
                if (option.equals("-a")) {
                    all = true;
                } else if (option.equals("-b") && at < arguments.size()) {
                    ids = arguments.get(at++);
                    all = true;
                }
            }
            return new Orders(all, ids, String.join(" ", arguments.subList(at, arguments.size())));
        }
    }
}
