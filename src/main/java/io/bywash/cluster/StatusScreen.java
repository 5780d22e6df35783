package io.bywash.cluster;

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
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the screen of {@code asg stat -v} by its labels, numbers and words, never by columns (REFERENCE 3.2).
 *
 * <p>Both layouts are read: one block of SGMs for each chassis (R76SP, D) and one row for the same slot of both chassis
 * (R80.20SP and later, I 75 %).
 */
public final class StatusScreen {
    private static final Pattern CHASSIS = Pattern.compile("(?:Chassis|Site) ([12])\\b");
    private static final Pattern ROW = Pattern.compile("(\\d{1,2})(?:\\s+\\(local\\))?((?:\\s+\\S.*)?)");
    private static final Pattern SYNCHRONISED =
            Pattern.compile("Sync to Active (?:chassis|site):\\s*(\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern GAP = Pattern.compile("\\s{2,}");

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
            return;
        }
        String content = line.substring(1, line.endsWith("|") && line.length() > 1 ? line.length() - 1 : line.length());
        String text = content.strip();
        if (text.contains("Parameters") || text.startsWith("Synchronization")) {
            inParameters = true;
        }
        readLabels(text);
        if (!inParameters) {
            readChassis(text);
        }
    }

    private void readLabels(String text) {
        Matcher matcher = SYNCHRONISED.matcher(text);
        if (matcher.find()) {
            synchronised = Optional.of(matcher.group(1).equalsIgnoreCase("Enabled"));
        }
        String[] cells = text.split("\\|", 2);
        if (cells.length == 2 && cells[0].strip().equals("Version")) {
            version = Optional.of(cells[1].strip());
        }
        if (cells.length == 2 && cells[0].strip().equals("FW Policy Date")) {
            policy = Optional.of(cells[1].strip()).filter(date -> date.matches(".*\\d.*"));
        }
    }

    private void readChassis(String text) {
        List<ChassisId> named = new ArrayList<>();
        Matcher matcher = CHASSIS.matcher(text);
        while (matcher.find()) {
            named.add(ChassisId.of(Integer.parseInt(matcher.group(1))));
        }
        if (named.size() == 2) {
            columns = named;
            rolesDue = true;
        } else if (named.size() == 1) {
            columns = named;
            List<String> cells = cells(text);
            readRole(named.get(0), cells.get(cells.size() - 1));
        } else if (rolesDue && !text.isEmpty()) {
            List<String> words = cells(text);
            for (int column = 0; column < columns.size() && words.size() == columns.size(); column++) {
                readRole(columns.get(column), words.get(column));
            }
            rolesDue = false;
        } else {
            readRow(text);
        }
    }

    private void readRole(ChassisId chassis, String word) {
        Arrays.stream(ChassisRole.values())
                .filter(role -> word.equals(role.name()) || word.startsWith(role.name() + " "))
                .findFirst()
                .ifPresent(role -> roles.put(chassis, role));
    }

    /** With a word too few nobody can say whose is missing, and then no SGM of the row counts as shown. */
    private void readRow(String text) {
        Matcher row = ROW.matcher(text);
        if (!row.matches()) {
            return;
        }
        int slot = Integer.parseInt(row.group(1));
        List<String> words = cells(row.group(2));
        if (slot < 1 || slot > 14 || words.size() < columns.size()) {
            return;
        }
        for (int column = 0; column < columns.size(); column++) {
            SgmId id = new SgmId(columns.get(column), slot);
            String word = words.get(column);
            if (!word.matches("-|NA|N/A")) {
                sgms.put(id, new SgmStatus(id, state(word), word));
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
