package io.bywash.simulator;

import io.bywash.group.GatewayMode;

/** Moving between shells, and the settings of one session (REFERENCE 2). */
final class ShellCommands {
    private ShellCommands() {}

    static void into(ClishGrammar grammar, boolean global) {
        grammar.read("expert", ShellCommands::expert);
        grammar.read("exit", call -> call.shell().leave());
        grammar.read("quit", call -> call.shell().leave());
        grammar.read("help", call -> call.shell().show(call.shell().help(ClishGrammar.words("")), call.out()));
        grammar.read("? ...", call -> call.shell().show(call.shell().help(ClishGrammar.words("")), call.out()));
        grammar.read("set clienv rows <rows>", ShellCommands::rows);
        grammar.read("set virtual-system <vs>", ShellCommands::virtualSystem);
        grammar.change("set inactivity-timeout <minutes>", call -> {});
        grammar.change("save config", call -> {});
        grammar.read("asg ...", call -> asg(call, "asg " + call.argument("...")));
        if (!global) {
            grammar.read("gclish", ShellCommands::gclish);
        }
    }

    /** The password is read without echo; the two lines that follow are D. */
    private static void expert(ClishCall call) {
        if (!call.shell().interactive()) {
            call.shell().refuse(ClishRefusals.invalid("expert"), call.out());
            return;
        }
        call.out().print(call.group().seams().shells().passwordQuestion());
        String password = call.group().seams().shells().readPassword(call.out());
        call.out().print("\n");
        if (!call.group().seams().shells().isExpertPassword(password)) {
            call.out().println("Wrong password");
            return;
        }
        LoginSession session = call.shell().session();
        if (call.sgm().lock().heldBy(call.shell())) {
            call.sgm().lock().override(session, LoginSession.USER);
        }
        call.out()
                .print("\n\nWarning! All configurations should be done through clish\nYou are in expert mode now.\n\n");
        new ExpertShell(session, call.sgm()).interact();
    }

    private static void gclish(ClishCall call) {
        if (call.shell().interactive()) {
            new ClishShell(
                            call.shell().session(),
                            call.sgm(),
                            true,
                            call.shell().vs())
                    .interact();
        }
    }

    private static void asg(ClishCall call, String line) {
        ExpertShell expert = new ExpertShell(call.shell().session(), call.sgm());
        expert.enterVs(call.shell().vs());
        expert.run(line, call.out());
    }

    private static void rows(ClishCall call) {
        String rows = call.argument("<rows>");
        if (rows.matches("\\d{1,4}")) {
            call.shell().pageEvery(Integer.parseInt(rows));
        } else {
            call.out().println("Bad parameter starting at '%s'".formatted(rows));
        }
    }

    private static void virtualSystem(ClishCall call) {
        int vs = VirtualSystems.parse(call.argument("<vs>"));
        if (call.group().settings().mode() != GatewayMode.VSX || vs < 0) {
            call.out().println("NMSHNM0679  Invalid virtual system: " + call.argument("<vs>"));
            return;
        }
        call.shell().enterVs(vs);
        call.out().println("Context is set to vsid " + vs);
    }
}
