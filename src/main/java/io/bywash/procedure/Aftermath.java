package io.bywash.procedure;

import io.bywash.cluster.Boot;
import io.bywash.cluster.Patience;
import io.bywash.cluster.SgmTour;
import io.bywash.cluster.StateNotReached;
import io.bywash.cpuse.PackageStanding;
import io.bywash.evidence.Finding;
import io.bywash.evidence.Journal;
import io.bywash.evidence.Misbehaviour;
import io.bywash.evidence.NotProven;
import io.bywash.evidence.Remedy;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.Phrase;
import io.bywash.gaia.SgmSilent;
import io.bywash.group.Assessment;
import io.bywash.group.ChassisId;
import io.bywash.group.GroupCondition;
import io.bywash.group.GroupStatus;
import io.bywash.group.SgmId;
import io.bywash.group.SgmState;
import io.bywash.group.SgmStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What became of something that an earlier run sent and did not see the end of. What is under way is waited for; it only
 * reads.
 */
final class Aftermath {
    private final Assignment assignment;
    private final Means means;

    Aftermath(Assignment assignment, Means means) {
        this.assignment = assignment;
        this.means = means;
    }

    /** How far one SGM has come with an installation that was ordered. */
    private enum Came {
        /** It has rebooted, and every proof there is shows the hotfix. */
        THROUGH("has the hotfix and has rebooted"),
        UNDER_WAY("is at it"),
        /** Nothing of an installation is to be seen, and it has not rebooted. */
        NOWHERE("shows nothing of an installation"),
        /** It has not rebooted, and the release has nothing that tells whether it is at it. */
        UNTOLD("has not rebooted, and does not say whether it is at it"),
        /** It has rebooted, and the hotfix is not there. */
        BACK_WITHOUT("has rebooted and does not have the hotfix");

        private final String words;

        Came(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * Waits until nothing of an installation is under way any more.
     *
     * @return whether every SGM of the chassis has come through; if not, none has begun
     * @throws Misbehaviour when the SGMs differ, or came back without the hotfix
     * @throws NotProven when it cannot be told, because it is not known when an SGM had booted before, or because without CPUSE
     *     nothing tells of an installation before its reboot
     * @throws StateNotReached when it takes longer than the patience for the reboot, or the other chassis stops carrying
     */
    boolean cameThrough(ChassisId chassis, Journal.Installation installation) {
        means.history()
                .note(
                        "Run %s ordered an installation on %s and did not see the end of it. What became of it is read first."
                                .formatted(installation.order().run(), chassis));
        refuseWithoutBoots(chassis, installation);
        SortedMap<SgmId, Came> found = new TreeMap<>();
        Stillness stillness = new Stillness(means.history());
        try {
            means.watch()
                    .until(
                            new GroupCondition(
                                    "nothing of the installation on %s is under way any more, while %s carries"
                                            .formatted(chassis, chassis.other()),
                                    status -> assess(status, chassis, installation, found, stillness)),
                            assignment.waits().reboot());
        } catch (StateNotReached e) {
            if (found.containsValue(Came.UNTOLD) && !e.isHopeless()) {
                throw untold(chassis, installation, found);
            }
            throw e;
        }
        if (found.values().stream().allMatch(Came.THROUGH::equals)) {
            return true;
        }
        if (found.values().stream().allMatch(Came.NOWHERE::equals)) {
            means.history()
                    .note("No SGM of %s began it: the order of run %s had no effect."
                            .formatted(chassis, installation.order().run()));
            return false;
        }
        throw new Misbehaviour(
                "The installation that run %s ordered on %s did not end alike on every SGM: %s."
                        .formatted(installation.order().run(), chassis, told(found)),
                Finding.about(Remedy.AFRESH, installation.order().run(), """
                        Find out why on the SGMs that are not through (/opt/CPInstLog). Either finish it there by hand and give the \
                        command without -Dbywash.afresh; or take it back on every SGM of %s by hand, then the command as it is.""".formatted(chassis)));
    }

    /** Where nothing tells of an installation before its reboot, an order could be sent twice. */
    private NotProven untold(ChassisId chassis, Journal.Installation installation, SortedMap<SgmId, Came> found) {
        return new NotProven(
                "",
                """
                Run %s ordered an installation on %s, and whether it began cannot be told: %s. %s has no CPUSE that says so, and \
                the wait for the reboots is over. Nothing was sent.""".formatted(installation.order().run(), chassis, told(found), assignment.release()),
                Finding.about(
                        Remedy.AFRESH,
                        installation.order().run(),
                        "Look on each SGM of %s (/opt/CPInstLog), and set the chassis right by hand."
                                .formatted(chassis)));
    }

    /** An SGM whose boot before the order is not known may have rebooted or not; then an order could be sent twice. */
    private void refuseWithoutBoots(ChassisId chassis, Journal.Installation installation) {
        if (!installation.boots().keySet().containsAll(assignment.group().sgmsOf(chassis))) {
            throw new NotProven(
                    "",
                    """
                    Run %s ordered an installation on %s, and its history does not say when each SGM had booted before; it \
                    says so of %s. So it cannot be told what became of the order, and nothing was sent.""".formatted(
                                    installation.order().run(),
                                    chassis,
                                    installation.boots().keySet()),
                    Finding.about(
                            Remedy.AFRESH,
                            installation.order().run(),
                            "Look at '%s' and at the uptime of each SGM of %s, and set the chassis right by hand."
                                    .formatted(
                                            assignment.release().hasCpuse()
                                                    ? "show installer packages"
                                                    : means.dialect().say(Phrase.HOTFIXES),
                                            chassis)));
        }
    }

    private Assessment assess(
            GroupStatus status,
            ChassisId chassis,
            Journal.Installation installation,
            SortedMap<SgmId, Came> found,
            Stillness stillness) {
        String outage = Conditions.notCarrying(status, assignment.group(), chassis.other());
        if (!outage.isEmpty()) {
            return Conditions.outage(status, assignment.group(), chassis.other(), outage);
        }
        List<SgmStatus> away = status.of(chassis).stream()
                .filter(sgm -> sgm.state() != SgmState.UP && sgm.state() != SgmState.DOWN)
                .toList();
        if (!away.isEmpty()) {
            stillness.of(away);
            return new Assessment.NotYet(away.toString(), away);
        }
        try {
            found.clear();
            found.putAll(means.monitor()
                    .on(smo -> SgmTour.of(
                            smo, assignment.group().sgmsOf(chassis), onSgm -> came(onSgm, installation.boots()))));
        } catch (SgmSilent e) {
            stillness.of(e.sgm());
            return new Assessment.NotYet(e.getMessage());
        }
        Duration still = stillness.of(Map.copyOf(found));
        if (found.containsValue(Came.UNDER_WAY) || found.containsValue(Came.UNTOLD)) {
            return new Assessment.NotYet(told(found));
        }
        Duration settle = assignment.waits().settle().limit();
        if (found.containsValue(Came.NOWHERE) && still.compareTo(settle) < 0) {
            return new Assessment.NotYet(
                    "%s; that counts once it has been so for %d s".formatted(told(found), settle.toSeconds()));
        }
        return new Assessment.Met();
    }

    private Came came(GaiaSession onSgm, Map<SgmId, Instant> boots) {
        boolean rebooted = Optional.ofNullable(boots.get(onSgm.here().member().orElseThrow()))
                .map(before -> Boot.read(onSgm, means.dialect()).isAfter(before))
                .orElse(false);
        PackageOnSgm found = PackageOnSgm.read(onSgm, assignment, means);
        Optional<PackageStanding> standing = found.standing();
        if (standing.equals(Optional.of(PackageStanding.UNDER_WAY))) {
            return Came.UNDER_WAY;
        }
        boolean there = found.proof().shows(assignment.take());
        if (rebooted) {
            return there ? Came.THROUGH : Came.BACK_WITHOUT;
        }
        if (there || standing.equals(Optional.of(PackageStanding.INSTALLED))) {
            return Came.UNDER_WAY;
        }
        return standing.isPresent() ? Came.NOWHERE : Came.UNTOLD;
    }

    private static String told(SortedMap<SgmId, Came> found) {
        return found.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    /**
     * Waits for the effect of an order.
     *
     * @param cutOff the order, when its line died before the device had answered it
     * @param shown whether a look shows that the order has begun to have its effect, whatever else is not as it should be
     * @throws NotProven when the order was cut off and no effect shows in time: that may be its fault or ours
     * @throws StateNotReached when it was answered or shows an effect, and the state was not reached
     */
    GroupStatus effect(
            Optional<String> cutOff, GroupCondition effect, Predicate<GroupStatus> shown, Patience patience) {
        try {
            return means.watch().until(effect, patience);
        } catch (StateNotReached e) {
            if (cutOff.isEmpty() || e.isHopeless() || e.last().filter(shown).isPresent()) {
                throw e;
            }
            throw new NotProven(
                    e.expected(),
                    """
                    The line died before '%s' was answered, and its effect does not show. Whether the device carried it out is \
                    not known. %s""".formatted(cutOff.get(), e.seen()),
                    Finding.of(
                                    Remedy.SAME_COMMAND,
                                    "The same command waits for the effect once more, and sends the order only if there is none.")
                            .with(e.finding().deciding())
                            .with(Finding.OfTheAct.NOT_SEEN));
        }
    }

    /**
     * Waits for the effect of a line, if an earlier run sent it.
     *
     * @return whether the condition holds, so that it must not be sent again
     */
    boolean tookEffect(Optional<Journal.Sent> earlier, GroupCondition effect, Patience patience) {
        if (earlier.isEmpty()) {
            return false;
        }
        means.history()
                .note("Run %s sent '%s' before; whether it takes effect is waited for."
                        .formatted(earlier.get().run(), earlier.get().line()));
        try {
            means.watch().until(effect, patience);
            return true;
        } catch (StateNotReached e) {
            return false;
        }
    }
}
