package io.bywash.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One {@code installer} command from its first table to its last, seen from where it was typed. */
final class InstallerRun {
    private final ClishCall call;
    private final CpuseTask.Kind kind;
    private final HotfixPackage hotfix;
    private final EngineTable table;
    private final Map<SimulatedSgm, String> rows = new LinkedHashMap<>();
    private Map<SimulatedSgm, CpuseTask> tasks = Map.of();

    InstallerRun(ClishCall call, CpuseTask.Kind kind, HotfixPackage hotfix) {
        this.call = call;
        this.kind = kind;
        this.hotfix = hotfix;
        this.table = new EngineTable(call.out(), call.group().clock(), call.sgm());
    }

    /** Shows the rows of a verification that comes to nothing, because the local SGM does not have the package (D). */
    static void beginInVain(ClishCall call, List<SimulatedSgm> targets) {
        EngineTable table = new EngineTable(call.out(), call.group().clock(), call.sgm());
        Map<SimulatedSgm, String> rows = new LinkedHashMap<>();
        targets.forEach(sgm -> rows.put(sgm, ""));
        table.open();
        table.draw(rows);
        rows.replaceAll((sgm, row) -> "Initiating package verification...");
        table.draw(rows);
    }

    void open(List<SimulatedSgm> targets) {
        targets.forEach(sgm -> rows.put(sgm, ""));
        table.open();
        table.draw(rows);
    }

    /**
     * Shows the first words and finds out who can take part; if anybody cannot, says who, aborts and returns false
     * (REFERENCE 3.3, sentences D for verify).
     */
    boolean ready(List<String> words) {
        for (String word : words) {
            rows.replaceAll((sgm, row) -> word);
            table.draw(rows);
            pause(Duration.ofSeconds(1));
        }
        List<SimulatedSgm> unable = call.group()
                .read(() -> rows.keySet().stream().filter(sgm -> !able(sgm)).toList());
        if (unable.isEmpty()) {
            return true;
        }
        rows.replaceAll((sgm, row) ->
                unable.contains(sgm) ? "Package is not ready for " + kind : "Package is ready for " + noun());
        table.draw(rows);
        String ids = unable.stream().map(sgm -> sgm.id().toString()).collect(Collectors.joining(","));
        call.out()
                .print(("\n[%s] %s %s cannot be performed on members :%s, please use member_ids option with the"
                                + " correct members list \n")
                        .formatted(date(), kind, hotfix.fileName(), ids));
        abort(hotfix.fileName());
        return false;
    }

    /** Draws the table anew after a dialogue. */
    void again(String word) {
        rows.replaceAll((sgm, row) -> word);
        table.wipe();
        table.draw(rows);
        pause(Duration.ofSeconds(1));
    }

    /** Starts the task on every SGM; from here on it needs nobody who watches. */
    void start(Duration length, Function<SimulatedSgm, String> complaint) {
        Map<SimulatedSgm, CpuseTask> started = new LinkedHashMap<>();
        SimulatedGroup group = call.group();
        group.change(() -> {
            Instant now = group.clock().now();
            List<SimulatedSgm> begun = new ArrayList<>();
            for (SimulatedSgm sgm : rows.keySet()) {
                Duration own = length.plus(
                        length.multipliedBy(sgm.id().slot() * 5L % 7).dividedBy(100));
                String against = complaint.apply(sgm);
                CpuseTask task = group.seams().twisted(sgm, new CpuseTask(kind, hotfix, now, own, against));
                if (kind == CpuseTask.Kind.INSTALL && sgm.answers() && sgm.isInstalling()) {
                    task = SecondInstallation.breaks(sgm, group, task);
                    begun.add(sgm);
                } else if (sgm.answers() && sgm.task().isEmpty()) {
                    sgm.setTask(task);
                    if (task.begins() && against.isEmpty()) {
                        begun.add(sgm);
                    }
                }
                started.put(sgm, task);
                group.ledger().happened(now, "%s: %s of %s begins".formatted(sgm.id(), kind, hotfix.fileName()));
                group.seams().moments().happened(new Moment(Moment.Kind.TASK_BEGINS, sgm, kind.toString()));
            }
            if (!begun.isEmpty()) {
                call.session().tookEffect(begun);
            }
        });
        tasks = started;
    }

    /** Shows the tasks to their end. */
    void follow() {
        table.follow(tasks);
        call.group().settle();
    }

    /** Whether any SGM refused, or was lost on the way. */
    boolean failed() {
        return tasks.entrySet().stream()
                .anyMatch(each -> each.getValue().fails() || !each.getKey().stillKnows(each.getValue()));
    }

    void abort(String name) {
        call.out().print("\n[%s] Action was aborted (%s, '%s'). \n".formatted(date(), kind, name));
    }

    private boolean able(SimulatedSgm sgm) {
        if (!call.reach().contains(sgm)) {
            return false;
        }
        if (kind == CpuseTask.Kind.INSTALL && sgm.isInstalling()) {
            return true;
        }
        if (sgm.task().isPresent()) {
            return false;
        }
        var entry = sgm.packages().named(hotfix.fileName());
        return switch (kind) {
            case IMPORT -> true;
            case VERIFY, INSTALL ->
                entry.filter(stored -> !stored.installed()).isPresent()
                        && (kind == CpuseTask.Kind.VERIFY
                                || Suitability.complaint(hotfix, call.group(), sgm)
                                        .isEmpty());
            case UNINSTALL -> entry.filter(PackageStore.Entry::installed).isPresent();
        };
    }

    private String noun() {
        return switch (kind) {
            case VERIFY -> "verification";
            case INSTALL -> "installation";
            default -> kind.toString();
        };
    }

    private void pause(Duration time) {
        call.out().pauseUntil(call.group().clock().now().plus(time));
    }

    private String date() {
        return Dates.SHORT.of(call.group().clock().told());
    }
}
