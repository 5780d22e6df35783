package io.bywash.target;

import java.util.Map;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * Says in plain words, and at the line a person has to change, why a text is no YAML.
 *
 * <p>The parser's own words are looked at but never repeated: they name tokens of a grammar and quote the file.
 */
final class SyntaxFault {
    private static final Map<String, String> AT_THE_PROBLEM = Map.of(
            "mapping values are not allowed",
            """
            A second colon stands here, or this line is indented deeper than the key above it, or the key above lacks a \
            blank after its colon. Write: key: value, and quotes around a value that holds a colon and a blank.""",
            "expected <block end>",
            "This line does not begin below the keys it belongs to, or words follow a closing quote. Write: every key of a"
                    + " map in the same column.",
            "cannot start any token",
            "A value begins with a character that YAML keeps for itself. Write: the value in single quotes.",
            "undefined alias",
            "A value begins with *, which YAML keeps for itself. Write: the value in single quotes.",
            "another document",
            "A second document begins here (---). Write: one target to a file.",
            "escape",
            "A backslash stands between double quotes, where it has a meaning of its own. Write: single quotes.");

    private static final Map<String, String> WHERE_IT_BEGAN = Map.of(
            "quoted scalar",
            "A quote is opened here and not closed. Write: the same quote at the end of the value.",
            "flow sequence",
            "A [ is opened here and not closed, or its items lack their commas. Write: [1, 2, 3]",
            "flow mapping",
            "A { is opened here and not closed, or its keys lack their commas. Write: {env: NAME}",
            "simple key",
            "No colon stands on this line. Write: key: value");

    private SyntaxFault() {}

    static void tell(String text, MarkedYamlEngineException refusal, Faults faults) {
        if (refusal.getProblem().contains("TAB")) {
            tabs(text, faults);
            return;
        }
        for (Map.Entry<String, String> known : AT_THE_PROBLEM.entrySet()) {
            if (refusal.getProblem().contains(known.getKey())) {
                faults.add(line(refusal.getProblemMark().orElseThrow()), known.getValue());
                return;
            }
        }
        String context = refusal.getContext() == null ? "" : refusal.getContext();
        for (Map.Entry<String, String> known : WHERE_IT_BEGAN.entrySet()) {
            if (context.contains(known.getKey()) && refusal.getContextMark().isPresent()) {
                faults.add(line(refusal.getContextMark().get()), known.getValue());
                return;
            }
        }
        faults.add(
                refusal.getProblemMark().map(SyntaxFault::line).orElse(1),
                "This is no YAML from here on. Write: key: value, and quotes around a value with marks of its own.");
    }

    private static void tabs(String text, Faults faults) {
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.stripLeading().length() > 0
                    && line.substring(0, line.length() - line.stripLeading().length())
                            .contains("\t")) {
                faults.add(number, "A tab stands before the key; YAML indents with blanks. Write: two blanks for it.");
            }
        }
    }

    private static int line(Mark mark) {
        return mark.getLine() + 1;
    }
}
