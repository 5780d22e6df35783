package io.bywash.simulator;

import io.bywash.group.ChassisId;
import io.bywash.group.SgmId;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The Security Group as a state machine: its SGMs, the orders under way, and the rule that time moves it on.
 *
 * <p>Every access runs under this object's monitor and first applies what has fallen due, in order of device time; so a
 * reader never sees a deadline that has passed. Shells and screens ask it, it knows neither.
 */
final class SimulatedGroup {
    private final EmbeddedSettings settings;
    private final DeviceClock clock;
    private final Ledger ledger = new Ledger();
    private final ViewHistory views;
    private final SortedMap<SgmId, SimulatedSgm> sgms = new TreeMap<>();
    private final List<ChassisOrder> orders = new ArrayList<>();
    private final List<String> audit = new ArrayList<>();
    private final Links links = new Links();
    private final Agenda agenda = new Agenda();
    private final Seams seams = new Seams();
    private final Chronicle chronicle = new Chronicle(this);
    private final Reboots reboots = new Reboots(this);
    private final Set<SgmId> unfitAsSmo = new HashSet<>();
    private ChassisId favoured;
    private Instant policyInstalled;
    private Instant applying;
    private Consumer<SimulatedGroup> keeper = group -> {};

    /** A chassis on its way down or up. */
    record ChassisOrder(ChassisId chassis, boolean down, Instant due) {}

    SimulatedGroup(EmbeddedSettings settings, DeviceClock clock, Collection<SimulatedSgm> all, ChassisId active) {
        this.settings = settings;
        this.clock = clock;
        all.forEach(sgm -> sgms.put(sgm.id(), sgm));
        Instant now = clock.now();
        GroupView first = GroupView.of(sgms.values(), active, unfitAsSmo);
        this.views = new ViewHistory(now, first);
        chronicle.begins(now, first);
        clock.whenAdvanced(this::settle);
        seams.gate().password(settings.passwords().login());
        seams.shells().expertPassword(settings.passwords().expert()::equals);
    }

    EmbeddedSettings settings() {
        return settings;
    }

    DeviceClock clock() {
        return clock;
    }

    Ledger ledger() {
        return ledger;
    }

    Links links() {
        return links;
    }

    Seams seams() {
        return seams;
    }

    Reboots reboots() {
        return reboots;
    }

    Collection<SimulatedSgm> sgms() {
        return sgms.values();
    }

    Optional<SimulatedSgm> sgm(SgmId id) {
        return Optional.ofNullable(sgms.get(id));
    }

    List<SimulatedSgm> sgmsOf(ChassisId chassis) {
        return sgms.values().stream().filter(sgm -> sgm.chassis() == chassis).toList();
    }

    synchronized void keptBy(Consumer<SimulatedGroup> newKeeper) {
        keeper = newKeeper;
        keeper.accept(this);
    }

    /** Applies what has fallen due. */
    synchronized void settle() {
        Instant now = clock.now();
        boolean changed = links.cutUntil(now);
        for (Instant due = nextChange(); !due.isAfter(now); due = nextChange()) {
            applying = due;
            apply(due);
            look(due);
            applying = null;
            changed = true;
        }
        changed |= links.cutUntil(now);
        if (changed) {
            changed();
        }
    }

    /** Reads the settled state in one piece. */
    synchronized <T> T read(Supplier<T> question) {
        settle();
        return question.get();
    }

    /** Changes the settled state in one piece and looks at what follows from it. */
    synchronized void change(Runnable change) {
        settle();
        change.run();
        look(clock.now());
        changed();
    }

    /** The state as it is, which no screen shows at once. */
    synchronized GroupView view() {
        settle();
        return views.now();
    }

    /** The state as screens show it: a few seconds old (REFERENCE 7 no. 23, D). */
    synchronized GroupView shown() {
        settle();
        return seams.seen(views.at(clock.now().minus(DeviceTimes.SCREENS_LAG)));
    }

    /** The group is about to be opened; what it was like before this moment nobody has seen. */
    void begin() {
        seams.moments().happened(Moment.of(Moment.Kind.START, null));
        synchronized (this) {
            views.onlyNow();
        }
    }

    /** The moment that is being applied, which may be past when nobody looked for some time; otherwise now. */
    synchronized Instant moment() {
        return applying == null ? clock.now() : applying;
    }

    /** Does something when so much device time has passed. */
    synchronized void later(Duration time, Runnable action) {
        agenda.add(moment().plus(time), action);
        notifyAll();
    }

    /** When policy was installed since the group began. */
    synchronized Optional<Instant> policyInstalled() {
        return Optional.ofNullable(policyInstalled);
    }

    synchronized void policyInstalled(Instant now) {
        policyInstalled = now;
        sgms.values().forEach(SimulatedSgm::getsThePolicy);
    }

    /** At the next look this chassis is the Active one, if any of its SGMs is ready. */
    synchronized void failOver(ChassisId to) {
        favoured = to;
    }

    /** Whether an SGM leaves the management address to another one, where there is one. */
    synchronized void setFitAsSmo(SgmId sgm, boolean fit) {
        if (fit) {
            unfitAsSmo.remove(sgm);
        } else {
            unfitAsSmo.add(sgm);
        }
    }

    Optional<SimulatedSgm> smo() {
        return view().smo().flatMap(this::sgm);
    }

    /** The state at the last look, for a change that is being applied. */
    GroupView lastView() {
        return views.now();
    }

    /** The SMO at the last look, for a change that is being applied. */
    Optional<SimulatedSgm> lastSmo() {
        return views.now().smo().flatMap(this::sgm);
    }

    /** Starts to set a chassis down or up and says when it will be. */
    synchronized Instant order(ChassisId chassis, boolean down) {
        Instant due = clock.now().plus(down ? DeviceTimes.CHASSIS_DOWN : DeviceTimes.CHASSIS_UP);
        change(() -> {
            orders.removeIf(order -> order.chassis() == chassis);
            orders.add(new ChassisOrder(chassis, down, due));
            if (down) {
                seams.moments()
                        .happened(Moment.of(
                                Moment.Kind.CHASSIS_GOES_DOWN, sgmsOf(chassis).get(0)));
            }
        });
        return due;
    }

    /** A chassis does not go where it was ordered to. */
    synchronized void refuse(ChassisId chassis) {
        orders.removeIf(order -> order.chassis() == chassis);
    }

    boolean isSetDown(ChassisId chassis) {
        return read(() -> sgmsOf(chassis).stream().allMatch(SimulatedSgm::chassisDown));
    }

    void reboot(SimulatedSgm sgm) {
        change(() -> reboots.begin(sgm, clock.now()));
    }

    synchronized List<ChassisOrder> orders() {
        return List.copyOf(orders);
    }

    synchronized void resume(ChassisOrder order) {
        orders.add(order);
    }

    synchronized List<String> audit() {
        return List.copyOf(audit);
    }

    void audited(String entry) {
        change(() -> audit(entry));
    }

    /** The same, for a change that is being applied. */
    void audit(String entry) {
        audit.add(Dates.LONG.of(clock.now()) + "  " + entry);
        ledger.happened(clock.now(), "audit: " + entry);
    }

    /** When something will fall due: a change of state, or a connection to cut. */
    synchronized Instant nextDeadline() {
        Instant change = nextChange();
        return links.nextCut().filter(cut -> cut.isBefore(change)).orElse(change);
    }

    private Instant nextChange() {
        Instant next = agenda.next();
        for (SimulatedSgm sgm : sgms.values()) {
            next = sgm.nextDeadline().isBefore(next) ? sgm.nextDeadline() : next;
        }
        for (ChassisOrder order : orders) {
            next = order.due().isBefore(next) ? order.due() : next;
        }
        return next;
    }

    private void apply(Instant due) {
        agenda.carryOutUntil(due);
        for (ChassisOrder order : List.copyOf(orders)) {
            if (!order.due().isAfter(due)) {
                orders.remove(order);
                carryOut(order);
            }
        }
        sgms.values().stream()
                .filter(sgm -> !sgm.nextDeadline().isAfter(due))
                .forEach(sgm -> reboots.advance(sgm, due));
    }

    void carryOut(ChassisOrder order) {
        for (SimulatedSgm sgm : sgmsOf(order.chassis())) {
            sgm.setChassisDown(order.down());
            if (!order.down() && sgm.phase() == SgmPhase.RUNNING) {
                sgm.enter(
                        SgmPhase.JOINING,
                        order.due(),
                        Duration.ofSeconds(3L * sgm.id().slot()));
            }
        }
        ledger.happened(order.due(), order.chassis() + " was set " + (order.down() ? "down" : "up"));
    }

    private void look(Instant at) {
        sgms.values().forEach(sgm -> ledger.stored(at, sgm));
        GroupView before = views.now();
        GroupView after = GroupView.of(sgms.values(), favoured == null ? before.active() : favoured, unfitAsSmo);
        favoured = null;
        if (after.equals(before)) {
            return;
        }
        views.add(at, after);
        chronicle.changed(at, before, after);
        if (!after.smo().equals(before.smo())) {
            before.smo().ifPresent(old -> links.leave(old, at.plus(DeviceTimes.CONNECTIONS_FOLLOW_SMO)));
        }
    }

    private void changed() {
        try {
            keeper.accept(this);
        } catch (UncheckedIOException notKept) {
            ledger.happened(clock.now(), notKept.getMessage());
        }
        notifyAll();
    }
}
