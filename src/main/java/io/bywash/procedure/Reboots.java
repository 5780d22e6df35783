package io.bywash.procedure;

import io.bywash.group.Assessment;
import io.bywash.group.ChassisId;
import io.bywash.group.GroupCondition;
import io.bywash.group.GroupStatus;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import io.bywash.group.SgmState;
import io.bywash.group.SgmStatus;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Follows the SGMs of a chassis through the reboot of an installation.
 *
 * <p>An SGM counts as rebooted when it was seen absent, or when its boot time changed; being in the wanted state alone
 * proves nothing, because it was in that state before.
 */
final class Reboots {
    private static final int LOOKS_BETWEEN_QUESTIONS = 8;

    private final SecurityGroup group;
    private final ChassisId chassis;
    private final String wantedWord;
    private final SgmState wanted;
    private final Function<SgmId, Boolean> bootedAnew;
    private final SortedSet<SgmId> rebooted = new TreeSet<>();
    private int looks;

    /**
     * @param bootedAnew asks an SGM that is there whether its boot time has changed
     */
    Reboots(
            SecurityGroup group,
            ChassisId chassis,
            String wantedWord,
            Set<String> upWords,
            Function<SgmId, Boolean> bootedAnew) {
        this.group = group;
        this.chassis = chassis;
        this.wantedWord = wantedWord;
        this.wanted = upWords.contains(wantedWord) ? SgmState.UP : SgmState.DOWN;
        this.bootedAnew = bootedAnew;
    }

    GroupCondition condition() {
        return new GroupCondition(
                "every SGM of %s rebooted and back in state %s, while %s carries"
                        .formatted(chassis, wantedWord, chassis.other()),
                this::assess);
    }

    /** Whether at least one SGM is known to have rebooted, so that what was ordered was not without effect. */
    boolean anySeen() {
        return !rebooted.isEmpty();
    }

    private Assessment assess(GroupStatus status) {
        looks++;
        String outage = Conditions.notCarrying(status, group, chassis.other());
        if (!outage.isEmpty()) {
            return Conditions.outage(status, group, chassis.other(), outage);
        }
        SortedSet<SgmId> inventory = group.sgmsOf(chassis);
        status.of(chassis).stream()
                .filter(sgm -> sgm.state() == SgmState.ABSENT)
                .map(SgmStatus::id)
                .forEach(rebooted::add);
        if (looks == LOOKS_BETWEEN_QUESTIONS) {
            looks = 0;
            askTheUnseen(status);
        }
        List<SgmId> away = inventory.stream()
                .filter(sgm -> !rebooted.contains(sgm) || !isBack(status, sgm))
                .toList();
        List<String> notBack = away.stream()
                .map(sgm -> status.told(sgm) + (rebooted.contains(sgm) ? "" : " (has not rebooted)"))
                .toList();
        if (notBack.isEmpty()) {
            return new Assessment.Met();
        }
        boolean allUp = status.strays(inventory, SgmState.UP).isEmpty();
        if (wanted == SgmState.DOWN && allUp && rebooted.containsAll(inventory)) {
            return new Assessment.Hopeless("""
                    every SGM came back UP, and the dialect waits for %s. The chassis-level state did not survive the reboot; \
                    on this release write 'returnState: UP' under 'dialect' in the target file""".formatted(wantedWord));
        }
        return new Assessment.NotYet(
                String.join(", ", notBack),
                away.stream()
                        .filter(status.sgms()::containsKey)
                        .map(status.sgms()::get)
                        .toList());
    }

    /** Asks every SGM that is there, in the wanted state or not: one that came back in another has rebooted too. */
    private void askTheUnseen(GroupStatus status) {
        status.of(chassis).stream()
                .filter(sgm -> sgm.state() == SgmState.UP || sgm.state() == SgmState.DOWN)
                .map(SgmStatus::id)
                .filter(sgm -> !rebooted.contains(sgm))
                .filter(bootedAnew::apply)
                .forEach(rebooted::add);
    }

    private boolean isBack(GroupStatus status, SgmId sgm) {
        return status.sgms().containsKey(sgm) && status.sgms().get(sgm).state() == wanted;
    }
}
