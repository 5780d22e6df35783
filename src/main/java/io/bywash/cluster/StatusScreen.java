package io.bywash.cluster;

import io.bywash.gaia.Cells;
import io.bywash.gaia.UnknownLine;
import io.bywash.group.ChassisId;
import io.bywash.group.ChassisRole;
import io.bywash.group.GroupStatus;
import io.bywash.group.SgmId;
import io.bywash.group.SgmState;
import io.bywash.group.SgmStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the screen of {@code asg stat -v} by its labels, numbers and words, never by columns (REFERENCE 3.2).
 *
 * <p>Both layouts are read: one block of SGMs for each chassis (R76SP, D) and one row for the same slot of both chassis
 * (R80.20SP and later, I 75 %).
 *
 * <p>What stands from the first chassis to the parameters is read whole: a line, a column or a word of a role there that is
 * not known makes the screen not proven. The labels above and below say nothing of a state, and unknown ones are passed
 * over. An unknown word of an SGM is kept as it is.
 */
public final class StatusScreen {
    private static final Pattern CHASSIS = Pattern.compile("(?:Chassis|Site) ([12])\\b");
    private static final Pattern ROW = Pattern.compile("(\\d{1,2})(?:\\s*\\(local\\))?((?:\\s+\\S.*)?)");
    private static final Pattern ID_COLUMN = Pattern.compile("(?:SGM|Member) ID");
    private static final Pattern PARAMETERS = Pattern.compile("(?:\\w+ )?Parameters|Synchronization\\b.*");
    private static final Pattern EMPTY_SLOT = Pattern.compile("(?i)-|n/?a");
    private static final String ENFORCING = "Enforcing Security";
    private static final Pattern SYNCHRONISED =
            Pattern.compile("Sync to Active (?:chassis|site):\\s*(\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern RULE = Pattern.compile("[-=+|\\s]*");
    private static final Pattern VIRTUAL_SYSTEM = Pattern.compile("VS ID:.*");
    private static final String KNOWN =
            "a chassis with its role ACTIVE, STANDBY or DOWN, the columns SGM ID, State, Process and Policy Date, and rows of a slot from 1 to 14 with one state for each chassis";
    private static final String POLICY_DATE = "Policy Date";
    private static final List<String> HEADER = List.of("State", "Process", POLICY_DATE);
    private static final Pattern DATE = Pattern.compile(".*\\d.*");

    private final Collection<String> upWords;
    private final Map<ChassisId, ChassisRole> roles = new EnumMap<>(ChassisId.class);
    private final Map<SgmId, SgmStatus> sgms = new TreeMap<>();
    private final Set<ChassisId> shown = EnumSet.noneOf(ChassisId.class);
    private List<ChassisId> columns = List.of();
    private List<String> header = HEADER;
    private boolean headed;
    private boolean processPromised;
    private int lastSlot;
    private boolean rolesDue;
    private boolean inParameters;
    private boolean synchronisationUnknown;
    private Optional<Boolean> synchronised = Optional.empty();
    private final SortedSet<String> policyDates = new TreeSet<>();
    private Optional<String> policy = Optional.empty();
    private Optional<String> version = Optional.empty();

    private StatusScreen(Collection<String> upWords) {
        this.upWords = upWords;
    }

    /**
     * Reads the whole screen.
     *
     * @throws UnknownLine when something on it that could change a state is not known
     * @param upWords the words of an SGM that carries, which depend on the release
     */
    public static GroupStatus read(String screen, Instant at, Collection<String> upWords) {
        StatusScreen reading = new StatusScreen(upWords);
        screen.lines().forEach(reading::readLine);
        return new GroupStatus(
                at,
                reading.roles,
                new TreeMap<>(reading.sgms),
                reading.synchronised,
                reading.policy.or(reading::policyOfEachSgm),
                reading.version);
    }

    private void readLine(String raw) {
        String line = raw.strip();
        if (!line.startsWith("|")) {
            refuse(
                    raw,
                    !inParameters && !columns.isEmpty() && !RULE.matcher(line).matches());
            return;
        }
        boolean whole = line.endsWith("|") && line.length() > 1;
        String text =
                line.substring(1, whole ? line.length() - 1 : line.length()).strip();
        inParameters = !isHeader(Cells.of(text))
                && (inParameters || PARAMETERS.matcher(text).matches());
        refuse(raw, !whole && !inParameters && !columns.isEmpty());
        readLabels(text);
        if (!inParameters) {
            readChassis(text, raw);
        }
    }

    private static void refuse(String raw, boolean unknown) {
        if (unknown) {
            throw new UnknownLine("The status of the Security Group", raw, KNOWN);
        }
    }

    private void readLabels(String text) {
        Matcher matcher = SYNCHRONISED.matcher(text);
        if (matcher.find()) {
            boolean enabled = matcher.group(1).equalsIgnoreCase("Enabled");
            synchronisationUnknown |= !enabled && !matcher.group(1).equalsIgnoreCase("Disabled");
            synchronised =
                    synchronisationUnknown ? Optional.empty() : Optional.of(enabled && synchronised.orElse(true));
        }
        String[] cells = text.split("\\|", 2);
        if (cells.length == 2 && cells[0].strip().equals("Version")) {
            version = Optional.of(cells[1].strip());
        }
        if (cells.length == 2 && cells[0].strip().equals("FW Policy Date")) {
            policy = Optional.of(cells[1].strip())
                    .filter(date -> DATE.matcher(date).matches());
        }
    }

    private void readChassis(String text, String raw) {
        List<ChassisId> named = new ArrayList<>();
        Matcher matcher = CHASSIS.matcher(text);
        while (matcher.find()) {
            named.add(ChassisId.of(Integer.parseInt(matcher.group(1))));
        }
        List<String> cells = Cells.of(text);
        if (named.size() == 2) {
            refuse(raw, cells.size() != 3 || !isHeader(cells) || named.get(0) == named.get(1));
            begin(named);
            rolesDue = true;
        } else if (named.size() == 1) {
            refuse(raw, cells.size() != 2);
            begin(named);
            headed = false;
            readRole(named.get(0), cells.get(1), raw);
        } else if (columns.isEmpty()) {
            refuse(raw, ROW.matcher(text).matches());
        } else if (cells.isEmpty()) {
            return;
        } else if (rolesDue) {
            refuse(raw, cells.size() != columns.size());
            for (int column = 0; column < columns.size(); column++) {
                readRole(columns.get(column), cells.get(column), raw);
            }
            rolesDue = false;
        } else if (isHeader(cells)) {
            readHeader(cells.subList(1, cells.size()), raw);
        } else if (!VIRTUAL_SYSTEM.matcher(text).matches()) {
            readRow(text, raw);
        }
    }

    /** What comes now is of these chassis; of one that was shown before, it may only say the same again. */
    private void begin(List<ChassisId> named) {
        sgms.keySet().forEach(sgm -> shown.add(sgm.chassis()));
        columns = named;
        lastSlot = 0;
    }

    private static boolean isHeader(List<String> cells) {
        return !cells.isEmpty() && ID_COLUMN.matcher(cells.get(0)).matches();
    }

    /** The columns of a block in whatever order; a second heading means that the name of a chassis was lost. */
    private void readHeader(List<String> named, String raw) {
        refuse(raw, headed || !named.contains("State") || !HEADER.containsAll(named));
        header = named;
        headed = true;
        processPromised = named.contains("Process");
    }

    private void readRole(ChassisId chassis, String word, String raw) {
        Optional<ChassisRole> known = Arrays.stream(ChassisRole.values())
                .filter(role -> word.matches(role == ChassisRole.DOWN ? "DOWN(?: ?\\(admin\\))?" : role.name()))
                .findFirst();
        refuse(raw, known.isEmpty() || roles.containsKey(chassis) && roles.get(chassis) != known.get());
        roles.put(chassis, known.get());
    }

    private void readRow(String text, String raw) {
        Matcher row = ROW.matcher(text);
        refuse(raw, !row.matches());
        int slot = Integer.parseInt(row.group(1));
        List<String> words = Cells.of(row.group(2));
        refuse(raw, slot < 1 || slot > 14 || slot < lastSlot);
        lastSlot = slot;
        if (columns.size() == 1) {
            String word = wordInABlock(words, raw);
            put(new SgmId(columns.get(0), slot), word, raw);
            takePolicyDate(word, words);
            return;
        }
        refuse(raw, words.size() != columns.size());
        for (int column = 0; column < columns.size(); column++) {
            put(new SgmId(columns.get(column), slot), words.get(column), raw);
        }
    }

    /** The state, with what the SGM does beside it where that is not what an SGM that carries does (REFERENCE 4, D). */
    private String wordInABlock(List<String> words, String raw) {
        int stateAt = header.indexOf("State");
        int processAt = header.indexOf("Process");
        boolean first = stateAt == 0 && words.size() <= header.size() && !words.isEmpty();
        boolean halfAWord = words.stream().anyMatch(word -> word.startsWith("("));
        refuse(raw, halfAWord || !(first || words.size() == header.size()));
        String word = words.get(stateAt);
        boolean processTold = processAt >= 0 && processAt < words.size();
        refuse(raw, processPromised && !processTold);
        if (!upWords.contains(word) || !processTold || words.get(processAt).equals(ENFORCING)) {
            return word;
        }
        return "%s (%s)".formatted(word, words.get(processAt));
    }

    /** Where each SGM has a date of its own, those that do not carry say NA (D), and have no part in it. */
    private void takePolicyDate(String word, List<String> words) {
        int dateAt = header.indexOf(POLICY_DATE);
        if (dateAt >= 0 && state(word) == SgmState.UP) {
            policyDates.add(dateAt < words.size() ? words.get(dateAt) : "");
        }
    }

    /** The dates of the SGMs that carry; none when one of them has none. */
    private Optional<String> policyOfEachSgm() {
        boolean everywhere =
                policyDates.stream().allMatch(date -> DATE.matcher(date).matches());
        return policyDates.isEmpty() || !everywhere ? Optional.empty() : Optional.of(String.join(" and ", policyDates));
    }

    private void put(SgmId id, String word, String raw) {
        if (!EMPTY_SLOT.matcher(word).matches()) {
            SgmStatus before = sgms.put(id, new SgmStatus(id, state(word), word));
            boolean asBefore = before == null
                    ? !shown.contains(id.chassis())
                    : before.word().equals(word);
            refuse(raw, !asBefore);
        }
    }

    private SgmState state(String word) {
        if (upWords.contains(word)) {
            return SgmState.UP;
        }
        return switch (word) {
            case "ACTIVE(!)", "ACTIVE (!)" -> SgmState.UP_WITH_PROBLEM;
            case "DOWN", "DOWN (admin)", "DOWN(admin)" -> SgmState.DOWN;
            case "INIT" -> SgmState.STARTING;
            case "READY" -> SgmState.READY;
            case "DETACHED", "LOST" -> SgmState.ABSENT;
            default -> SgmState.UNKNOWN;
        };
    }
}
