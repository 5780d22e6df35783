package io.bywash.procedure;

import io.bywash.cluster.EverySgm;
import io.bywash.cluster.Everywhere;
import io.bywash.cluster.GlobalAnswer;
import io.bywash.cpuse.PackageList;
import io.bywash.cpuse.Proof;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.Phrase;
import io.bywash.group.ChassisId;
import io.bywash.group.ChassisRole;
import io.bywash.group.GroupStatus;
import io.bywash.group.SgmId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the fields of a snapshot. It only reads, and takes one command for all SGMs wherever there is one.
 *
 * <p>What an SGM does not answer is {@code no answer}; what a screen does not say is {@code not told}.
 */
final class SnapshotReading {
    private static final Pattern VERSION = Pattern.compile("(\\S+)(?:\\s+\\(Build Number (\\d+)\\))?.*");

    private final Assignment assignment;
    private final Means means;
    private final SortedMap<String, String> fields = new TreeMap<>();

    private SnapshotReading(Assignment assignment, Means means) {
        this.assignment = assignment;
        this.means = means;
    }

    /** The fields, where most of them were read for the readiness of a stage. */
    static SortedMap<String, String> completing(Standing standing, Assignment assignment, Means means) {
        SnapshotReading reading = new SnapshotReading(assignment, means);
        reading.status(standing.status());
        standing.proofs().forEach((sgm, proof) -> reading.takes(sgm, proof.byInstaller(), proof.byCpinfo()));
        assignment.group().sgms().forEach(sgm -> {
            reading.put(sgm, "image cloning", standing.cloning().getOrDefault(sgm, EverySgm.NO_ANSWER));
            reading.packages(sgm, Optional.ofNullable(standing.lists().get(sgm)));
        });
        reading.everySgm(means.monitor().on(session -> EverySgm.read(session, means.dialect(), assignment.group())));
        return reading.completed();
    }

    /** The fields, read anew. */
    static SortedMap<String, String> afresh(Assignment assignment, Means means) {
        SnapshotReading reading = new SnapshotReading(assignment, means);
        reading.status(means.monitor().look());
        reading.everySgm(means.monitor().on(session -> EverySgm.read(session, means.dialect(), assignment.group())));
        Map<SgmId, List<String>> cpinfo =
                means.monitor().on(session -> GlobalAnswer.to(session, means.dialect(), Phrase.HOTFIXES));
        Map<SgmId, InGclish> told =
                means.monitor().on(session -> Everywhere.read(session, assignment.group(), reading::inGclish));
        assignment.group().sgms().forEach(sgm -> {
            Optional<InGclish> ofIt = Optional.ofNullable(told.get(sgm));
            reading.takes(
                    sgm,
                    assignment.release().hasCpuse()
                            ? ofIt.flatMap(InGclish::installed)
                                    .map(Proof::byInstaller)
                                    .orElse(EverySgm.NO_ANSWER)
                            : Proof.NO_LIST,
                    Optional.ofNullable(cpinfo.get(sgm))
                            .map(lines -> Proof.byCpinfo("cpinfo on " + sgm, lines))
                            .orElse(EverySgm.NO_ANSWER));
            reading.put(sgm, "image cloning", ofIt.flatMap(InGclish::cloning).orElse(EverySgm.NO_ANSWER));
            reading.packages(sgm, ofIt.flatMap(InGclish::imported));
        });
        return reading.completed();
    }

    /** What one SGM says in gClish; empty where it says nothing. */
    private record InGclish(
            Optional<String> cloning,
            Optional<List<PackageList.Entry>> installed,
            Optional<List<PackageList.Entry>> imported) {}

    private Map<SgmId, InGclish> inGclish(GaiaSession session) {
        Map<SgmId, String> cloning = means.cloning().readFromHere(session);
        boolean listed = assignment.release().hasCpuse();
        Map<SgmId, List<PackageList.Entry>> installed =
                listed ? means.installer().installed(session) : Map.of();
        Map<SgmId, List<PackageList.Entry>> imported =
                listed ? means.installer().imported(session) : Map.of();
        SortedSet<SgmId> heard = new TreeSet<>(cloning.keySet());
        heard.addAll(installed.keySet());
        heard.addAll(imported.keySet());
        Map<SgmId, InGclish> told = new TreeMap<>();
        heard.forEach(sgm -> told.put(
                sgm,
                new InGclish(
                        Optional.ofNullable(cloning.get(sgm)),
                        Optional.ofNullable(installed.get(sgm)),
                        Optional.ofNullable(imported.get(sgm)))));
        return told;
    }

    private void status(GroupStatus status) {
        Matcher version = VERSION.matcher(status.version().orElse(Comparison.NOT_TOLD));
        boolean told = status.version().isPresent() && version.matches();
        fields.put("release on the status screen", told ? version.group(1) : Comparison.NOT_TOLD);
        fields.put(
                "build on the status screen",
                told && version.group(2) != null ? version.group(2) : Comparison.NOT_TOLD);
        fields.put("policy", status.policy().orElse("none"));
        fields.put(
                "synchronised",
                status.synchronised().map(on -> on ? "on" : "off").orElse(Comparison.NOT_TOLD));
        for (ChassisId chassis : ChassisId.values()) {
            fields.put(
                    "role of " + chassis, status.role(chassis).map(Enum::name).orElse(Comparison.NOT_TOLD));
        }
        assignment
                .group()
                .sgms()
                .forEach(sgm -> put(
                        sgm,
                        "state",
                        status.sgms().containsKey(sgm) ? status.sgms().get(sgm).word() : "not shown"));
    }

    private void takes(SgmId sgm, String byInstaller, String byCpinfo) {
        put(sgm, "take by installer", byInstaller);
        put(sgm, "take by cpinfo", byCpinfo);
    }

    private void packages(SgmId sgm, Optional<List<PackageList.Entry>> imported) {
        imported.ifPresent(list -> list.forEach(entry -> fields.merge(
                sgm + " package " + entry.name(),
                entry.remark().isEmpty() ? "imported" : entry.remark(),
                (one, other) -> one + ", " + other)));
    }

    private void everySgm(SortedMap<SgmId, SortedMap<String, String>> told) {
        told.forEach((sgm, ofIt) -> ofIt.forEach((what, value) -> put(sgm, what, value)));
    }

    private SortedMap<String, String> completed() {
        if (isRead(Phrase.CONNECTIONS, "connections")) {
            fields.put(SnapshotRules.CARRIED, carried());
        }
        isRead(Phrase.INTERFACES, "interfaces");
        return fields;
    }

    /** Something beside the procedure is a field of each SGM, or one of the group that says that it was not read. */
    private boolean isRead(Phrase phrase, String name) {
        List<String> ofTheSgms =
                assignment.group().sgms().stream().map(sgm -> sgm + " " + name).toList();
        boolean unread = !means.dialect().has(phrase)
                || ofTheSgms.stream().map(fields::get).anyMatch(EverySgm.NOT_READ::equals);
        if (unread) {
            ofTheSgms.forEach(fields::remove);
            fields.put(name, EverySgm.NOT_READ);
        }
        return !unread;
    }

    private String carried() {
        List<ChassisId> active = Arrays.stream(ChassisId.values())
                .filter(chassis -> ChassisRole.ACTIVE.name().equals(fields.get("role of " + chassis)))
                .toList();
        List<String> counts = active.stream()
                .flatMap(chassis -> assignment.group().sgmsOf(chassis).stream())
                .map(sgm -> fields.get(sgm + " connections"))
                .toList();
        return active.size() != 1 || counts.contains(EverySgm.NO_ANSWER)
                ? EverySgm.NO_ANSWER
                : Long.toString(counts.stream().mapToLong(Long::parseLong).sum());
    }

    private void put(SgmId sgm, String what, String value) {
        fields.put(sgm + " " + what, value);
    }
}
