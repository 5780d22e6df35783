package io.bywash.cpuse;

import io.bywash.gaia.UnknownLine;
import io.bywash.group.SgmId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What was seen of an installation before its own member rebooted.
 *
 * @param asked how many of the five questions were asked and answered; -1 when the line died before that was certain
 * @param lastWords the last status that the table showed for each member
 * @param begun whether a member was ever shown installing
 * @param failed the members whose last status says that the installation failed there, with that status
 * @param said the sentences outside the table that tell of a trouble
 * @param cut whether the line ended with the member, as it does when the member reboots, or was left
 */
public record InstallStart(
        int asked,
        Map<SgmId, String> lastWords,
        Map<SgmId, Boolean> begun,
        Map<SgmId, String> failed,
        List<String> said,
        boolean cut) {
    private static final Pattern INSTALLING = Pattern.compile(
            "Installing package\\.\\.\\.|(?:Preparing Installation|Extracting Bundle|Reading Configuration|Validating Install|Installing):\\s+\\d+%.*");
    private static final Pattern BEFORE_INSTALLING =
            Pattern.compile("|Initiating package installation\\.\\.\\.|Package is ready for installation");

    /** A member that is not heard of may be rebooting, which is what an installation ends in. */
    private static final Pattern SILENCE =
            Pattern.compile("(?i).*(?:no response|\\bconnect|time(?:d )?out|unreachable|not responding).*");

    /** As many characters hold the last two tables, of fourteen members, with what a terminal draws around them. */
    private static final int LAST_TABLES = 40_000;

    /** Reads all that an installation said. */
    static InstallStart of(String text, int asked, InstallScope scope, boolean cut) {
        List<UpdateTable> tables = UpdateTable.allIn(text);
        Map<SgmId, String> lastWords = new TreeMap<>();
        Map<SgmId, Boolean> begun = new TreeMap<>();
        Map<SgmId, String> failed = new TreeMap<>();
        for (SgmId sgm : scope.sgms()) {
            String last = tables.isEmpty()
                    ? "no table"
                    : tables.get(tables.size() - 1).of(sgm);
            lastWords.put(sgm, last);
            begun.put(sgm, begun(sgm, tables));
            if (isFailure(last)) {
                failed.put(sgm, last);
            }
        }
        return new InstallStart(asked, lastWords, begun, failed, sentences(text), cut);
    }

    /** Whether the last two tables say alike that the installation failed on a member, so that there is no more to wait for. */
    static boolean failsFor(InstallScope scope, String text) {
        List<UpdateTable> tables = UpdateTable.allIn(text.substring(Math.max(0, text.length() - LAST_TABLES)));
        if (tables.size() < 2) {
            return false;
        }
        UpdateTable last = tables.get(tables.size() - 1);
        UpdateTable before = tables.get(tables.size() - 2);
        return scope.sgms().stream()
                .anyMatch(sgm -> isFailure(last.of(sgm)) && last.of(sgm).equals(before.of(sgm)));
    }

    private static boolean isFailure(String status) {
        return Installer.isTrouble(status) && !SILENCE.matcher(status).matches();
    }

    private static List<String> sentences(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("|") && Installer.isTrouble(line))
                .distinct()
                .toList();
    }

    /** Whether a member was ever shown installing; what it shows behind that is not known, and says nothing (REFERENCE 12). */
    private static boolean begun(SgmId sgm, List<UpdateTable> tables) {
        List<String> shown =
                tables.stream().map(table -> table.rows().getOrDefault(sgm, "")).toList();
        boolean begun =
                shown.stream().anyMatch(status -> INSTALLING.matcher(status).matches());
        shown.stream()
                .filter(status ->
                        !begun && !BEFORE_INSTALLING.matcher(status).matches() && !Installer.isTrouble(status))
                .findFirst()
                .ifPresent(status -> {
                    throw new UnknownLine("The status of " + sgm, status, "\"%s\", or a trouble".formatted(INSTALLING));
                });
        return begun;
    }

    /** The sentences outside the table in one line, each in quotes; empty when there are none. */
    public String told() {
        return said.stream().map("\"%s\""::formatted).collect(Collectors.joining(", "));
    }
}
