package io.bywash.simulator;

import io.bywash.group.ChassisId;
import io.bywash.group.SgmId;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * The state of a group in a file: one property per fact, deadlines in device time.
 *
 * <p>Device time stands still while no process runs: the file also holds the moment at which it was written, and the
 * next clock starts there. Sessions, locks and the ledger are not kept.
 */
final class KeptState {
    private static final String FORM = "bywash-group-1";
    private final Properties facts;

    private KeptState(Properties facts) {
        this.facts = facts;
    }

    static Optional<KeptState> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties facts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            facts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("The kept state of the embedded group cannot be read from " + file, e);
        }
        if (!FORM.equals(facts.getProperty("form"))) {
            throw new IllegalStateException(
                    file + " does not hold the state of an embedded group; remove it to start anew.");
        }
        return Optional.of(new KeptState(facts));
    }

    static KeptState of(SimulatedGroup group) {
        KeptState state = new KeptState(new Properties());
        state.put("form", FORM);
        state.put("now", group.clock().now());
        state.put("active", group.view().active().number());
        List<SimulatedGroup.ChassisOrder> orders = group.orders();
        for (int i = 0; i < orders.size(); i++) {
            SimulatedGroup.ChassisOrder order = orders.get(i);
            state.put("order." + i, order.chassis().number() + " " + order.down() + " " + order.due());
        }
        group.sgms().forEach(state::put);
        return state;
    }

    void write(Path file) {
        StringWriter text = new StringWriter();
        facts.keySet().stream()
                .map(Object::toString)
                .sorted()
                .forEach(key -> text.append(key)
                        .append('=')
                        .append(facts.getProperty(key))
                        .append('\n'));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(fresh, text.toString());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The state of the embedded group cannot be kept in " + file, e);
        }
    }

    Instant now() {
        return Instant.parse(facts.getProperty("now"));
    }

    ChassisId active() {
        return ChassisId.of(Integer.parseInt(facts.getProperty("active")));
    }

    List<SimulatedGroup.ChassisOrder> orders() {
        List<SimulatedGroup.ChassisOrder> orders = new ArrayList<>();
        for (int i = 0; facts.containsKey("order." + i); i++) {
            String[] parts = facts.getProperty("order." + i).split(" ");
            orders.add(new SimulatedGroup.ChassisOrder(
                    ChassisId.of(Integer.parseInt(parts[0])), Boolean.parseBoolean(parts[1]), Instant.parse(parts[2])));
        }
        return orders;
    }

    void restore(SimulatedSgm sgm) {
        SgmId id = sgm.id();
        if (!facts.containsKey(id + ".phase")) {
            throw new IllegalStateException("The kept state knows no SGM " + id + "; remove the file to start anew.");
        }
        sgm.restore(
                SgmPhase.valueOf(get(id, "phase")), Instant.parse(get(id, "until")), Instant.parse(get(id, "boot")));
        sgm.setAdminDown(Boolean.parseBoolean(get(id, "adminDown")));
        sgm.leaveDown(Boolean.parseBoolean(get(id, "leftDown")));
        sgm.setChassisDown(Boolean.parseBoolean(get(id, "chassisDown")));
        sgm.setCloning(Boolean.parseBoolean(get(id, "cloning")));
        for (int i = 0; facts.containsKey(id + ".package." + i); i++) {
            String[] parts = get(id, "package." + i).split("\\|", -1);
            sgm.packages().put(hotfix(parts), PackageStatus.valueOf(parts[4]));
        }
        if (facts.containsKey(id + ".task")) {
            String[] parts = get(id, "task").split("\\|", -1);
            sgm.setTask(new CpuseTask(
                    CpuseTask.Kind.valueOf(parts[4]),
                    hotfix(parts),
                    Instant.parse(parts[5]),
                    Duration.parse(parts[6]),
                    parts[7]));
        }
    }

    private void put(SimulatedSgm sgm) {
        String id = sgm.id() + ".";
        put(id + "phase", sgm.phase().name());
        put(id + "until", sgm.phaseEnds());
        put(id + "boot", sgm.booted());
        put(id + "adminDown", sgm.adminDown());
        put(id + "leftDown", sgm.leftDown());
        put(id + "chassisDown", sgm.chassisDown());
        put(id + "cloning", sgm.cloning());
        List<PackageStore.Entry> entries = sgm.packages().stored();
        for (int i = 0; i < entries.size(); i++) {
            PackageStore.Entry entry = entries.get(i);
            put(id + "package." + i, text(entry.stored()) + "|" + entry.status().name());
        }
        sgm.task()
                .ifPresent(task -> put(
                        id + "task",
                        "%s|%s|%s|%s|%s"
                                .formatted(
                                        text(task.hotfix()),
                                        task.kind().name(),
                                        task.started(),
                                        task.length(),
                                        task.failure())));
    }

    private static String text(HotfixPackage hotfix) {
        return "%s|%s|%d|%s".formatted(hotfix.fileName(), hotfix.version(), hotfix.take(), hotfix.digest());
    }

    private static HotfixPackage hotfix(String[] parts) {
        return new HotfixPackage(parts[0], parts[1], Integer.parseInt(parts[2]), parts[3]);
    }

    private String get(SgmId id, String fact) {
        return facts.getProperty(id + "." + fact);
    }

    private void put(String fact, Object value) {
        facts.setProperty(fact, value.toString());
    }
}
