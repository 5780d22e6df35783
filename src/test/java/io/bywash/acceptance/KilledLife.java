package io.bywash.acceptance;

import io.bywash.evidence.Broken;
import io.bywash.evidence.KeptRun;
import io.bywash.evidence.Outcome;
import io.bywash.group.Take;
import io.bywash.simulator.Act;
import io.bywash.simulator.EmbeddedGroup;
import io.bywash.simulator.EmbeddedSettings;
import io.bywash.simulator.Ledger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What became of a procedure whose run was killed, and whose command line was then given again; judged by the group's own
 * ledger.
 *
 * @param points where it was to be killed, and where the run that went on was, if it was
 * @param where at which step, and after which fact, it was killed first; empty where it came to its end before
 * @param repeated acts that were sent again although they had taken effect
 * @param outages what the ledger says of traffic that stopped
 * @param stopped what the run said that did not pass; empty if all passed
 * @param missing SGMs that do not have the take in the end
 * @param otherwise what comes out otherwise when the runs are gone through again
 */
record KilledLife(
        List<KillPoint> points,
        Optional<String> where,
        List<String> repeated,
        List<String> outages,
        Optional<String> stopped,
        List<String> missing,
        List<String> otherwise) {
    static final List<String> STAGES = List.of("@preliminary", "@imageCloning", "@chassisA", "@failover", "@chassisB");

    /** What a procedure without faults may ask for; a lease is made and removed as often as there are runs. */
    private static final Set<Act.Kind> PLANNED = EnumSet.of(
            Act.Kind.IMPORT,
            Act.Kind.CLONING_OFF,
            Act.Kind.CHASSIS_DOWN,
            Act.Kind.CHASSIS_UP,
            Act.Kind.INSTALL,
            Act.Kind.LOCK_OVERRIDE,
            Act.Kind.FILE_MADE,
            Act.Kind.FILE_REMOVED);

    private static final Set<Act.Kind> OFTEN =
            EnumSet.of(Act.Kind.LOCK_OVERRIDE, Act.Kind.FILE_MADE, Act.Kind.FILE_REMOVED);

    /** Lives it in a directory of its own: each kill in a process of its own, and the rest in this one. */
    static KilledLife live(Path folder, EmbeddedSettings settings, List<KillPoint> points, List<String> stages)
            throws InterruptedException {
        try (Site site = new Site(folder, settings)) {
            List<String> left = new ArrayList<>(stages);
            Optional<String> where = Optional.empty();
            Optional<String> stopped = Optional.empty();
            for (int kill = 0; kill < points.size() && stopped.isEmpty() && !left.isEmpty(); kill++) {
                try (Child child = Child.until(points.get(kill), site, left.toArray(new String[0]))) {
                    Optional<String> here = Optional.ofNullable(child.kill(points.get(kill)));
                    where = where.or(() -> here);
                    left.removeIf(child::passed);
                    stopped = here.isPresent() || left.isEmpty()
                            ? Optional.empty()
                            : Optional.of(String.join("\n", child.said()));
                }
            }
            stopped = stopped.or(() -> goOn(site, left));
            Ledger ledger = site.group().ledger();
            return new KilledLife(
                    points, where, repeated(ledger), outages(ledger), stopped, missing(site.group()), otherwise(site));
        }
    }

    /** What comes out otherwise when the runs are gone through again, the killed ones as far as they came. */
    private static List<String> otherwise(Site site) {
        List<String> otherwise = new ArrayList<>();
        for (KeptRun run : KeptRun.all(site.reports())) {
            try {
                Recheck.of(site.reports().resolve(run.name()))
                        .differences()
                        .forEach(difference -> otherwise.add(run.name() + ": " + difference));
            } catch (Broken killedBeforeItsFirstFacts) {
                continue;
            }
        }
        return otherwise;
    }

    private static List<String> missing(EmbeddedGroup group) {
        return group.installed().entrySet().stream()
                .filter(sgm -> !sgm.getValue().equals(Optional.of(new Take(110))))
                .map(sgm -> sgm.getKey().toString())
                .toList();
    }

    /** One that could not be lived to its end because of us. */
    static KilledLife broken(List<KillPoint> points, Throwable why) {
        return new KilledLife(
                points, Optional.empty(), List.of(), List.of(), Optional.of(why.toString()), List.of(), List.of());
    }

    private static Optional<String> goOn(Site site, List<String> stages) {
        for (String stage : stages) {
            WholeRun run = site.run(stage);
            if (run.outcome() != Outcome.PASSED) {
                return Optional.of("%s: %s%n%s".formatted(stage, run.verdict(), run.trouble()));
            }
        }
        return Optional.empty();
    }

    /** Acts that were sent again although they had taken effect, and acts that nobody planned. */
    static List<String> repeated(Ledger ledger) {
        List<String> repeated = new ArrayList<>();
        Set<String> done = new HashSet<>();
        for (Act act : ledger.acts()) {
            String line = act.line().replaceFirst("^(installer \\w+) \\d+ ", "$1 # ");
            if (!PLANNED.contains(act.kind()) || !OFTEN.contains(act.kind()) && done.contains(line)) {
                repeated.add("%s %s on %s: %s".formatted(act.at(), act.kind(), act.on(), act.line()));
            }
            if (act.tookEffect().isPresent()) {
                done.add(line);
            }
        }
        return repeated;
    }

    private static List<String> outages(Ledger ledger) {
        List<String> outages = new ArrayList<>();
        ledger.outages().forEach(span -> outages.add("nobody carried: " + span));
        ledger.bothChassisDown().forEach(span -> outages.add("both chassis down: " + span));
        return outages;
    }

    boolean resumed() {
        return stopped.isEmpty() && missing.isEmpty();
    }

    boolean violated() {
        return !repeated.isEmpty() || !outages.isEmpty() || !otherwise.isEmpty();
    }

    /** The step at which it was killed. */
    String step() {
        return where.map(text -> text.split(" ")[0]).orElse("(not reached)");
    }

    /** The kill points as they are given on the command line. */
    String written() {
        return String.join(",", points.stream().map(KillPoint::toString).toList());
    }

    /** All of it, for whoever has to find out. */
    String told() {
        List<String> lines = new ArrayList<>();
        lines.add("%s  killed at %s".formatted(written(), where.orElse("no point: it came to its end before")));
        repeated.forEach(act -> lines.add("  sent again or unplanned  " + act));
        outages.forEach(outage -> lines.add("  outage  " + outage));
        otherwise.forEach(difference -> lines.add("  comes to something else again  " + difference));
        missing.forEach(sgm -> lines.add("  without the take  " + sgm));
        stopped.ifPresent(run -> run.lines().forEach(line -> lines.add("  | " + line)));
        return String.join("\n", lines);
    }
}
