package io.bywash.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bywash.group.ChassisId;
import io.bywash.group.SgmId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What earlier runs on a Security Group meant to send, and what they saw of it, since the procedure was last done whole.
 *
 * <p>It is read from their histories, so that a run that was cut off can be gone on from. It proves nothing of the device:
 * it says what to look for there.
 */
public final class Journal {
    private static final String LAST_PART = "5";
    private static final String INSTALL = "install";

    @JsonProperty
    private final int runs;

    @JsonProperty
    private final List<JsonNode> entries;

    @JsonProperty
    private final Set<String> leases;

    /**
     * An act that an earlier run meant to send.
     *
     * @param run the directory of that run
     * @param answered whether the device came back to a prompt; if not, it may have had its effect or not
     */
    public record Sent(String run, Instant at, String step, String line, boolean answered) {}

    /**
     * An installation that was ordered, and whose hotfix no run has proven on its chassis.
     *
     * @param boots when each SGM had booted before; empty when that was not written down
     */
    public record Installation(Sent order, SortedMap<SgmId, Instant> boots) {}

    @JsonCreator
    private Journal(
            @JsonProperty("runs") int runs,
            @JsonProperty("entries") List<JsonNode> entries,
            @JsonProperty("leases") Set<String> leases) {
        this.runs = runs;
        this.entries = entries;
        this.leases = leases;
    }

    /**
     * Reads what is kept of the runs on a group.
     *
     * @param target the runs on the other kind are not looked at
     * @param forgotten the directory of a run that is not gone on from any more, nor are those before it
     * @throws Broken when a history is missing, cannot be read or was changed, or no run has the name that is to be forgotten
     */
    public static Journal read(Path reports, String group, Fact.TargetKind target, Optional<String> forgotten) {
        List<EarlierRun> runs = EarlierRun.on(group, target, reports);
        int from = forgotten
                .map(name -> runs.stream()
                        .filter(run -> run.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new Broken(
                                "No run on the Security Group %s has the directory %s. Nothing was connected to. There are: %s."
                                        .formatted(
                                                group,
                                                reports.resolve(name),
                                                runs.stream()
                                                        .map(EarlierRun::name)
                                                        .toList())))
                        .number())
                .orElse(0);
        int last = runs.isEmpty() ? 0 : runs.get(runs.size() - 1).number();
        Set<String> leases = new TreeSet<>();
        runs.forEach(run -> leases.addAll(run.leases()));
        Deque<JsonNode> entries = new ArrayDeque<>();
        for (int run = runs.size() - 1; run >= 0 && runs.get(run).number() > from; run--) {
            List<JsonNode> of = runs.get(run).entries();
            for (int entry = of.size() - 1; entry >= 0; entry--) {
                if (isProof(of.get(entry), LAST_PART)) {
                    return new Journal(last, List.copyOf(entries), leases);
                }
                entries.addFirst(of.get(entry));
            }
        }
        return new Journal(last, List.copyOf(entries), leases);
    }

    /** The journal of a group that was made anew and that nothing has been sent to; its runs are numbered on. */
    public Journal begunAnew() {
        return new Journal(runs, List.of(), leases);
    }

    /** The same without what was concluded beside the outcomes, as it can be handed over. */
    public Journal withoutConclusions() {
        return new Journal(
                runs,
                entries.stream()
                        .map(entry -> (JsonNode)
                                ((ObjectNode) entry.deepCopy()).without(List.of("measurements", "notes", "why")))
                        .toList(),
                leases);
    }

    /** The same without secrets in what was free text. */
    public Journal without(Redaction redaction) {
        return new Journal(
                runs, entries.stream().map(entry -> without(redaction, entry)).toList(), leases);
    }

    private static JsonNode without(Redaction redaction, JsonNode entry) {
        HistoryFile.Entry said = HistoryFile.parsed(
                ((ObjectNode) entry.deepCopy()).without("run").toString());
        Fact redacted = redaction.of(said.fact());
        return redacted.equals(said.fact())
                ? entry
                : HistoryFile.node(said.before(), said.nanos(), redacted).put("run", text(entry, "run"));
    }

    /**
     * Writes directories of runs of which {@link #read} reads the same, but for the runs before.
     *
     * @param begun how each of them is to begin, on the group and of the kind that are to be read
     */
    public void write(Path reports, Fact.RunStarted begun) {
        List<String> names =
                entries.stream().map(entry -> text(entry, "run")).distinct().toList();
        for (int run = 0; run < names.size(); run++) {
            String name = names.get(run);
            List<HistoryFile.Entry> history = new ArrayList<>();
            history.add(new HistoryFile.Entry("", 0, begun.numbered(runs - names.size() + run + 1), ""));
            entries.stream()
                    .filter(entry -> text(entry, "run").equals(name))
                    .map(entry -> ((ObjectNode) entry.deepCopy()).without("run").toString())
                    .map(HistoryFile::parsed)
                    .forEach(history::add);
            HistoryFile.write(reports.resolve(name), history);
        }
    }

    /** The highest number of a run whose history is kept; 0 for none. */
    public int highest() {
        return runs;
    }

    /** Whether one of these runs has put this lease on the SGMs. */
    public boolean held(String lease) {
        return leases.contains(lease);
    }

    /** The installation on a chassis that is to be gone on from. */
    public Optional<Installation> unfinishedInstallation(ChassisId chassis) {
        SortedMap<SgmId, Instant> boots = new TreeMap<>();
        Optional<JsonNode> order = Optional.empty();
        for (JsonNode entry : entries) {
            boolean ofThis = text(entry, "chassis").equals(chassis.toString());
            if (is(entry, "BootsSeen") && ofThis) {
                boots.clear();
                entry.path("boots")
                        .forEachEntry((sgm, boot) -> boots.put(SgmId.parse(sgm), Instant.parse(boot.asString())));
            } else if (is(entry, "ActIntended") && ofThis && text(entry, "kind").equals(INSTALL)) {
                order = Optional.of(entry);
            } else if (order.map(found -> isProof(entry, part(found)) || isNeverSent(entry, found))
                    .orElse(false)) {
                order = Optional.empty();
            }
        }
        return order.map(found -> new Installation(sent(found), Collections.unmodifiableSortedMap(boots)));
    }

    /**
     * The Security Group as the run of an order saw it before its stage; empty when that was not written down.
     *
     * @param stage the tag of the stage
     */
    public SortedMap<String, String> before(Sent order, String stage) {
        SortedMap<String, String> fields = new TreeMap<>();
        for (JsonNode entry : entries) {
            boolean ofIt = text(entry, "run").equals(order.run())
                    && text(entry, "stage").equals(stage)
                    && text(entry, "moment").equals(Fact.Moment.BEFORE.name());
            if (is(entry, "SnapshotTaken") && ofIt) {
                fields.clear();
                entry.path("fields").forEachEntry((field, value) -> fields.put(field, value.asString()));
            }
        }
        return fields;
    }

    /** The run that came to a step last, if it found there what a person has to look at. */
    public Optional<String> unsettled(String step) {
        return entries.stream()
                .filter(entry -> is(entry, "StepFinished") && text(entry, "id").equals(step))
                .reduce((before, last) -> last)
                .filter(last -> isFinished(last, step, Outcome.FAILED) || isFinished(last, step, Outcome.NOT_PROVEN))
                .map(last -> text(last, "run"));
    }

    /** The last act that was this line, if there was any. */
    public Optional<Sent> last(String line) {
        return entries.stream()
                .filter(entry -> is(entry, "ActIntended") && text(entry, "line").equals(line))
                .reduce((before, last) -> last)
                .map(this::sent);
    }

    /** Whether a step has passed since this line was last meant to be sent, which it was. */
    public boolean passedSince(String line, String step) {
        boolean passed = false;
        for (JsonNode entry : entries) {
            if (is(entry, "ActIntended") && text(entry, "line").equals(line)) {
                passed = false;
            } else if (isPassed(entry, step)) {
                passed = last(line).isPresent();
            }
        }
        return passed;
    }

    /**
     * The SGMs that lacked a package when an import of this very file was ordered last. What they have under its name since
     * then is that file, unless the step of the import has failed; then there are none.
     */
    public Set<SgmId> imported(String line, String sha256, String step) {
        Set<SgmId> lacking = Set.of();
        Set<SgmId> imported = Set.of();
        for (JsonNode entry : entries) {
            if (is(entry, "PackageLacking")) {
                lacking = text(entry, "sha256").equals(sha256) ? sgms(entry) : Set.of();
            } else if (is(entry, "ActIntended") && text(entry, "line").equals(line)) {
                imported = lacking;
            } else if (isFinished(entry, step, Outcome.FAILED)) {
                imported = Set.of();
            }
        }
        return imported;
    }

    private static Set<SgmId> sgms(JsonNode entry) {
        Set<SgmId> sgms = new TreeSet<>();
        entry.path("sgms").forEach(sgm -> sgms.add(SgmId.parse(sgm.asString())));
        return sgms;
    }

    /** The last act that was this line and came after another one. */
    public Optional<Sent> lastAfter(Sent order, String line) {
        List<Sent> since = entries.stream()
                .filter(entry -> is(entry, "ActIntended"))
                .map(this::sent)
                .dropWhile(sent -> !sent.equals(order))
                .toList();
        return since.stream().filter(sent -> sent.line().equals(line)).reduce((before, last) -> last);
    }

    private Sent sent(JsonNode intended) {
        boolean answered = entries.stream()
                .dropWhile(entry -> entry != intended)
                .filter(entry -> is(entry, "ActEnded"))
                .findFirst()
                .filter(ended -> isOf(ended, intended))
                .map(ended -> text(ended, "end").equals(Fact.ActEnd.ANSWERED.name()))
                .orElse(false);
        return new Sent(
                text(intended, "run"),
                Instant.parse(text(intended, "at")),
                text(intended, "step"),
                text(intended, "line"),
                answered);
    }

    private static boolean isNeverSent(JsonNode entry, JsonNode intended) {
        return is(entry, "ActEnded")
                && isOf(entry, intended)
                && text(entry, "end").equals(Fact.ActEnd.NOT_SENT.name());
    }

    private static boolean isOf(JsonNode ended, JsonNode intended) {
        return text(ended, "run").equals(text(intended, "run"))
                && text(ended, "line").equals(text(intended, "line"));
    }

    private static boolean isProof(JsonNode entry, String part) {
        return isPassed(entry, part + ".K");
    }

    private static boolean isPassed(JsonNode entry, String step) {
        return isFinished(entry, step, Outcome.PASSED);
    }

    private static boolean isFinished(JsonNode entry, String step, Outcome outcome) {
        return is(entry, "StepFinished")
                && text(entry, "id").equals(step)
                && text(entry, "outcome").equals(outcome.toString());
    }

    private static String part(JsonNode intended) {
        return text(intended, "step").substring(0, 1);
    }

    private static boolean is(JsonNode entry, String fact) {
        return text(entry, "fact").equals(fact);
    }

    private static String text(JsonNode entry, String field) {
        return entry.path(field).asString("");
    }
}
