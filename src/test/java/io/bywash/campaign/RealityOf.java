package io.bywash.campaign;

import io.bywash.group.ChassisId;
import io.bywash.group.ChassisRole;
import io.bywash.group.SgmId;
import io.bywash.group.SgmState;
import io.bywash.simulator.Act;
import io.bywash.simulator.Ledger;
import io.bywash.simulator.Span;
import io.bywash.verdict.ActReceived;
import io.bywash.verdict.Cause;
import io.bywash.verdict.Course;
import io.bywash.verdict.Interval;
import io.bywash.verdict.Reality;
import io.bywash.verdict.RunTold;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the record that an embedded group keeps into the words of the checkers. */
final class RealityOf {
    private static final String OUR_CLIENT = "SSH-2.0-SSHJ";
    private static final String SFTP = "sftp";

    /** Of the faults of the link, those that leave the group as it is, and say nothing in its name. */
    private static final Set<String> ON_THE_WAY = Set.of(
            "link cut",
            "link black-holed",
            "slow line",
            "one byte at a time",
            "escape sequences split",
            "sessions end early",
            "screen stalls",
            "endless answer",
            "login refused for a while",
            "host key changed",
            "each chassis has its host key",
            "SMO moves and comes back unnoticed",
            "sftp off",
            "sftp off and Clish in the way of scp");

    private final Reality.Plan plan;
    private final Ledger ledger;
    private final Set<Integer> ours;

    /**
     * A record as a group keeps it.
     *
     * @param everybodyIsUs whether what somebody typed with a program of his own is taken for ours; otherwise it is left out
     */
    RealityOf(Reality.Plan plan, Ledger ledger, boolean everybodyIsUs) {
        this.plan = plan;
        this.ledger = ledger;
        this.ours = ledger.logins().stream()
                .filter(login -> everybodyIsUs || login.client().startsWith(OUR_CLIENT))
                .map(Ledger.Login::number)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What happened so far.
     *
     * @param packageName the name under which the group stores the package of the plan
     * @param digest of the package, SHA-256
     */
    Reality told(String packageName, String digest, List<RunTold> runs) {
        return new Reality(
                plan,
                ledger.commands().stream()
                        .filter(line -> ours.contains(line.login()))
                        .map(line -> new Reality.LineReceived(line.at(), line.on(), line.shell(), line.line()))
                        .toList(),
                ledger.acts().stream()
                        .filter(act -> ours.contains(act.login()))
                        .map(RealityOf::act)
                        .toList(),
                course(ledger.whoCarried(), Function.identity()),
                course(ledger.chassis(), RealityOf::roles),
                each(sgm -> course(ledger.states(sgm), RealityOf::state)),
                each(sgm -> course(ledger.takes(sgm), Function.identity())),
                each(sgm -> course(ledger.cloning(sgm), Function.identity())),
                each(sgm -> course(ledger.packages(sgm), stored -> digest.equals(stored.get(packageName)))),
                each(sgm -> course(ledger.answering(sgm), Function.identity())),
                each(sgm -> course(ledger.installing(sgm), Function.identity())),
                each(sgm -> course(ledger.synchronised(sgm), Function.identity())),
                each(sgm -> course(ledger.policies(sgm), Function.identity())),
                ledger.lies().stream()
                        .map(lie -> new Interval<>(lie.from(), lie.until(), "screens lie", Set.of()))
                        .toList(),
                ledger.strikes().stream()
                        .map(strike ->
                                new Reality.Struck(strike.at(), strike.fault(), ON_THE_WAY.contains(strike.fault())))
                        .toList(),
                runs);
    }

    private <T> SortedMap<SgmId, T> each(Function<SgmId, T> of) {
        SortedMap<SgmId, T> all = new TreeMap<>();
        plan.group().sgms().forEach(sgm -> all.put(sgm, of.apply(sgm)));
        return all;
    }

    private static <F, T> Course<T> course(List<Span<F>> spans, Function<F, T> as) {
        return new Course<>(spans.stream()
                .map(span -> new Interval<>(
                        span.from(),
                        span.until() == null ? Instant.MAX : span.until(),
                        as.apply(span.what()),
                        span.because().stream()
                                .map(cause ->
                                        new Cause(cause.origin() == io.bywash.simulator.Cause.Origin.ACT, cause.what()))
                                .collect(Collectors.toSet())))
                .toList());
    }

    private static Map<ChassisId, ChassisRole> roles(Map<ChassisId, String> words) {
        Map<ChassisId, ChassisRole> roles = new EnumMap<>(ChassisId.class);
        words.forEach((chassis, word) -> roles.put(
                chassis,
                Stream.of(ChassisRole.values())
                        .filter(role -> role.name().equals(word))
                        .findFirst()
                        .orElse(ChassisRole.DOWN)));
        return roles;
    }

    private static SgmState state(String word) {
        return switch (word) {
            case "ACTIVE" -> SgmState.UP;
            case "ACTIVE(!)" -> SgmState.UP_WITH_PROBLEM;
            case "DOWN", "DOWN (admin)" -> SgmState.DOWN;
            case "INIT" -> SgmState.STARTING;
            case "READY" -> SgmState.READY;
            case "DETACHED" -> SgmState.ABSENT;
            default -> throw new IllegalArgumentException("The ledger knows a state '%s'.".formatted(word));
        };
    }

    private static ActReceived act(Act act) {
        return new ActReceived(act.at(), act.on(), act.line(), kind(act), act.tookEffect(), act.touched());
    }

    private static ActReceived.Kind kind(Act act) {
        return switch (act.kind()) {
            case CHASSIS_DOWN -> ActReceived.Kind.CHASSIS_DOWN;
            case CHASSIS_UP -> ActReceived.Kind.CHASSIS_UP;
            case IMPORT -> ActReceived.Kind.IMPORT;
            case INSTALL -> ActReceived.Kind.INSTALL;
            case CLONING_OFF -> ActReceived.Kind.CLONING_OFF;
            case LOCK_OVERRIDE -> ActReceived.Kind.LOCK_OVERRIDE;
            case FILE_MADE -> fileMade(act);
            case FILE_REMOVED -> fileRemoved(act);
            case MEMBERS_DOWN, MEMBERS_UP, UNINSTALL, DELETE, CLONING_ON, REBOOT, UNKNOWN_QUESTION_CONFIRMED ->
                ActReceived.Kind.ANOTHER;
        };
    }

    private static ActReceived.Kind fileMade(Act act) {
        if (act.shell().equals(SFTP)) {
            return ActReceived.Kind.UPLOAD;
        }
        if (act.line().startsWith("mv ") || act.line().startsWith("scp ")) {
            return ActReceived.Kind.UPLOAD;
        }
        return act.line().startsWith("ln ") ? ActReceived.Kind.LEASE_TAKEN : ActReceived.Kind.ANOTHER;
    }

    private static ActReceived.Kind fileRemoved(Act act) {
        if (act.shell().equals(SFTP)) {
            return ActReceived.Kind.UPLOAD;
        }
        return act.line().startsWith("unlink ") ? ActReceived.Kind.LEASE_GIVEN_BACK : ActReceived.Kind.ANOTHER;
    }
}
