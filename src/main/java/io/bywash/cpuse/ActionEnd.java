package io.bywash.cpuse;

import io.bywash.evidence.Deciding;
import io.bywash.evidence.Finding;
import io.bywash.evidence.NotProven;
import io.bywash.evidence.Remedy;
import io.bywash.gaia.Reply;
import io.bywash.gaia.UnknownLine;
import io.bywash.group.SgmId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How an action of the Update Service Engine ended on each member: its last row, and the sentences below the table, which name
 * members too (REFERENCE 3.3, "Failure texts", D).
 *
 * <p>The rows above a sentence that aborts are not final: only the members that refuse decide.
 */
public final class ActionEnd {
    private static final Pattern ON_MEMBERS =
            Pattern.compile(".*cannot be performed on members\\s*:\\s*((?:[12]_\\d{1,2}[,\\s]*)+).*");
    private static final Pattern ID = Pattern.compile("[12]_\\d{1,2}");
    private static final Pattern ABORTED = Pattern.compile(".*Action was aborted\\b.*");
    private static final Pattern NOT_THERE = Pattern.compile(
            ".*Package index doesn't exist on the local member\\b.*|NMSHNM0679\\s+Package \\S+ is invalid\\.?");

    /** What is allowed there is a major version (REFERENCE 14.4, D). */
    private static final Pattern ANOTHER_KIND = Pattern.compile("Upgrade is allowed\\.");

    private static final Pattern STORED_BEFORE =
            Pattern.compile("The package you are trying to import already exists\\.?");

    private final String line;
    private final Pattern success;
    private final SortedMap<SgmId, String> rows;
    private final List<String> said;
    private final SortedSet<SgmId> refusing = new TreeSet<>();
    private boolean aborted;

    private ActionEnd(String line, Pattern success, SortedMap<SgmId, String> rows, List<String> said) {
        this.line = line;
        this.success = success;
        this.rows = rows;
        this.said = said;
    }

    /**
     * Reads what an action said.
     *
     * @param success what the row of a member says that has succeeded
     * @throws NotProven when it drew no table, and no sentence says why
     * @throws UnknownLine when a row or a sentence neither succeeds nor refuses, and nothing else refuses
     */
    static ActionEnd of(Reply reply, Pattern success) {
        Optional<UpdateTable> table = UpdateTable.lastIn(reply.text());
        ActionEnd end = new ActionEnd(
                reply.command().line(),
                success,
                table.map(UpdateTable::rows).orElseGet(Collections::emptySortedMap),
                table.map(UpdateTable::below).orElseGet(reply::lines));
        end.readSentences(reply.prompt().member());
        end.readRows();
        if (table.isEmpty() && !end.isRefused()) {
            throw NotProven.by(
                    reply.lines(),
                    "'%s' at %s drew no table. It said: \"%s\"."
                            .formatted(reply.command(), reply.prompt(), String.join(" / ", reply.lines())));
        }
        end.refuseTheUnknown();
        return end;
    }

    private void readSentences(Optional<SgmId> local) {
        boolean storedBefore = !rows.isEmpty()
                && rows.values().stream().allMatch(row -> success.matcher(row).matches())
                && rows.values().stream()
                        .anyMatch(row -> STORED_BEFORE.matcher(row).matches());
        for (String sentence : said) {
            Matcher onMembers = ON_MEMBERS.matcher(sentence);
            if (onMembers.matches()) {
                aborted = true;
                ID.matcher(onMembers.group(1)).results().forEach(id -> refusing.add(named(id.group(), sentence)));
            } else if (NOT_THERE.matcher(sentence).matches()) {
                aborted = true;
                local.ifPresent(refusing::add);
            } else if (ABORTED.matcher(sentence).matches() && !storedBefore) {
                aborted = true;
            }
        }
    }

    private static SgmId named(String id, String sentence) {
        try {
            return SgmId.parse(id);
        } catch (IllegalArgumentException e) {
            throw new UnknownLine("The end of an action on packages", sentence, "the IDs of SGMs, such as 1_02");
        }
    }

    private void readRows() {
        rows.forEach((sgm, row) -> {
            boolean refuses =
                    Installer.isTrouble(row) || ANOTHER_KIND.matcher(row).matches();
            if (refuses && !success.matcher(row).matches()) {
                refusing.add(sgm);
            }
        });
    }

    private void refuseTheUnknown() {
        if (isRefused()) {
            return;
        }
        rows.forEach((sgm, row) -> {
            if (!success.matcher(row).matches()) {
                throw new UnknownLine("The status of " + sgm, row, "\"%s\", or a trouble".formatted(success));
            }
        });
        said.stream()
                .filter(line ->
                        Installer.isTrouble(line) && !ABORTED.matcher(line).matches())
                .findFirst()
                .ifPresent(line -> {
                    throw new UnknownLine("The end below a table of successes", line, "no trouble");
                });
    }

    /** What was typed. */
    public String line() {
        return line;
    }

    /** Whether a member refused, or the device aborted the action. */
    public boolean isRefused() {
        return aborted || !refusing.isEmpty();
    }

    /** The members that refused; empty when none did, or the device did not say which. */
    public SortedSet<SgmId> refusing() {
        return Collections.unmodifiableSortedSet(refusing);
    }

    /** Whether it succeeded on a member; when the action was aborted, on none. */
    public boolean succeededOn(SgmId sgm) {
        return !aborted
                && !refusing.contains(sgm)
                && success.matcher(rows.getOrDefault(sgm, "")).matches();
    }

    /** Whether a member has no row, and nothing that was said decides without it. */
    public boolean saysNothingOf(SgmId sgm) {
        return !isRefused() && !rows.containsKey(sgm);
    }

    /** The last row of each member. */
    public SortedMap<SgmId, String> rows() {
        return Collections.unmodifiableSortedMap(rows);
    }

    /** The sentences below the table, or all that was said where there is none. */
    public List<String> said() {
        return List.copyOf(said);
    }

    /** What is known of one member, in words. */
    public String told(SgmId sgm) {
        String row = rows.getOrDefault(sgm, "no row");
        if (!isRefused() || succeededOn(sgm)) {
            return row;
        }
        return refusing.contains(sgm) ? "refused: " + row : "not final when it ended: " + row;
    }

    /**
     * Refuses an action that did not succeed, with the members and the sentences that decided.
     *
     * @param expected what each member had to say
     * @param whatToDo the way on
     * @throws ActionRefused when a member refused, or the action was aborted
     */
    public void refuse(String expected, String whatToDo) {
        if (!isRefused()) {
            return;
        }
        List<String> told = new ArrayList<>();
        refusing.forEach(
                sgm -> told.add("%s refused, its row says \"%s\".".formatted(sgm, rows.getOrDefault(sgm, ""))));
        if (refusing.isEmpty()) {
            told.add("The device ended it and named no SGM.");
        }
        List<String> sentences = said.stream()
                .filter(sentence -> Installer.isTrouble(sentence)
                        || NOT_THERE.matcher(sentence).matches())
                .toList();
        sentences.forEach(sentence -> told.add("The device said: \"%s\".".formatted(sentence)));
        if (rows.values().stream().anyMatch(row -> ANOTHER_KIND.matcher(row).matches())) {
            told.add(
                    "\"Upgrade is allowed.\" is its answer for a major version, and a hotfix is to be installed: the file"
                            + " is of the wrong kind. Name the right one under 'package' in the target file.");
        }
        throw new ActionRefused(
                expected,
                String.join(" ", told),
                Finding.of(Remedy.ON_THE_GROUP, whatToDo)
                        .with(Finding.OfTheAct.DENIED)
                        .with(deciding(sentences)));
    }

    /** The rows of the members that refused, and the sentences. */
    private List<Deciding> deciding(List<String> sentences) {
        List<Deciding> deciding = new ArrayList<>();
        refusing.forEach(sgm -> deciding.add(Deciding.of(sgm, line)));
        if (!sentences.isEmpty()) {
            deciding.add(Deciding.answer(line, sentences));
        }
        return deciding;
    }
}
