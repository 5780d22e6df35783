package io.bywash.simulator;

import io.bywash.group.ChassisId;
import io.bywash.group.SgmId;
import io.bywash.group.Take;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * What really happened in the group, in device time: kept apart from every screen, so that a run can be judged without
 * believing what it read. It begins when the group is started; nothing in it is ever taken back.
 */
public final class Ledger {
    private final List<CommandReceived> commands = new ArrayList<>();
    private final List<Act> acts = new ArrayList<>();
    private final List<Happening> happenings = new ArrayList<>();
    private final List<Login> logins = new ArrayList<>();
    private final List<Strike> strikes = new ArrayList<>();
    private final Spans<SortedSet<SgmId>> carried = new Spans<>();
    private final Spans<Map<ChassisId, String>> chassis = new Spans<>();
    private final SortedMap<SgmId, Spans<String>> states = new TreeMap<>();
    private final SortedMap<SgmId, Spans<Optional<Take>>> takes = new TreeMap<>();
    private final SortedMap<SgmId, Spans<Boolean>> cloning = new TreeMap<>();
    private final SortedMap<SgmId, Spans<Boolean>> answering = new TreeMap<>();
    private final SortedMap<SgmId, Spans<Boolean>> installing = new TreeMap<>();
    private final SortedMap<SgmId, Spans<Map<String, String>>> packages = new TreeMap<>();
    private final SortedMap<SgmId, Spans<Boolean>> synchronised = new TreeMap<>();
    private final SortedMap<SgmId, Spans<Optional<String>>> policies = new TreeMap<>();
    private final List<Lie> lies = new ArrayList<>();

    /**
     * A line that was typed in a shell, or given to one to run.
     *
     * @param login the {@link Login#number()} of the connection it came over
     */
    public record CommandReceived(Instant at, SgmId on, String shell, String line, int login) {}

    /** Something that changed in the group, in a sentence. */
    public record Happening(Instant at, String what) {}

    /**
     * An attempt to log in with a password.
     *
     * @param on the SGM where the connection landed
     * @param number of the connection, from 1 up; attempts over one connection share it
     * @param client what the client called itself, such as {@code SSH-2.0-SSHJ_0.40.0}: a run of ours is told by it from
     *     a person with a program of his own
     */
    public record Login(Instant at, String user, SgmId on, boolean admitted, int number, String client) {}

    /** A fault that struck, and what it did. */
    public record Strike(Instant at, String fault, String what) {}

    /** A time during which screens did not show what the group was like. */
    public record Lie(Instant from, Instant until) {}

    Ledger() {}

    public synchronized List<CommandReceived> commands() {
        return List.copyOf(commands);
    }

    /** Every line that asked for a change, in the order received. */
    public synchronized List<Act> acts() {
        return List.copyOf(acts);
    }

    public synchronized List<Happening> happenings() {
        return List.copyOf(happenings);
    }

    public synchronized List<Login> logins() {
        return List.copyOf(logins);
    }

    public synchronized List<Strike> strikes() {
        return List.copyOf(strikes);
    }

    /** Who carried, interval by interval, without gaps from the start on; nobody in an outage. */
    public synchronized List<Span<SortedSet<SgmId>>> whoCarried() {
        return carried.all();
    }

    /** The intervals in which nobody carried, and what made the last one that carried stop. */
    public List<Span<SortedSet<SgmId>>> outages() {
        return whoCarried().stream().filter(span -> span.what().isEmpty()).toList();
    }

    /** The role of each chassis, in the words of {@code asg stat}. */
    public synchronized List<Span<Map<ChassisId, String>>> chassis() {
        return chassis.all();
    }

    /** The intervals in which neither chassis was Active or Standby; a lone {@code ACTIVE(!)} counts as down. */
    public List<Span<Map<ChassisId, String>>> bothChassisDown() {
        return chassis().stream()
                .filter(span -> span.what().values().stream().noneMatch(Set.of("ACTIVE", "STANDBY")::contains))
                .toList();
    }

    /** The state of one SGM over time, as it really was; empty for an SGM that is not in the group. */
    public synchronized List<Span<String>> states(SgmId sgm) {
        return all(states, sgm);
    }

    /** The take of the Jumbo that is installed on one SGM, over time. */
    public synchronized List<Span<Optional<Take>>> takes(SgmId sgm) {
        return all(takes, sgm);
    }

    /** Whether image cloning was on, on one SGM, over time. */
    public synchronized List<Span<Boolean>> cloning(SgmId sgm) {
        return all(cloning, sgm);
    }

    /** Whether one SGM let anybody in, over time; it does not while it reboots. */
    public synchronized List<Span<Boolean>> answering(SgmId sgm) {
        return all(answering, sgm);
    }

    /** Whether CPUSE installed or uninstalled something on one SGM, over time, up to its reboot. */
    public synchronized List<Span<Boolean>> installing(SgmId sgm) {
        return all(installing, sgm);
    }

    /** The packages that one SGM stores, installed or not, over time: the name, and the SHA-256 of its file. */
    public synchronized List<Span<Map<String, String>>> packages(SgmId sgm) {
        return all(packages, sgm);
    }

    /** Whether one SGM was synchronised, over time, whatever it said. */
    public synchronized List<Span<Boolean>> synchronised(SgmId sgm) {
        return all(synchronised, sgm);
    }

    /** Which policy one SGM had, over time, in words that are equal for SGMs with the same one; empty for none. */
    public synchronized List<Span<Optional<String>>> policies(SgmId sgm) {
        return all(policies, sgm);
    }

    /** When screens did not show what the group was like. */
    public synchronized List<Lie> lies() {
        return List.copyOf(lies);
    }

    public synchronized Instant started() {
        return carried.all().get(0).from();
    }

    synchronized void command(CommandReceived command) {
        commands.add(command);
    }

    /** Notes an act that has had no effect yet; the number is for {@link #tookEffect}. */
    synchronized int act(Act act) {
        acts.add(act);
        return acts.size() - 1;
    }

    synchronized void tookEffect(int number, Instant at, SortedSet<SgmId> touched) {
        Act act = acts.get(number);
        Instant first = act.tookEffect().orElse(at);
        acts.set(
                number,
                new Act(
                        act.at(),
                        act.on(),
                        act.shell(),
                        act.line(),
                        act.kind(),
                        Optional.of(first),
                        touched,
                        act.login()));
    }

    synchronized void happened(Instant at, String what) {
        happenings.add(new Happening(at, what));
    }

    synchronized void login(Login login) {
        logins.add(login);
    }

    synchronized void struck(Strike strike) {
        strikes.add(strike);
    }

    synchronized void screensLie(Instant from, Instant until) {
        lies.add(new Lie(from, until));
    }

    synchronized void look(Instant at, GroupView view, Set<Cause> because) {
        carried.become(at, view.carrying(), because);
        chassis.become(at, view.chassis(), because);
        view.sgms().forEach((sgm, state) -> of(states, sgm).become(at, state.toString(), because));
    }

    synchronized void stored(Instant at, SimulatedSgm sgm) {
        Optional<Take> take = sgm.packages().runningJumbo().map(jumbo -> new Take(jumbo.take()));
        Set<Cause> because = sgm.cause().map(Set::of).orElse(Set.of());
        of(takes, sgm.id()).become(at, take, because);
        of(cloning, sgm.id()).become(at, sgm.cloning(), because);
        of(answering, sgm.id()).become(at, sgm.answers(), because);
        of(synchronised, sgm.id()).become(at, sgm.syncOff().isEmpty(), because);
        of(policies, sgm.id()).become(at, sgm.policyTold(), because);
        of(installing, sgm.id()).become(at, sgm.beingInstalled(), because);
        Map<String, String> stored = new TreeMap<>();
        sgm.packages()
                .stored()
                .forEach(entry ->
                        stored.put(entry.stored().fileName(), entry.stored().digest()));
        of(packages, sgm.id()).become(at, stored, because);
    }

    private static <T> Spans<T> of(SortedMap<SgmId, Spans<T>> all, SgmId sgm) {
        return all.computeIfAbsent(sgm, first -> new Spans<>());
    }

    private static <T> List<Span<T>> all(SortedMap<SgmId, Spans<T>> all, SgmId sgm) {
        Spans<T> spans = all.get(sgm);
        return spans == null ? List.of() : spans.all();
    }
}
