package io.bywash.cluster;

import io.bywash.gaia.Dialect;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.Phrase;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code cphaprob syncstat}: whether an SGM has the connections of the others, so that it can take them over
 * (REFERENCE 15, D).
 *
 * <p>The line is {@code Sync status: OK} or {@code Sync status: Off - Full-sync failure}; any other answer says nothing.
 */
public final class SyncStatus {
    private static final Pattern STATUS = Pattern.compile("Sync status:\\s*(.*)");
    private static final Pattern LIKE_STATUS = Pattern.compile("(?i).*sync\\s*status.*");
    private static final String OK = "OK";
    private static final Pattern OFF = Pattern.compile("Off(?: - (.+))?");

    private SyncStatus() {}

    /**
     * What each SGM of the group says; one that cannot be heard is not good.
     *
     * @throws io.bywash.gaia.UnknownLine when it cannot be told whose a line is
     */
    public static SortedMap<SgmId, Fit> read(GaiaSession session, Dialect dialect, SecurityGroup group) {
        return of(GlobalAnswer.to(session, dialect, Phrase.SYNC_STATUS), group);
    }

    static SortedMap<SgmId, Fit> of(Map<SgmId, List<String>> answers, SecurityGroup group) {
        SortedMap<SgmId, Fit> all = new TreeMap<>();
        group.sgms()
                .forEach(sgm -> all.put(
                        sgm,
                        Optional.ofNullable(answers.get(sgm))
                                .map(SyncStatus::in)
                                .orElse(Fit.silent())));
        return all;
    }

    /** What the lines of one SGM say. */
    static Fit in(List<String> lines) {
        List<String> told = lines.stream()
                .map(String::strip)
                .filter(line -> LIKE_STATUS.matcher(line).matches())
                .toList();
        Matcher status = STATUS.matcher(told.size() == 1 ? told.get(0) : "");
        if (!status.matches()) {
            return new Fit(
                    "it does not say so: \"%s\""
                            .formatted(String.join(" / ", lines).strip()),
                    false);
        }
        String word = status.group(1).strip();
        boolean known = word.equals(OK) || OFF.matcher(word).matches();
        return new Fit(known ? word : "a word that is not known: \"%s\"".formatted(word), word.equals(OK));
    }
}
