package io.bywash.simulator;

import io.bywash.group.Release;
import io.bywash.simulator.Interview.Question;
import java.util.List;
import java.util.Optional;

/**
 * The five questions of {@code installer install}, in the captured order and line splits (REFERENCE 3.4, D; for
 * uninstall I 80 %). Anything but {@code y} at the first three cancels.
 */
final class InstallDialogue {
    private final ClishCall call;
    private final CpuseTask.Kind kind;
    private final HotfixPackage hotfix;

    InstallDialogue(ClishCall call, CpuseTask.Kind kind, HotfixPackage hotfix) {
        this.call = call;
        this.kind = kind;
        this.hotfix = hotfix;
    }

    boolean confirmed(List<SimulatedSgm> targets) {
        Interview interview = call.group().seams().interview();
        return interview.inOrder(Question.REBOOT, () -> reboot(targets), Question.CLONING, this::despiteCloning)
                && audited(targets);
    }

    private boolean reboot(List<SimulatedSgm> targets) {
        String answer = ask(
                Question.REBOOT,
                "The machines(%s) will automatically reboot after %s.\nDo you want to continue? ([y]es / [n]o)\n"
                        .formatted(call.group().seams().audit().named(targets), kind));
        return answer != null && answer.strip().matches("(?i)y(es)?");
    }

    private boolean despiteCloning() {
        Release release = call.group().settings().release();
        call.out()
                .print(("Attention! In case image auto-clone is enabled, this operation may be overridden by"
                                + " auto-cloning from SMO during next boot.\nTo disable image auto-clone run: set %s off\n")
                        .formatted(CloningCommands.words(release)));
        return AuditDialogue.yes(
                ask(Question.CLONING, call.group().seams().audit().sure()));
    }

    private String ask(Question question, String text) {
        return call.session().ask(call.out(), question, text);
    }

    private boolean audited(List<SimulatedSgm> targets) {
        String noun = kind == CpuseTask.Kind.INSTALL ? "Installation" : "Uninstallation";
        Optional<String> entry = AuditDialogue.packageAction(
                        noun, hotfix.fileName(), call.group().seams().audit().named(targets))
                .hold(call.out(), call.sgm(), call.session());
        entry.ifPresent(call.group()::audited);
        return entry.isPresent();
    }
}
