package io.bywash.report;

import static io.bywash.report.RunFacts.NOT_READ;

import io.bywash.evidence.Fact;
import io.bywash.evidence.Measurement;
import io.bywash.group.ChassisId;
import io.bywash.group.SgmId;
import io.bywash.group.Take;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the run read last of each SGM: state, take in two ways, and its last start. */
final class SgmReadings {
    private static final String INSTALL = "install";
    private static final String NOT_READ_SINCE = "not read since the order";

    private final RunFacts run;
    private final SortedMap<SgmId, List<Takes>> takes = new TreeMap<>();
    private final SortedMap<SgmId, Instant> bootsBefore = new TreeMap<>();
    private final SortedMap<SgmId, Boot> boots = new TreeMap<>();
    private final SortedSet<SgmId> orderedSince = new TreeSet<>();

    /** What one SGM says of the hotfix. */
    private record Takes(String byInstaller, String byCpinfo) {
        String told(boolean twice) {
            return byInstaller.equals(byCpinfo) || !twice
                    ? byCpinfo
                    : "%s by installer but %s by cpinfo".formatted(byInstaller, byCpinfo);
        }
    }

    /**
     * @param anew whether the step that read it found it to be later than the one before the installation
     */
    private record Boot(String told, boolean anew) {}

    /**
     * One SGM.
     *
     * @param proven whether both ways show the take of the hotfix; cpinfo alone where the release has no other
     */
    record Row(SgmId sgm, String state, String byInstaller, String byCpinfo, String rebooted, boolean proven) {}

    SgmReadings(RunFacts run) {
        this.run = run;
        run.file().facts().forEach(this::read);
    }

    private void read(Fact fact) {
        if (fact instanceof Fact.TableKept table) {
            readTakes(table);
        } else if (fact instanceof Fact.BootsSeen seen) {
            bootsBefore.putAll(seen.boots());
        } else if (fact instanceof Fact.StepFinished step) {
            step.measurements().forEach(this::readBoot);
        } else if (fact instanceof Fact.ActIntended act && act.kind().equals(INSTALL)) {
            orderedSince.addAll(of(act));
        }
    }

    /** What was read before an installation was ordered says nothing of what is there after it. */
    private List<SgmId> of(Fact.ActIntended act) {
        List<SgmId> sgms = run.acts().contains(act)
                ? run.sgms().stream()
                        .filter(sgm -> sgm.chassis().toString().equals(act.chassis()))
                        .toList()
                : List.of();
        sgms.forEach(boots::remove);
        return sgms;
    }

    /** A table that names both ways in its header tells of takes; no other table does. */
    private void readTakes(Fact.TableKept table) {
        int sgm = table.header().indexOf("SGM");
        int byInstaller = table.header().indexOf("by installer");
        int byCpinfo = table.header().indexOf("by cpinfo");
        int started = table.header().indexOf("started");
        if (sgm < 0 || byInstaller < 0 || byCpinfo < 0) {
            return;
        }
        for (List<String> row : table.rows()) {
            SgmId id = SgmId.parse(row.get(sgm));
            orderedSince.remove(id);
            takes.computeIfAbsent(id, none -> new ArrayList<>())
                    .add(new Takes(row.get(byInstaller), row.get(byCpinfo)));
            if (started >= 0) {
                boolean anew = boots.containsKey(id)
                        && boots.get(id).anew()
                        && boots.get(id).told().equals(row.get(started));
                boots.put(id, new Boot(row.get(started), anew || isAfterInstallation(id, row.get(started))));
            }
        }
    }

    private void readBoot(Measurement measured) {
        if (measured.name().matches("boot of [12]_\\d\\d")) {
            SgmId id = SgmId.parse(measured.name().substring("boot of ".length()));
            boots.put(id, new Boot(measured.actual(), measured.asExpected()));
        }
    }

    private boolean isAfterInstallation(SgmId sgm, String started) {
        return bootsBefore.containsKey(sgm)
                && instant(started)
                        .filter(boot -> boot.isAfter(bootsBefore.get(sgm)))
                        .isPresent();
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The SGMs of the inventory in order, read or not. */
    List<Row> rows() {
        String take = new Take(run.started().hotfix().take()).toString();
        return run.sgms().stream()
                .map(sgm -> {
                    Optional<Takes> found = last(sgm);
                    boolean proven = found.filter(takes -> takes.byCpinfo().equals(take)
                                    && (!run.provesTwice()
                                            || takes.byInstaller().equals(take)))
                            .isPresent();
                    return new Row(
                            sgm,
                            state(sgm),
                            found.map(Takes::byInstaller).orElse(unread(sgm)),
                            found.map(Takes::byCpinfo).orElse(unread(sgm)),
                            rebooted(sgm),
                            proven);
                })
                .toList();
    }

    private Optional<Takes> last(SgmId sgm) {
        List<Takes> read = takes.getOrDefault(sgm, List.of());
        return read.isEmpty() || orderedSince.contains(sgm) ? Optional.empty() : Optional.of(read.get(read.size() - 1));
    }

    private String unread(SgmId sgm) {
        return orderedSince.contains(sgm) ? NOT_READ_SINCE : NOT_READ;
    }

    private String state(SgmId sgm) {
        return run.last(Fact.StatusSeen.class)
                .map(Fact.StatusSeen::status)
                .map(status ->
                        status.sgms().containsKey(sgm) ? status.sgms().get(sgm).word() : "not shown")
                .orElse(NOT_READ);
    }

    private String rebooted(SgmId sgm) {
        if (!boots.containsKey(sgm)) {
            return unread(sgm);
        }
        Boot boot = boots.get(sgm);
        String told = instant(boot.told())
                .map(boot.anew() ? RunFacts::shortly : RunFacts::minute)
                .orElse(boot.told());
        if (boot.anew()) {
            return told;
        }
        return bootsBefore.containsKey(sgm) ? "no; up since " + told : "up since " + told;
    }

    /** What it means that an SGM shows a take. */
    String provenBy(String take) {
        return run.provesTwice() ? "both ways show " + take : "cpinfo, which is the only way here, shows " + take;
    }

    /** In how many ways an SGM can show the take on this release. */
    String ways() {
        return run.provesTwice()
                ? "two independent ways"
                : "one way (cpinfo; %s has no second one)"
                        .formatted(run.started().gear().release());
    }

    /** How many SGMs show the take of the hotfix, in both ways where there are two. */
    long proven() {
        return rows().stream().filter(Row::proven).count();
    }

    long proven(ChassisId chassis) {
        return rows().stream()
                .filter(row -> row.sgm().chassis() == chassis && row.proven())
                .count();
    }

    /** The takes as the run found them. */
    String before() {
        return told(run.sgms().stream()
                .map(sgm -> takes.getOrDefault(sgm, List.of()).stream()
                        .findFirst()
                        .map(takes -> takes.told(run.provesTwice()))
                        .orElse(NOT_READ))
                .toList());
    }

    /** The takes as the run left them. */
    String after() {
        return told(run.sgms().stream().map(this::after).toList());
    }

    private String after(SgmId sgm) {
        List<Takes> read = takes.getOrDefault(sgm, List.of());
        if (orderedSince.contains(sgm)) {
            return "not read since the installation was ordered";
        }
        return switch (read.size()) {
            case 0 -> NOT_READ;
            case 1 -> "not read again after the beginning";
            default -> read.get(read.size() - 1).told(run.provesTwice());
        };
    }

    private static String told(List<String> values) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        values.forEach(value -> counts.merge(value, 1, Integer::sum));
        return counts.entrySet().stream()
                .map(count -> "%s (%s)"
                        .formatted(
                                count.getKey(),
                                count.getValue() == values.size()
                                        ? "all %d SGMs".formatted(values.size())
                                        : "%d of %d SGMs".formatted(count.getValue(), values.size())))
                .collect(Collectors.joining("; "));
    }

    /** Whether a value of a row is that there is none. */
    static boolean isUnread(String text) {
        return text.equals(NOT_READ) || text.equals(NOT_READ_SINCE);
    }
}
