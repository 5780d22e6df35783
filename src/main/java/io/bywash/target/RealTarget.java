package io.bywash.target;

import io.bywash.cluster.Patience;
import io.bywash.cpuse.PackageFile;
import io.bywash.evidence.Broken;
import io.bywash.evidence.Fact;
import io.bywash.evidence.History;
import io.bywash.evidence.Journal;
import io.bywash.evidence.Sha256;
import io.bywash.evidence.WaitingTime;
import io.bywash.gaia.Audit;
import io.bywash.gaia.Tempo;
import io.bywash.group.SgmId;
import io.bywash.procedure.Assignment;
import io.bywash.procedure.Stage;
import io.bywash.procedure.Waits;
import io.bywash.terminal.ConsolePort;
import io.bywash.terminal.SshAccess;
import io.bywash.terminal.SshEndpoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** Prepares a real Security Group as its target file describes it; nothing is connected to. */
final class RealTarget {
    private RealTarget() {}

    static Target of(
            TargetSettings settings,
            RunRequest request,
            List<Stage> stages,
            Path reports,
            History history,
            WaitingTime waiting) {
        String name = settings.group().name();
        request.confirmation().filter(typed -> !typed.equals(name)).ifPresent(typed -> {
            throw new Broken("""
                    -Dbywash.confirm=%s does not name the Security Group of the target file, which is %s. Nothing was \
                    connected to. If %s is the group you mean, write -Dbywash.confirm=%s.""".formatted(typed, name, name, name));
        });
        boolean confirmed = request.confirmation().isPresent();
        if (confirmed && stages.size() != 1 && !settings.recording()) {
            throw new Broken("""
                    A real Security Group is worked on one stage at a time, and this command selects %d: %s. Nothing was \
                    connected to. Write for example -Dcucumber.filter.tags=%s.""".formatted(stages.size(), stages, stages.get(0).tag()));
        }
        TargetSettings.Waits patience = settings.patience();
        PackageFile file = PackageFile.at(settings.hotfix().file());
        if (!file.jumbo()) {
            throw new Broken("""
                    The package %s is not named as a Jumbo Hotfix Accumulator. Both proofs of this product read the take of a \
                    jumbo, so another hotfix could be installed and never proven. Nothing was connected to.""".formatted(file.name()));
        }
        Audit audit = new Audit(settings.audit().name(), settings.audit().reason());
        Assignment assignment = new Assignment(
                settings.group(),
                settings.standby(),
                settings.mode(),
                settings.release(),
                file,
                settings.hotfix().take(),
                settings.hotfix().remoteDirectory(),
                audit,
                settings.changeTicket(),
                request.options(),
                new Waits(
                        new Patience("chassisDown", patience.chassisDown(), patience.poll()),
                        new Patience("reboot", patience.reboot(), patience.poll()),
                        new Patience("chassisUp", patience.chassisUp(), patience.poll()),
                        new Patience("import", patience.importing(), patience.poll()),
                        new Patience("settle", patience.settle(), patience.poll()),
                        patience.noCarrier()));
        Terms terms = new Terms(
                assignment,
                settings.dialect(),
                new SshEndpoint(settings.address().host(), settings.address().port()),
                settings.access().credentials().user(),
                told(settings.consoles()),
                new Tempo(patience.quiet(), patience.command(), settings.answer()),
                patience.importing(),
                patience.verifying(),
                patience.installStart(),
                confirmed,
                request.takenOver());
        Access access = new Access(
                settings.access(),
                settings.expertPassword(),
                settings.consoles(),
                settings.consolePassword().orElse(settings.expertPassword()));
        Fact.TargetKind kind = settings.recording() ? Fact.TargetKind.SIMULATED : Fact.TargetKind.REAL;
        if (settings.recording()) {
            history.follow(RealTarget::refuseAnybodyElse);
        }
        Target target = Target.of(
                terms,
                access,
                Journal.read(reports, name, kind, request.afresh()),
                kind,
                settings(request, settings.ticketLink()),
                Optional.empty(),
                about(settings, confirmed),
                history,
                waiting);
        if (settings.strictSecrets()) {
            refuseInTheOpen(history.redaction().inTheOpen());
        }
        return target;
    }

    private static void refuseInTheOpen(SortedSet<String> names) {
        if (!names.isEmpty()) {
            throw new Broken("""
                    The target file says strictSecrets: true, and the secret of %s cannot be hidden in all that a run writes: it is short, \
                    or a number, or is among the words of the device or of this product. Nothing was connected to. Set another one, of \
                    six characters or more that stand in no sentence, or take strictSecrets out.""".formatted(String.join(" and of ", names)));
        }
    }

    /** Or a device would be worked on in a run that counts as simulated. */
    private static void refuseAnybodyElse(Fact fact) {
        if (fact instanceof Fact.LinkOpened opened
                && !opened.terminal().startsWith("console")
                && !opened.server().equals(RecordedTerms.SERVER)) {
            throw new Broken(
                    "The target file says that a recording answers, and '%s' does. Nothing was typed. Leave 'recording' out for a Security Group."
                            .formatted(opened.server()));
        }
    }

    static SortedMap<String, String> told(SortedMap<SgmId, ConsolePort> consoles) {
        SortedMap<String, String> told = new TreeMap<>();
        consoles.forEach((sgm, port) -> told.put(sgm.toString(), port.toString()));
        return told;
    }

    static List<String> about(TargetSettings settings, boolean confirmed) {
        List<String> about = new ArrayList<>(settings.fromSshConfig());
        if (settings.recording()) {
            about.add("a recording answers instead of the Security Group: nothing is done to any device");
        }
        warning(settings.address().host(), settings.access()).ifPresent(about::add);
        settings.access().jump().ifPresent(jump -> {
            about.add("reached through the jump host %s, as user %s"
                    .formatted(jump.endpoint(), jump.access().credentials().user()));
            warning(jump.endpoint().host(), jump.access()).ifPresent(about::add);
        });
        settings.consoles().forEach((sgm, port) -> {
            about.add("serial console of %s: %s".formatted(sgm, port));
            if (port.ssh().isEmpty()) {
                about.add(
                        "WARNING: the way to %s is not encrypted and proves nobody's identity: the passwords of the user and of the Expert mode can be read by who listens on it"
                                .formatted(port.endpoint()));
            }
            port.ssh()
                    .flatMap(access -> warning(port.endpoint().host(), access))
                    .ifPresent(about::add);
        });
        if (!confirmed) {
            about.add("not confirmed: this is a rehearsal that reads, checks and changes nothing;"
                    + " to act, add -Dbywash.confirm=" + settings.group().name());
        }
        return about;
    }

    private static Optional<String> warning(String host, SshAccess access) {
        return access.algorithms().old().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "WARNING: %s is allowed old SSH algorithms, which can be broken by who listens on the way: %s"
                                .formatted(host, access.algorithms()));
    }

    private static Fact.Settings settings(RunRequest request, Optional<String> ticketLink) {
        Path file = request.file().orElseThrow();
        String text = TargetFile.text(file);
        return new Fact.Settings(1, request.given(), file.toString(), Sha256.of(text), text, ticketLink.orElse(""));
    }
}
