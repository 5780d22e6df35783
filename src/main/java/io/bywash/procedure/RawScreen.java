package io.bywash.procedure;

import io.bywash.evidence.Deciding;
import io.bywash.evidence.Fact;
import io.bywash.group.SgmId;
import io.bywash.group.SgmStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a screen that decided, as they stood there; which they are is said by the reader that decided.
 *
 * @param typed the prompt, which names the SGM, and what was typed at it
 * @param lines in the order of the screen
 */
record RawScreen(String typed, List<String> lines) {
    private static final Pattern FRAME = Pattern.compile("[-+|\\s]*");
    private static final Pattern CELLS = Pattern.compile("\\s*\\|\\s*|\\s{2,}");
    private static final Pattern HEADING = Pattern.compile("([12]_(?:0?[1-9]|1[0-4]))\\s*:");
    private static final Pattern ROW = Pattern.compile("\\|\\s*([12]_(?:0?[1-9]|1[0-4]))\\s*(?:\\(local\\))?\\s*\\|.*");
    private static final int LAST_LINES = 3;

    /** A line of a screen that says something, and whose it is where a heading or a table says so. */
    private record Said(Optional<SgmId> member, boolean inATable, String line) {
        /** Below a heading it is shown with the name of the member. */
        String shown() {
            return inATable ? line : member.map(sgm -> sgm + ": " + line).orElse(line);
        }
    }

    /**
     * The screen on which the first of these stands that stands anywhere, with all of them that stand there.
     *
     * @param facts those of the run, in order; what was exchanged since the last step began is looked at
     */
    static Optional<RawScreen> of(List<Fact> facts, List<Deciding> deciding) {
        List<Fact.Exchanged> screens = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact instanceof Fact.StepStarted) {
                screens.clear();
            } else if (fact instanceof Fact.Exchanged exchanged) {
                screens.add(0, exchanged);
            }
        }
        return deciding.stream()
                .flatMap(one ->
                        screens.stream().filter(screen -> !in(screen, one).isEmpty()).findFirst().stream())
                .findFirst()
                .map(screen -> new RawScreen(typed(screen), inAny(screen, deciding)));
    }

    private static List<String> inAny(Fact.Exchanged screen, List<Deciding> deciding) {
        return deciding.stream()
                .flatMap(one -> in(screen, one).stream())
                .distinct()
                .toList();
    }

    private static String typed(Fact.Exchanged screen) {
        return (screen.prompt() + " " + screen.command()).strip();
    }

    private static List<String> in(Fact.Exchanged screen, Deciding deciding) {
        if (!deciding.command().isEmpty() && !deciding.command().equals(screen.command())) {
            return List.of();
        }
        List<Said> said = said(screen);
        if (!deciding.rows().isEmpty()) {
            return shown(said.stream()
                    .filter(one -> deciding.rows().stream().anyMatch(sgm -> isRowOf(sgm, one.line())))
                    .toList());
        }
        List<Said> ofMember =
                deciding.member().map(member -> of(member, screen, said)).orElse(said);
        if (!deciding.lines().isEmpty()) {
            List<String> wanted = deciding.lines().stream().map(String::strip).toList();
            return shown(
                    ofMember.stream().filter(one -> wanted.contains(one.line())).toList());
        }
        return shown(ofMember.subList(Math.max(0, ofMember.size() - LAST_LINES), ofMember.size()));
    }

    /** What one member said: below its heading, in its row of the table that was drawn last, or on its own prompt. */
    private static List<Said> of(SgmId member, Fact.Exchanged screen, List<Said> said) {
        List<Said> its = said.stream()
                .filter(one -> one.member().equals(Optional.of(member)))
                .toList();
        if (!its.isEmpty()) {
            Said last = its.get(its.size() - 1);
            return last.inATable() ? List.of(last) : its;
        }
        boolean ofAnother = said.stream().anyMatch(one -> one.member().isPresent());
        return screen.member().equals(member.toString()) && !ofAnother ? said : List.of();
    }

    private static List<String> shown(List<Said> said) {
        return said.stream().map(Said::shown).toList();
    }

    private static List<Said> said(Fact.Exchanged screen) {
        List<Said> said = new ArrayList<>();
        Optional<SgmId> heading = Optional.empty();
        for (String line : screen.screen().lines().map(String::strip).toList()) {
            Matcher below = HEADING.matcher(line);
            Matcher row = ROW.matcher(line);
            if (below.matches()) {
                heading = Optional.of(SgmId.parse(below.group(1)));
            } else if (row.matches()) {
                said.add(new Said(Optional.of(SgmId.parse(row.group(1))), true, line));
            } else if (!FRAME.matcher(line).matches()) {
                said.add(new Said(heading, false, line));
            }
        }
        return said;
    }

    /** A row of the status begins with the slot, and shows the word of the SGM. */
    private static boolean isRowOf(SgmStatus sgm, String line) {
        if (!line.startsWith("|")) {
            return false;
        }
        List<String> cells =
                Arrays.stream(CELLS.split(line)).filter(cell -> !cell.isEmpty()).toList();
        return !cells.isEmpty()
                && cells.get(0)
                        .matches("0?%d(?: +\\(local\\))?".formatted(sgm.id().slot()))
                && cells.contains(sgm.word());
    }
}
