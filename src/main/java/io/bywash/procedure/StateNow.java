package io.bywash.procedure;

import io.bywash.evidence.Console;
import io.bywash.group.ChassisId;
import io.bywash.group.ChassisRole;
import io.bywash.group.GroupStatus;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The state of the Security Group when a run ended in trouble.
 *
 * @param status the last look; empty when none was taken in the run
 * @param now when it is told, so that its age is known
 * @param notRead why no look was taken after the trouble; empty when the status is of such a look
 */
public record StateNow(Optional<GroupStatus> status, Instant now, String notRead) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    /** A look that was taken after the trouble. */
    public static StateNow read(GroupStatus status) {
        return new StateNow(Optional.of(status), status.at(), "");
    }

    Optional<ChassisRole> role(ChassisId chassis) {
        return status.flatMap(seen -> seen.role(chassis));
    }

    /** Whether there is a look that was taken after this moment. */
    boolean isReadAfter(Instant moment) {
        return status.filter(seen -> seen.at().isAfter(moment)).isPresent();
    }

    boolean carries(SecurityGroup group, ChassisId chassis) {
        return status.map(seen -> seen.carries(chassis, group.sgmsOf(chassis))).orElse(false);
    }

    /** One chassis in words: {@code STANDBY (read 21:40:04 UTC, after the stop): 1_01-1_03 UP, 1_04 DOWN}. */
    String told(SecurityGroup group, ChassisId chassis) {
        if (status.isEmpty()) {
            return "not known: never read in this run; %s".formatted(notRead);
        }
        String role = Conditions.role(status.get(), chassis);
        Map<String, List<SgmId>> words = new LinkedHashMap<>();
        for (SgmId sgm : group.sgmsOf(chassis)) {
            String word = status.get().sgms().containsKey(sgm)
                    ? status.get().sgms().get(sgm).word()
                    : "not shown";
            words.computeIfAbsent(word, first -> new ArrayList<>()).add(sgm);
        }
        String sgms = words.entrySet().stream()
                .map(entry -> ranges(entry.getValue()) + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        return "%s (%s): %s".formatted(role, when(status.get()), sgms);
    }

    private String when(GroupStatus seen) {
        String at = TIME.format(seen.at());
        return notRead.isEmpty()
                ? "read %s, after the stop".formatted(at)
                : "LAST SEEN %s, %s before the stop; %s"
                        .formatted(at, Console.told(Duration.between(seen.at(), now)), notRead);
    }

    /** {@code 1_01-1_03 1_07}. */
    static String ranges(List<SgmId> sgms) {
        List<String> parts = new ArrayList<>();
        int first = 0;
        for (int next = 1; next <= sgms.size(); next++) {
            boolean follows = next < sgms.size()
                    && sgms.get(next).slot() == sgms.get(next - 1).slot() + 1;
            if (!follows) {
                SgmId from = sgms.get(first);
                SgmId to = sgms.get(next - 1);
                parts.add(from == to ? from.toString() : from + "-" + to);
                first = next;
            }
        }
        return String.join(" ", parts);
    }
}
