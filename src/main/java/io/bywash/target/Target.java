package io.bywash.target;

import io.bywash.cluster.ChassisAdmin;
import io.bywash.cluster.GroupMonitor;
import io.bywash.cluster.ImageCloning;
import io.bywash.cluster.StateWatch;
import io.bywash.cpuse.Installer;
import io.bywash.evidence.Broken;
import io.bywash.evidence.Fact;
import io.bywash.evidence.History;
import io.bywash.evidence.HistoryFile;
import io.bywash.evidence.Journal;
import io.bywash.evidence.RunNumbers;
import io.bywash.evidence.WaitingTime;
import io.bywash.gaia.Consoles;
import io.bywash.gaia.Dialect;
import io.bywash.gaia.ManagementAddress;
import io.bywash.gaia.Permits;
import io.bywash.group.ChassisId;
import io.bywash.group.GatewayMode;
import io.bywash.group.SgmId;
import io.bywash.procedure.Assignment;
import io.bywash.procedure.LeaseKeeper;
import io.bywash.procedure.Means;
import io.bywash.procedure.Stage;
import io.bywash.simulator.EmbeddedGroup;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Security Group a run works on, with everything that is needed to work on it.
 *
 * <p>Time belongs to the target: the embedded group lives at a pace, and every patience is scaled with it.
 */
public final class Target implements AutoCloseable {
    private final Terms terms;
    private final Means means;
    private final Fact.TargetKind kind;
    private final Optional<EmbeddedGroup> embedded;
    private final Fact.Settings settings;
    private final List<String> about;

    private Target(
            Terms terms,
            Means means,
            Fact.TargetKind kind,
            Optional<EmbeddedGroup> embedded,
            Fact.Settings settings,
            List<String> about) {
        this.terms = terms;
        this.means = means;
        this.kind = kind;
        this.embedded = embedded;
        this.settings = settings;
        this.about = about;
    }

    /**
     * Prepares what the command line asks for; a real Security Group is not yet connected to.
     *
     * @param stages the stages that are to run, in order, at least one
     * @param reports where the evidence of earlier runs is kept, which this one may go on from
     * @throws TargetFileFaulty with every fault of the target file
     * @throws Broken for every other mistake of the request
     */
    public static Target of(
            RunRequest request, List<Stage> stages, Path reports, History history, WaitingTime waiting) {
        return request.file().isPresent()
                ? RealTarget.of(
                        TargetFile.read(request.file().get(), System::getenv),
                        request,
                        stages,
                        reports,
                        history,
                        waiting)
                : EmbeddedTarget.of(request, stages, reports, history, waiting);
    }

    /**
     * A target that nothing was connected to yet.
     *
     * @param kind what is worked on
     * @param settings as they were given on the command line and in the target file
     * @param embedded the embedded group, when it is the target
     * @param more what a reader should know beside the terms
     */
    static Target of(
            Terms terms,
            Access access,
            Journal journal,
            Fact.TargetKind kind,
            Fact.Settings settings,
            Optional<EmbeddedGroup> embedded,
            List<String> more,
            History history,
            WaitingTime waiting) {
        Assignment assignment = terms.assignment();
        Dialect dialect = terms.dialect();
        history.speaks(words(terms, settings));
        access.secrets().forEach(history::keep);
        ManagementAddress address = new ManagementAddress(
                terms.endpoint(),
                access.ssh(),
                assignment.mode(),
                access.expertPassword(),
                terms.tempo(),
                history,
                waiting);
        Consoles consoles = new Consoles(
                access.consoles(),
                terms.consoles().keySet().stream().map(SgmId::parse).collect(Collectors.toSet()),
                terms.user(),
                access.consolePassword(),
                assignment.mode(),
                access.expertPassword(),
                terms.tempo(),
                history,
                waiting);
        Permits permits = new Permits(dialect, assignment.group(), history);
        GroupMonitor monitor = new GroupMonitor(address, dialect, history);
        Means means = new Means(
                address,
                consoles,
                dialect,
                permits,
                monitor,
                new StateWatch(
                        monitor::look, history, waiting, assignment.waits().noCarrier()),
                new ImageCloning(dialect),
                new ChassisAdmin(
                        dialect,
                        assignment.audit(),
                        assignment.waits().chassisDown().limit()),
                new Installer(
                        dialect,
                        assignment.audit(),
                        assignment.file(),
                        terms.importing(),
                        terms.verifying(),
                        terms.installing()),
                new LeaseKeeper(assignment, dialect, address, permits, history, journal, terms.takenOver()),
                journal.without(history.redaction()),
                history);
        List<String> about = about(assignment, address, dialect, kind.name());
        about.addAll(more);
        about.addAll(notHidden(history));
        return new Target(terms, means, kind, embedded, settings, about);
    }

    /** What is said and typed in this run beside what is said in every one. */
    private static String words(Terms terms, Fact.Settings settings) {
        Assignment assignment = terms.assignment();
        StringBuilder words = new StringBuilder(Remembered.text(terms));
        Stream.of(settings.options().toString(), settings.file(), settings.ticketLink())
                .forEach(text -> words.append('\n').append(text));
        for (String host : List.of("%s-ch01-01", "%s-s01-01")) {
            String name = host.formatted(assignment.group().name());
            Stream.of("%s> ", "%s:0> ", "[Global] %s> ", "[Global] %s:0> ", "[Expert@%s]# ", "[Expert@%s:0]# ")
                    .forEach(prompt -> words.append('\n').append(prompt.formatted(name)));
        }
        return words.toString();
    }

    private static List<String> notHidden(History history) {
        return history.redaction().inTheOpen().stream()
                .map(name ->
                        "WARNING: the secret of %s cannot be hidden in free text, because it is short, or a number, or is among the words of the device or of this product. It is hidden where it is typed and repeated, and nowhere else"
                                .formatted(name))
                .toList();
    }

    /**
     * The target of a run that is over, as its history has it, to go through that history again.
     *
     * @throws Broken when the history does not say what the run was told to do
     */
    public static Target again(HistoryFile recorded, History history, WaitingTime waiting) {
        Fact.RunStarted started = (Fact.RunStarted) recorded.facts().get(0);
        Target target = of(
                Remembered.TERMS.in(recorded, Terms.class),
                Access.none(),
                Remembered.JOURNAL.in(recorded, Journal.class),
                started.target(),
                started.settings(),
                Optional.empty(),
                List.of(),
                history,
                waiting);
        return new Target(
                target.terms, target.means, target.kind, Optional.empty(), started.settings(), started.about());
    }

    /** Writes down what a history needs so that it can be gone through again. */
    public void remember(History history) {
        Remembered.TERMS.ask(history, terms);
        Remembered.JOURNAL.ask(history, means.journal());
    }

    /** What a reader should know of the run before its first step. */
    static List<String> about(
            Assignment assignment, ManagementAddress address, Dialect dialect, String simulatedOrReal) {
        List<String> about = new ArrayList<>();
        about.add("%s Security Group %s at %s"
                .formatted(simulatedOrReal, assignment.group().name(), address.endpoint()));
        about.add("release %s, %s mode, SGMs %s"
                .formatted(
                        assignment.release(),
                        assignment.mode() == GatewayMode.VSX ? "VSX" : "Security Gateway",
                        assignment.group().sgms()));
        about.add("Chassis \"A\" (Standby) is %s, Chassis \"B\" (Active) is %s"
                .formatted(assignment.chassisA(), assignment.chassisB()));
        about.add("package %s, %s".formatted(assignment.file().name(), assignment.take()));
        about.add("operator %s, reason %s%s"
                .formatted(
                        assignment.audit().name(),
                        assignment.audit().reason(),
                        assignment.changeTicket().map(", change %s"::formatted).orElse("")));
        about.addAll(offThePage(dialect));
        dialect.unproven().forEach(wording -> about.add("inferred wording in use: " + wording));
        return about;
    }

    /** What is done although no page of the vendor says it for this release. */
    private static List<String> offThePage(Dialect dialect) {
        String known =
                "%s, %s".formatted(dialect.parts().mark(), dialect.parts().source());
        if (!dialect.hasPage()) {
            return List.of(
                    "the vendor has no page of this procedure for %s, so all of it is inferred from that of later releases (%s)"
                            .formatted(dialect.release(), known));
        }
        return Arrays.stream(Stage.values())
                .filter(stage -> !dialect.hasOnItsPage(stage.number()))
                .map(stage ->
                        "%s is not on the vendor's page of %s (%s); it is performed all the same, as the danger is there too"
                                .formatted(stage, dialect.release(), known))
                .toList();
    }

    public Assignment assignment() {
        return terms.assignment();
    }

    public Means means() {
        return means;
    }

    /** The chassis on which an earlier run ordered an installation that no run has proven. */
    public Set<ChassisId> orderedBefore() {
        return Arrays.stream(ChassisId.values())
                .filter(chassis ->
                        means.journal().unfinishedInstallation(chassis).isPresent())
                .collect(Collectors.toSet());
    }

    /** Whether it is the embedded Security Group; whatever is shown of the run has to say so. */
    public boolean simulated() {
        return kind == Fact.TargetKind.SIMULATED;
    }

    /** Whether acts may be sent. */
    public boolean confirmed() {
        return terms.confirmed();
    }

    /** Device seconds per second; 1 for a real Security Group. */
    public double pace() {
        return settings.pace();
    }

    /**
     * The first fact of a run on this target, which has a number of its own from then on.
     *
     * @param reports where the numbers of runs are kept
     */
    public Fact.RunStarted begin(Instant at, List<Stage> stages, Fact.Tool tool, Path reports) {
        Assignment assignment = assignment();
        return new Fact.RunStarted(
                at,
                kind,
                assignment.group().name(),
                RunNumbers.next(
                        reports,
                        assignment.group().name(),
                        kind,
                        means.journal().highest()),
                stages.stream().map(Stage::tag).toList(),
                new Fact.Gear(
                        means.address().endpoint().toString(),
                        assignment.release().toString(),
                        assignment.mode() == GatewayMode.VSX ? "VSX" : "Security Gateway",
                        assignment.group().sgms().stream().map(SgmId::toString).toList(),
                        assignment.chassisA().toString()),
                new Fact.Hotfix(
                        assignment.file().name(),
                        assignment.file().size(),
                        assignment.file().sha256(),
                        assignment.take().number()),
                new Fact.Change(
                        assignment.audit().name(),
                        assignment.audit().reason(),
                        assignment.changeTicket().orElse("")),
                tool,
                settings,
                List.copyOf(about));
    }

    @Override
    public void close() {
        means.monitor().close();
        embedded.ifPresent(EmbeddedGroup::close);
    }
}
