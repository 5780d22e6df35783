package io.bywash.simulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Expert mode: bash on one SGM (REFERENCE 2, prompt D).
 *
 * <p>Before each prompt goes the terminal title, before the first also {@code ESC [ ? 1034 h}, as captured.
 */
final class ExpertShell {
    private final LoginSession session;
    private final SimulatedSgm sgm;
    private final Map<String, String> variables = new HashMap<>();
    private int vs;
    private int status;
    private boolean left;

    ExpertShell(LoginSession session, SimulatedSgm sgm) {
        this.session = session;
        this.sgm = sgm;
        variables.put("HOSTNAME", sgm.host());
        variables.put("USER", LoginSession.USER);
        variables.put("HOME", "/home/admin");
        variables.put("TMOUT", "600");
    }

    LoginSession session() {
        return session;
    }

    SimulatedSgm sgm() {
        return sgm;
    }

    int vs() {
        return vs;
    }

    void enterVs(int id) {
        vs = id;
    }

    void set(String variable, String value) {
        variables.put(variable, value);
    }

    void unset(String variable) {
        variables.remove(variable);
    }

    void leave() {
        left = true;
    }

    /** Reads commands until the shell is left; returns the last exit status. */
    int interact() {
        LineEditor editor = new LineEditor(session.tty(), Completion.NONE);
        boolean first = true;
        while (!left) {
            try {
                String line = editor.read(prompt(first));
                first = false;
                if (line == null) {
                    break;
                }
                if (!line.isBlank()) {
                    run(line, session.tty());
                }
            } catch (KeyboardInterrupt interrupt) {
                status = 130;
            }
        }
        return status;
    }

    /** Runs one line, as {@code bash -c} would. */
    int run(String line, Console console) {
        session.received(sgm, "expert", line);
        for (BashLine.Step step : BashLine.steps(line)) {
            boolean runs = switch (step.when()) {
                case ALWAYS -> true;
                case AFTER_SUCCESS -> status == 0;
                case AFTER_FAILURE -> status != 0;
            };
            if (runs && !left) {
                status = pipeline(step.text(), console);
            }
        }
        session.answered(sgm, line);
        return status;
    }

    private int pipeline(String text, Console console) {
        List<String> stages = BashLine.pipeline(text);
        String input = null;
        int result = 0;
        for (int i = 0; i < stages.size(); i++) {
            boolean last = i == stages.size() - 1;
            Console out = last ? console : new Captured(console);
            List<String> words = BashLine.words(stages.get(i), this::value);
            if (!words.isEmpty()) {
                result = dispatch(new ExpertCall(this, words, input, out));
            }
            input = out.toString();
        }
        return result;
    }

    private int dispatch(ExpertCall call) {
        ExpertCommand command = ExpertCommands.find(call.name());
        if (command == null) {
            String where = call.name().contains("/") ? "No such file or directory" : "command not found";
            call.out().complain("-bash: %s: %s\n".formatted(call.name(), where));
            return 127;
        }
        return command.run(call);
    }

    private String value(String variable) {
        return variable.equals("?") ? String.valueOf(status) : variables.getOrDefault(variable, "");
    }

    private String prompt(boolean first) {
        if (!session.tty().pty()) {
            return "";
        }
        String usual = "[Expert@%s:%d]# ".formatted(sgm.host(), vs);
        return "\033]0;%s@%s:~\007%s".formatted(LoginSession.USER, sgm.host(), first ? "\033[?1034h" : "")
                + session.group().seams().shells().prompt(usual, 0);
    }
}
