package io.bywash.cluster;

import io.bywash.gaia.Command;
import io.bywash.gaia.Dialect;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.MemberRefused;
import io.bywash.gaia.Notices;
import io.bywash.gaia.Phrase;
import io.bywash.gaia.Refusals;
import io.bywash.gaia.Shell;
import io.bywash.gaia.UnknownLine;
import io.bywash.group.SgmId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a helper of the Expert mode shows that runs one command on every member: whose lines are whose.
 *
 * <p>Known are the three forms of REFERENCE 3.2 (D): a heading {@code -*- 2 blades: 1_01 1_02 -*-} above what these members
 * answered alike, a heading {@code 1_01:}, and {@code [1_01]} before every line with the members mixed.
 */
public final class GlobalAnswer {
    private static final String ID = "[12]_\\d{1,2}";
    private static final Pattern ALIKE =
            Pattern.compile("-\\*-\\s+(\\d{1,2}) blades?:\\s+(" + ID + "(?:\\s+" + ID + "){0,27})\\s+-\\*-");
    private static final Pattern BEGUN = Pattern.compile("-\\*-\\s+\\d{1,2} blades?:[\\s\\d_]*");
    private static final Pattern MORE_IDS = Pattern.compile("[\\s\\d_]*(?:-\\*-)?");
    private static final Pattern HEADING = Pattern.compile("(" + ID + ")\\s*:");
    private static final Pattern PREFIXED = Pattern.compile("\\[(" + ID + ")](.*)");
    private static final Pattern SILENT = Pattern.compile("Failed to connect to (" + ID + ")\\b.*");
    private static final Pattern LIKE_A_HEADING = Pattern.compile("-\\*-.*|\\[?\\d+_\\d+\\b.*");
    private static final String KNOWN =
            "-*- 2 blades: 1_01 1_02 -*- or 1_01: above the lines of these members, or [1_01] before each line";

    private static final int LONGEST_HEADING = 300;

    private final Map<SgmId, List<String>> lines = new TreeMap<>();
    private final Set<SgmId> silent = new TreeSet<>();
    private Set<SgmId> speaking = Set.of();
    private String heading = "";

    private GlobalAnswer() {}

    /**
     * Runs a command of the Expert mode on every member that answers, held down or not.
     *
     * @return the lines of each member; one that did not answer is absent
     * @throws UnknownLine when it cannot be told whose a line is
     */
    public static Map<SgmId, List<String>> to(GaiaSession session, Dialect dialect, Phrase command) {
        return read(session.run(Command.read(Shell.EXPERT, dialect.everywhere(command)))
                .text());
    }

    /**
     * The lines of each member that answered, without blanks at their end; a member that did not is absent.
     *
     * @throws UnknownLine when it cannot be told whose a line is, or a member is named under two headings
     * @throws MemberRefused when a member says that it did not run the command
     */
    static Map<SgmId, List<String>> read(String text) {
        GlobalAnswer answer = new GlobalAnswer();
        text.lines().map(String::stripTrailing).forEach(answer::join);
        refuse(answer.heading, !answer.heading.isEmpty());
        answer.silent.forEach(sgm -> refuse(sgm + " does not answer", answer.lines.containsKey(sgm)));
        answer.lines.forEach((sgm, lines) -> Refusals.refusal(lines).ifPresent(line -> {
            throw new MemberRefused(sgm.toString(), line);
        }));
        return answer.lines;
    }

    /** A heading of many members may go over several lines. */
    private void join(String line) {
        String whole = heading.isEmpty() ? line : heading + " " + line.strip();
        boolean goesOn = whole.length() <= LONGEST_HEADING
                && MORE_IDS.matcher(line.strip()).matches();
        refuse(whole, !heading.isEmpty() && !goesOn);
        if (BEGUN.matcher(whole.strip()).matches()) {
            heading = whole.strip();
        } else {
            heading = "";
            take(whole);
        }
    }

    private void take(String line) {
        Matcher alike = ALIKE.matcher(line.strip());
        Matcher headed = HEADING.matcher(line.strip());
        Matcher prefixed = PREFIXED.matcher(line.strip());
        Matcher unreached = SILENT.matcher(line.strip());
        if (alike.matches()) {
            List<String> ids = Arrays.asList(alike.group(2).split("\\s+"));
            begin(ids, line);
            refuse(line, speaking.size() != Integer.parseInt(alike.group(1)));
        } else if (headed.matches()) {
            begin(List.of(headed.group(1)), line);
        } else if (prefixed.matches()) {
            List<String> ofIt = lines.computeIfAbsent(sgm(prefixed.group(1), line), first -> new ArrayList<>());
            if (!Notices.isNotice(prefixed.group(2))) {
                ofIt.add(prefixed.group(2).stripTrailing());
            }
        } else if (unreached.matches()) {
            silent.add(sgm(unreached.group(1), line));
        } else if (!line.isBlank() && !Notices.isNotice(line)) {
            refuse(
                    line,
                    speaking.isEmpty() || LIKE_A_HEADING.matcher(line.strip()).matches());
            speaking.forEach(sgm -> lines.get(sgm).add(line));
        }
    }

    private void begin(List<String> ids, String line) {
        speaking = ids.stream().map(id -> sgm(id, line)).collect(Collectors.toCollection(LinkedHashSet::new));
        speaking.forEach(sgm -> refuse(line, lines.put(sgm, new ArrayList<>()) != null));
    }

    private static SgmId sgm(String id, String line) {
        try {
            return SgmId.parse(id);
        } catch (IllegalArgumentException e) {
            throw new UnknownLine("The answer of all members", line, KNOWN);
        }
    }

    private static void refuse(String line, boolean unknown) {
        if (unknown) {
            throw new UnknownLine("The answer of all members", line, KNOWN);
        }
    }
}
