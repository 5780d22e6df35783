package io.bywash.procedure;

import io.bywash.evidence.Fact;
import io.bywash.evidence.Outcome;
import io.bywash.gaia.Prompt;
import io.bywash.group.GroupStatus;
import io.bywash.group.SgmState;
import io.bywash.group.SgmStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The lines of a screen that decided, as they stood there.
 *
 * @param typed the prompt, which names the SGM, and what was typed at it
 * @param lines in the order of the screen
 */
record RawScreen(String typed, List<String> lines) {
    private static final Pattern FRAME = Pattern.compile("[-+|\\s]*");
    private static final Pattern CELLS = Pattern.compile("\\s*\\|\\s*|\\s{2,}|(?<=^\\d_\\d\\d:)\\s");
    private static final Pattern HEADING = Pattern.compile("[12]_\\d{1,2}\\s*:");
    private static final int SHORTEST = 8;
    private static final int LAST_LINES = 3;

    /**
     * The last screen of a step that shows something the trouble tells of; if none does, the last that shows anything.
     *
     * @param facts those of the run, in order; what was exchanged since the last step began is looked at
     * @param trouble of one that was refused or is ours, only a screen that it tells of is shown
     */
    static Optional<RawScreen> of(List<Fact> facts, Trouble trouble) {
        String told = trouble.seen();
        List<Fact.Exchanged> screens = new ArrayList<>();
        List<SgmStatus> strays = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact instanceof Fact.StepStarted) {
                screens.clear();
            } else if (fact instanceof Fact.Exchanged exchanged
                    && !content(exchanged).isEmpty()) {
                screens.add(0, exchanged);
            } else if (fact instanceof Fact.StatusSeen seen) {
                strays.clear();
                strays.addAll(strays(seen.status(), told));
            }
        }
        return screens.stream()
                .map(screen -> new RawScreen(typed(screen), deciding(screen, told, strays)))
                .filter(screen -> !screen.lines().isEmpty())
                .findFirst()
                .or(() -> screens.stream()
                        .findFirst()
                        .filter(screen -> mayDecide(screen, trouble.outcome()))
                        .map(screen -> new RawScreen(typed(screen), last(screen))));
    }

    /** The SGMs that are told of, as {@code 1_02 DOWN}, and do not carry. */
    private static List<SgmStatus> strays(GroupStatus status, String told) {
        return status.sgms().values().stream()
                .filter(sgm -> sgm.state() != SgmState.UP && told.contains(sgm.toString()))
                .toList();
    }

    /** What was seen before an order was held back, or before a line died, decided nothing. */
    private static boolean mayDecide(Fact.Exchanged screen, Outcome outcome) {
        boolean answered = Prompt.read(screen.ending()).isPresent();
        return outcome != Outcome.REFUSED && (outcome != Outcome.BROKEN || !answered);
    }

    private static String typed(Fact.Exchanged screen) {
        return (screen.prompt() + " " + screen.command()).strip();
    }

    /** The lines that say something; one below the heading of a member says whose it is. */
    private static List<String> content(Fact.Exchanged screen) {
        List<String> content = new ArrayList<>();
        String member = "";
        for (String line : screen.screen().lines().map(String::strip).toList()) {
            if (HEADING.matcher(line).matches()) {
                member = line + " ";
            } else if (!FRAME.matcher(line).matches()) {
                content.add(member + line);
            }
        }
        return content;
    }

    private static List<String> deciding(Fact.Exchanged screen, String told, List<SgmStatus> strays) {
        List<String> rows = content(screen).stream()
                .filter(line -> strays.stream().anyMatch(sgm -> isRowOf(sgm, line)))
                .toList();
        return rows.isEmpty()
                ? content(screen).stream()
                        .filter(line -> cells(line).anyMatch(cell -> cell.length() >= SHORTEST && told.contains(cell)))
                        .toList()
                : rows;
    }

    private static Stream<String> cells(String line) {
        return Arrays.stream(CELLS.split(line)).filter(cell -> !cell.isEmpty());
    }

    /** A row of the status begins with the slot, and shows the word of the SGM. */
    private static boolean isRowOf(SgmStatus sgm, String line) {
        List<String> cells = cells(line).toList();
        return line.startsWith("|")
                && cells.get(0)
                        .matches("0?%d(?: +\\(local\\))?".formatted(sgm.id().slot()))
                && cells.contains(sgm.word());
    }

    private static List<String> last(Fact.Exchanged screen) {
        List<String> lines = content(screen);
        return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    }
}
