package io.bywash.cluster;

import io.bywash.gaia.Command;
import io.bywash.gaia.Dialect;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.Phrase;
import io.bywash.gaia.Shell;
import io.bywash.gaia.UnknownLine;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code asg policy verify}: whether every SGM has the same policy, which the date of the policy does not tell
 * (REFERENCE 14.8, D).
 *
 * <p>The columns are found by their names. A good row has a signature and a status that means success; the words of success
 * are I 85 %. Where there is a column {@code VS}, the signatures of each VS are compared.
 */
public final class PolicySignatures {
    private static final String SGM = "sgm";
    private static final String SIGNATURE = "policy signature";
    private static final String STATUS = "status";
    private static final String VS = "vs";
    private static final String KNOWN =
            "a table with the columns SGM, Policy Signature and Status, one row for each SGM; "
                    + "'policyVerify: asg policy verify -a -v' under 'dialect' in the target file asks for every row";

    private static final Pattern FRAME = Pattern.compile("\\+[-+]+\\+");
    private static final Pattern MEMBER = Pattern.compile("([12]_(?:0?[1-9]|1[0-4]))(?:\\s*\\(local\\))?");
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{6,64}");
    private static final Pattern SUCCESS = Pattern.compile("(?i)success(?:ful(?:ly)?)?|succeeded|passed|verified|ok");
    private static final Pattern COMPLAINT = Pattern.compile(
            "(?i).*(?:fail|error|n't|\\bnot\\b|\\bno\\b|mismatch|differ|missing|unable|cannot|warning|invalid).*");
    private static final Pattern ABOUT_ONE = Pattern.compile("(?:\\d+\\.\\s*)?\\[([12]_\\d{1,2})(?::\\d+)?]:?\\s*(.+)");

    private final SecurityGroup group;
    private final SortedMap<SgmId, List<String>> words = new TreeMap<>();
    /** The first signature of each VS; one without a name where the table has no such column. */
    private final Map<String, String> signatures = new TreeMap<>();

    private final Map<SgmId, List<String>> complaints = new TreeMap<>();
    private final List<String> seen = new ArrayList<>();
    private final List<SgmId> bad = new ArrayList<>();
    private List<String> columns = List.of();
    private boolean equal = true;
    private Optional<String> complaint = Optional.empty();

    private PolicySignatures(SecurityGroup group) {
        this.group = group;
    }

    /**
     * What each SGM of the group is shown with; one that is not shown is not good, and where signatures differ no SGM is.
     *
     * @throws UnknownLine when the answer is no table of this form, or contradicts itself
     */
    public static SortedMap<SgmId, Fit> read(GaiaSession session, Dialect dialect, SecurityGroup group) {
        return in(
                session.run(Command.read(Shell.EXPERT, dialect.say(Phrase.POLICY_VERIFY)))
                        .text(),
                group);
    }

    static SortedMap<SgmId, Fit> in(String text, SecurityGroup group) {
        PolicySignatures table = new PolicySignatures(group);
        text.lines().map(String::strip).forEach(table::take);
        if (table.columns.isEmpty()) {
            throw unknown(text.strip().lines().findFirst().orElse("nothing at all"));
        }
        return table.told();
    }

    private void take(String line) {
        if (line.isEmpty() || FRAME.matcher(line).matches()) {
            return;
        }
        if (!line.startsWith("|")) {
            say(line);
            return;
        }
        if (line.length() < 2 || !line.endsWith("|")) {
            throw unknown(line);
        }
        List<String> cells = Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
                .map(String::strip)
                .toList();
        if (cells.size() == 1) {
            say(cells.get(0));
        } else if (isHeading(cells)) {
            heading(cells, line);
        } else {
            row(cells, line);
        }
    }

    private static boolean isHeading(List<String> cells) {
        return cells.stream().anyMatch(SGM::equalsIgnoreCase);
    }

    private void heading(List<String> cells, String line) {
        List<String> names =
                cells.stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
        boolean whole = names.contains(SIGNATURE)
                && names.contains(STATUS)
                && names.stream().distinct().count() == names.size();
        if (!whole || !columns.isEmpty()) {
            throw unknown(line);
        }
        columns = names;
    }

    private void row(List<String> cells, String line) {
        if (cells.size() != columns.size()) {
            throw unknown(line);
        }
        Matcher member = MEMBER.matcher(cells.get(columns.indexOf(SGM)));
        if (!member.matches()) {
            throw unknown(line);
        }
        SgmId sgm = SgmId.parse(member.group(1));
        String vs = columns.contains(VS) ? cells.get(columns.indexOf(VS)) : "";
        if (!group.sgms().contains(sgm) || seen.contains(vs + " of " + sgm)) {
            throw unknown(line);
        }
        seen.add(vs + " of " + sgm);
        judge(sgm, vs, cells.get(columns.indexOf(SIGNATURE)), cells.get(columns.indexOf(STATUS)));
    }

    private void judge(SgmId sgm, String vs, String signature, String status) {
        boolean signed = HEX.matcher(signature).matches();
        words.computeIfAbsent(sgm, first -> new ArrayList<>())
                .add("%s%s, %s"
                        .formatted(
                                vs.isEmpty() ? "" : "VS " + vs + ": ",
                                signed ? "signature " + signature : "no signature (\"%s\")".formatted(signature),
                                status.isEmpty() ? "without a status" : status));
        if (!signed || !SUCCESS.matcher(status).matches()) {
            bad.add(sgm);
        }
        String first = signatures.putIfAbsent(vs, signature);
        equal = equal && (first == null || first.equalsIgnoreCase(signature));
    }

    /** What stands beside the rows; only a complaint says something. */
    private void say(String sentence) {
        if (!COMPLAINT.matcher(sentence).matches()) {
            return;
        }
        Matcher one = ABOUT_ONE.matcher(sentence);
        if (one.matches() && MEMBER.matcher(one.group(1)).matches()) {
            complaints
                    .computeIfAbsent(SgmId.parse(one.group(1)), first -> new ArrayList<>())
                    .add(one.group(2));
        } else {
            complaint = complaint.or(() -> Optional.of(sentence));
        }
    }

    private SortedMap<SgmId, Fit> told() {
        SortedMap<SgmId, Fit> all = new TreeMap<>();
        for (SgmId sgm : group.sgms()) {
            List<String> own = words.getOrDefault(sgm, List.of());
            boolean complete = !own.isEmpty() && own.size() == signatures.size();
            List<String> word = new ArrayList<>(own.isEmpty() ? List.of("not in the table") : own);
            if (!own.isEmpty() && !complete) {
                word.add("not every VS");
            }
            word.addAll(complaints.getOrDefault(sgm, List.of()));
            boolean good = complete && equal && !bad.contains(sgm) && !complaints.containsKey(sgm);
            all.put(sgm, new Fit(String.join("; ", word), good));
        }
        if (complaint.isPresent() && Fit.lacking(all).isEmpty()) {
            throw unknown(complaint.get());
        }
        return all;
    }

    private static UnknownLine unknown(String line) {
        return new UnknownLine("The table of the policy on each SGM", line, KNOWN);
    }
}
