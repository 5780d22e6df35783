package io.bywash.procedure;

import io.bywash.evidence.Deciding;
import io.bywash.evidence.Fact;
import io.bywash.evidence.History;
import io.bywash.gaia.Dialect;
import io.bywash.gaia.Phrase;
import io.bywash.group.GroupStatus;
import io.bywash.group.SgmId;
import io.bywash.group.SgmStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** On which screen each field of a snapshot was read. */
final class FieldScreens {
    /** What a field begins with, and what is typed for it; the longest first. */
    private static final List<Map.Entry<String, Phrase>> COMMANDS = List.of(
            Map.entry("take by installer", Phrase.SHOW_INSTALLED),
            Map.entry("take by cpinfo", Phrase.HOTFIXES),
            Map.entry("image cloning", Phrase.CLONING_SHOW),
            Map.entry("package ", Phrase.SHOW_IMPORTED),
            Map.entry("release", Phrase.VERSION),
            Map.entry("build", Phrase.VERSION),
            Map.entry("booted", Phrase.BOOT_TIME),
            Map.entry("interface", Phrase.INTERFACES),
            Map.entry("connections", Phrase.CONNECTIONS));

    private final Dialect dialect;
    private final Optional<GroupStatus> status;

    /** @param history which has the last look at the group */
    FieldScreens(Dialect dialect, History history) {
        this.dialect = dialect;
        this.status = history.facts().stream()
                .filter(Fact.StatusSeen.class::isInstance)
                .map(fact -> ((Fact.StatusSeen) fact).status())
                .reduce((first, last) -> last);
    }

    /** What stood on the screens that these fields were read from. */
    Deciding[] of(List<Comparison.Judged> fields) {
        return fields.stream()
                .map(field -> FieldName.parse(field.difference().field()))
                .flatMap(field -> of(field).stream())
                .distinct()
                .toArray(Deciding[]::new);
    }

    private Optional<Deciding> of(FieldName field) {
        return field.sgm().isPresent() ? ofAnSgm(field.sgm().get(), field.what()) : ofTheGroup();
    }

    private Optional<Deciding> ofAnSgm(SgmId sgm, String what) {
        if (what.equals("state")) {
            return status.map(seen -> seen.sgms().get(sgm)).map(row -> Deciding.status(List.of(row)));
        }
        return COMMANDS.stream()
                .filter(command -> what.startsWith(command.getKey()) && dialect.has(command.getValue()))
                .map(command -> Deciding.of(sgm, typed(command.getValue())))
                .findFirst();
    }

    /** A field of the group stands on the status screen, above its rows. */
    private Optional<Deciding> ofTheGroup() {
        List<SgmStatus> rows =
                status.map(seen -> List.copyOf(seen.sgms().values())).orElse(List.of());
        return rows.isEmpty() ? Optional.empty() : Optional.of(Deciding.status(rows));
    }

    private String typed(Phrase phrase) {
        return phrase == Phrase.HOTFIXES || isTypedEverywhere(phrase)
                ? dialect.everywhere(phrase)
                : dialect.say(phrase);
    }

    private static boolean isTypedEverywhere(Phrase phrase) {
        return phrase == Phrase.VERSION
                || phrase == Phrase.BOOT_TIME
                || phrase == Phrase.INTERFACES
                || phrase == Phrase.CONNECTIONS;
    }
}
