package io.bywash.procedure;

import io.bywash.cluster.Boot;
import io.bywash.cluster.EverySgm;
import io.bywash.cluster.SgmTour;
import io.bywash.cpuse.AgentBuild;
import io.bywash.cpuse.Proof;
import io.bywash.evidence.Deciding;
import io.bywash.evidence.Fact;
import io.bywash.evidence.StepRecord;
import io.bywash.gaia.Dialect;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.Phrase;
import io.bywash.group.ChassisId;
import io.bywash.group.GroupStatus;
import io.bywash.group.SgmId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;

/** Proves the hotfix on each SGM by what that SGM itself says, in two ways; without CPUSE in one. */
public final class GroupProof {
    private static final String AGENT = "builds of the CPUSE Agent";

    private final Assignment assignment;
    private final Means means;
    private final Steps steps;

    public GroupProof(Assignment assignment, Means means, Steps steps) {
        this.assignment = assignment;
        this.means = means;
        this.steps = steps;
    }

    /** The end of the procedure: the hotfix on every SGM of the group, and an agent that nobody updated. */
    public void everySgm(String title) {
        SortedSet<SgmId> sgms = assignment.group().sgms();
        List<String> promises = new ArrayList<>(promises(sgms));
        promises.add("role of " + assignment.chassisA());
        promises.add("role of " + assignment.chassisB());
        if (assignment.release().hasCpuse()) {
            promises.add(AGENT);
        }
        steps.perform("proof", title, promises, record -> {
            measure(record, sgms);
            GroupStatus status = means.monitor().lookPatiently();
            for (ChassisId chassis : ChassisId.values()) {
                record.readFrom("role of " + chassis, Deciding.status(status.of(chassis)));
            }
            record.measure(
                    "role of " + assignment.chassisA(), "ACTIVE", Conditions.role(status, assignment.chassisA()));
            record.measure(
                    "role of " + assignment.chassisB(), "STANDBY", Conditions.role(status, assignment.chassisB()));
            if (assignment.release().hasCpuse()) {
                measureAgent(record);
            }
        });
    }

    private void measureAgent(StepRecord record) {
        Map<SgmId, String> builds =
                means.monitor().on(session -> AgentBuild.read(session, means.dialect(), assignment.group()));
        measureBuilds(record, AGENT, builds, means.dialect());
    }

    /** One build on every SGM; what the SGMs say that answer is told, and decides where they differ. */
    static void measureBuilds(StepRecord record, String name, Map<SgmId, String> builds, Dialect dialect) {
        long different = builds.values().stream()
                .filter(build -> !build.equals(EverySgm.NO_ANSWER))
                .distinct()
                .count();
        builds.keySet().forEach(sgm -> record.readFrom(name, Deciding.of(sgm, dialect.say(Phrase.AGENT_BUILD))));
        if (different < 2 && builds.containsValue(EverySgm.NO_ANSWER)) {
            record.silent(name, builds.toString());
        } else {
            record.measure(name, "one build on every SGM", builds.toString(), different == 1);
        }
    }

    /** What one SGM says of itself. */
    private record Evidence(Proof proof, String started) {
        static final Evidence NONE =
                new Evidence(new Proof(EverySgm.NO_ANSWER, EverySgm.NO_ANSWER), EverySgm.NO_ANSWER);
    }

    private Evidence evidence(GaiaSession onSgm) {
        String started = Boot.read(onSgm, means.dialect()).toString();
        return new Evidence(Proof.read(onSgm, means.dialect()), started);
    }

    List<String> promises(SortedSet<SgmId> sgms) {
        List<String> promises = new ArrayList<>();
        for (SgmId sgm : sgms) {
            if (assignment.release().hasCpuse()) {
                promises.add(sgm + " by installer");
            }
            promises.add(sgm + " by cpinfo");
        }
        return promises;
    }

    private void measure(StepRecord record, String name, String shown) {
        if (shown.equals(EverySgm.NO_ANSWER)) {
            record.silent(name, shown);
        } else {
            record.measure(name, assignment.take().toString(), shown);
        }
    }

    /** Measures both evidences of each SGM, and keeps the table SGM x evidence. */
    void measure(StepRecord record, SortedSet<SgmId> sgms) {
        SortedMap<SgmId, Evidence> evidence =
                means.monitor().on(session -> SgmTour.of(session, sgms, this::evidence, Evidence.NONE));
        if (!assignment.release().hasCpuse()) {
            record.note("One proof only: %s has no list of installed packages, so the take rests on cpinfo alone."
                    .formatted(assignment.release()));
        }
        GroupStatus status = means.monitor().lookPatiently();
        List<List<String>> rows = new ArrayList<>();
        evidence.forEach((sgm, found) -> {
            Proof proof = found.proof();
            if (assignment.release().hasCpuse()) {
                record.readFrom(
                        sgm + " by installer", Deciding.of(sgm, means.dialect().say(Phrase.SHOW_INSTALLED)));
                measure(record, sgm + " by installer", proof.byInstaller());
            }
            record.readFrom(sgm + " by cpinfo", Deciding.of(sgm, means.dialect().say(Phrase.HOTFIXES)));
            measure(record, sgm + " by cpinfo", proof.byCpinfo());
            rows.add(List.of(
                    sgm.toString(),
                    status.sgms().containsKey(sgm) ? status.sgms().get(sgm).word() : "not shown",
                    proof.byInstaller(),
                    proof.byCpinfo(),
                    found.started(),
                    proof.shows(assignment.take()) ? "proven" : "NOT PROVEN"));
        });
        means.history()
                .record(new Fact.TableKept(
                        means.history().now(),
                        "Proof of %s, SGM x evidence".formatted(assignment.take()),
                        List.of("SGM", "state", "by installer", "by cpinfo", "started", "hotfix"),
                        rows));
    }
}
