package io.bywash.cluster;

import io.bywash.evidence.Console;
import io.bywash.evidence.Deciding;
import io.bywash.evidence.Finding;
import io.bywash.evidence.Misbehaviour;
import io.bywash.evidence.Remedy;
import io.bywash.group.Assessment;
import io.bywash.group.GroupCondition;
import io.bywash.group.GroupStatus;
import io.bywash.group.SgmId;
import io.bywash.group.SgmStatus;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The Security Group did not come to the state that was waited for, or cannot come to it any more. */
public final class StateNotReached extends Misbehaviour {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    private final String expected;

    private final boolean hopeless;

    private final transient Optional<GroupStatus> last;

    private StateNotReached(
            String expected,
            boolean hopeless,
            String paragraph,
            String advice,
            List<SgmStatus> strays,
            List<GroupStatus> seen) {
        super(
                paragraph,
                Finding.of(Remedy.ON_THE_GROUP, advice)
                        .with(strays.isEmpty() ? List.of() : List.of(Deciding.status(strays))));
        this.expected = expected;
        this.hopeless = hopeless;
        this.last = seen.isEmpty() ? Optional.empty() : Optional.of(seen.get(seen.size() - 1));
    }

    /** The last look; empty when the group never answered. */
    public Optional<GroupStatus> last() {
        return last;
    }

    /** Whether it cannot come to that state any more; otherwise the time was up. */
    public boolean isHopeless() {
        return hopeless;
    }

    @Override
    public String expected() {
        return expected;
    }

    /** @param strays the SGMs that kept it from being reached */
    static StateNotReached inTime(
            GroupCondition wanted, Patience patience, String missing, List<SgmStatus> strays, List<GroupStatus> seen) {
        return new StateNotReached(
                "%s, within %s".formatted(wanted, Console.told(patience.limit())),
                false,
                """
                %s: not reached within %s (patience '%s').
                  missing    %s
                %s
                """.formatted(wanted, Console.told(patience.limit()), patience.name(), missing, story(seen)),
                "Look at the SGMs named above on their consoles.",
                strays,
                seen);
    }

    static StateNotReached hopeless(GroupCondition wanted, Assessment.Hopeless why, List<GroupStatus> seen) {
        return new StateNotReached(
                wanted.words(),
                true,
                """
                %s: cannot be reached any more.
                  because    %s
                %s
                """.formatted(wanted, why.why(), story(seen)),
                "Look at both chassis before anything else.",
                why.strays(),
                seen);
    }

    /** The last look, and for each SGM that changed its state when it did. */
    static String story(List<GroupStatus> seen) {
        if (seen.isEmpty()) {
            return "  last look  none: the Security Group never answered";
        }
        GroupStatus last = seen.get(seen.size() - 1);
        List<String> lines = new ArrayList<>();
        lines.add("  last look  %s  %s".formatted(TIME.format(last.at()), last));
        TreeSet<SgmId> ids = seen.stream()
                .flatMap(status -> status.sgms().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        for (SgmId id : ids) {
            List<String> changes = changes(id, seen);
            if (changes.size() > 1) {
                lines.add("  %s was   %s".formatted(id, String.join(", ", changes)));
            }
        }
        return String.join("\n", lines);
    }

    private static List<String> changes(SgmId id, List<GroupStatus> seen) {
        List<String> changes = new ArrayList<>();
        String before = "";
        for (GroupStatus status : seen) {
            SgmStatus sgm = status.sgms().get(id);
            String word = sgm == null ? "not shown" : sgm.word();
            if (!word.equals(before)) {
                changes.add(word + " " + TIME.format(Instant.from(status.at())));
            }
            before = word;
        }
        return changes;
    }
}
