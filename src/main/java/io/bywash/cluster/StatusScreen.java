package io.bywash.cluster;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
    private static final Pattern ROW = Pattern.compile("(\\d{1,2})(?:\\s+\\(local\\))?((?:\\s+\\S.*)?)");
    private static final Pattern SYNCHRONISED =
            Pattern.compile("Sync to Active (?:chassis|site):\\s*(\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern GAP = Pattern.compile("\\s{2,}");
    private static final Pattern RULE = Pattern.compile("[-=+|\\s]*");
    private static final Pattern VIRTUAL_SYSTEM = Pattern.compile("VS ID:.*");
    private static final String KNOWN =
            "a chassis with its role ACTIVE, STANDBY or DOWN, the columns SGM ID, State, Process and Policy Date, and rows of a slot from 1 to 14 with one state for each chassis";
    private static final Set<String> HEADER = Set.of("SGM ID", "State", "Process", "Policy Date");
    private static final int MOST_IN_A_BLOCK = 3;

    private final Collection<String> upWords;
    private final Map<ChassisId, ChassisRole> roles = new EnumMap<>(ChassisId.class);
    private final Map<SgmId, SgmStatus> sgms = new TreeMap<>();
    private List<ChassisId> columns = List.of();
    private boolean rolesDue;
    private boolean inParameters;
    private Optional<Boolean> synchronised = Optional.empty();
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
                at, reading.roles, new TreeMap<>(reading.sgms), reading.synchronised, reading.policy, reading.version);
    }

    private void readLine(String raw) {
        String line = raw.strip();
        if (!line.startsWith("|")) {
            refuse(
                    raw,
                    !inParameters && !columns.isEmpty() && !RULE.matcher(line).matches());
            return;
        }
        String content = line.substring(1, line.endsWith("|") && line.length() > 1 ? line.length() - 1 : line.length());
        String text = content.strip();
        if (text.contains("Parameters") || text.startsWith("Synchronization")) {
            inParameters = true;
        }
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
            synchronised = matcher.group(1).matches("(?i)Enabled|Disabled")
                    ? Optional.of(matcher.group(1).equalsIgnoreCase("Enabled"))
                    : Optional.empty();
        }
        String[] cells = text.split("\\|", 2);
        if (cells.length == 2 && cells[0].strip().equals("Version")) {
            version = Optional.of(cells[1].strip());
        }
        if (cells.length == 2 && cells[0].strip().equals("FW Policy Date")) {
            policy = Optional.of(cells[1].strip()).filter(date -> date.matches(".*\\d.*"));
        }
    }

    private void readChassis(String text, String raw) {
        List<ChassisId> named = new ArrayList<>();
        Matcher matcher = CHASSIS.matcher(text);
        while (matcher.find()) {
            named.add(ChassisId.of(Integer.parseInt(matcher.group(1))));
        }
        List<String> cells = cells(text);
        if (named.size() == 2) {
            refuse(raw, cells.size() != 3 || !cells.get(0).equals("SGM ID"));
            columns = named;
            rolesDue = true;
        } else if (named.size() == 1) {
            refuse(raw, cells.size() != 2);
            columns = named;
            readRole(named.get(0), cells.get(1), raw);
        } else if (columns.isEmpty() || cells.isEmpty()) {
            return;
        } else if (rolesDue) {
            refuse(raw, cells.size() != columns.size());
            for (int column = 0; column < columns.size(); column++) {
                readRole(columns.get(column), cells.get(column), raw);
            }
            rolesDue = false;
        } else if (cells.get(0).equals("SGM ID")) {
            refuse(raw, !HEADER.containsAll(cells));
        } else if (!VIRTUAL_SYSTEM.matcher(text).matches()) {
            readRow(text, raw);
        }
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
        List<String> words = cells(row.group(2));
        boolean fits = columns.size() == 1
                ? !words.isEmpty() && words.size() <= MOST_IN_A_BLOCK
                : words.size() == columns.size();
        refuse(raw, slot < 1 || slot > 14 || !fits);
        for (int column = 0; column < columns.size(); column++) {
            SgmId id = new SgmId(columns.get(column), slot);
            String word = words.get(column);
            if (!word.matches("-|NA|N/A")) {
                SgmStatus before = sgms.put(id, new SgmStatus(id, state(word), word));
                refuse(raw, before != null && !before.word().equals(word));
            }
        }
    }

    private static List<String> cells(String text) {
        return text.isBlank() ? List.of() : List.of(GAP.split(text.strip()));
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
