package io.bywash.simulator;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code asg_hf_installer -b <IDs> install file <tgz> [no_confirm] [admin_up]}: installs without CPUSE on R76SP, and takes the
 * SGMs down by itself (REFERENCE 9, D).
 *
 * <p>I: every sentence, that the wizard asks once, that the file is sent to the other SGMs from where it is, that the SGMs
 * reboot after it, and that the prompt comes back when all have begun. Options that the harness does not use are refused.
 */
final class HotfixInstallerCommand implements ExpertCommand {
    private static final String USAGE =
            "Usage: asg_hf_installer -b <SGM IDs> install file <path> [no_confirm] [admin_up]";
    private static final Duration PREPARING = Duration.ofSeconds(20);

    @Override
    public int run(ExpertCall call) {
        if (call.group().settings().release().hasCpuse()) {
            call.out().complain("-bash: asg_hf_installer: command not found\n");
            return 127;
        }
        Optional<List<SimulatedSgm>> sgms = call.after("-b").flatMap(ids -> SgmSelection.of(ids, call.group()));
        Optional<String> path = call.after("file");
        if (!call.has("install") || sgms.isEmpty() || path.isEmpty() || !knows(call.arguments())) {
            return call.fail(USAGE);
        }
        Path file = call.sgm().files().at(path.get());
        if (!Files.isRegularFile(file)) {
            return call.fail("asg_hf_installer: %s: no such file".formatted(path.get()));
        }
        call.session().asks(Act.Kind.INSTALL);
        call.out().println("Hotfix Installation Wizard");
        call.out().println("SGMs: " + SgmSelection.list(sgms.get()));
        if (!call.has("no_confirm") && !confirmed(call)) {
            return 1;
        }
        return install(call, PackageFile.open(file), sgms.get());
    }

    private static boolean knows(List<String> arguments) {
        return arguments.size() >= 5
                && arguments.subList(5, arguments.size()).stream()
                        .allMatch(option -> List.of("no_confirm", "admin_up").contains(option));
    }

    private static boolean confirmed(ExpertCall call) {
        String answer = call.out().ask("The SGMs will be set down and rebooted. Do you want to continue? [y/n] ");
        return answer != null && answer.strip().equals("y");
    }

    private static int install(ExpertCall call, PackageFile file, List<SimulatedSgm> sgms) {
        SimulatedGroup group = call.group();
        if (!file.broken().isEmpty()) {
            return call.fail("asg_hf_installer: " + file.broken());
        }
        List<SimulatedSgm> begun = new ArrayList<>();
        group.change(() -> {
            Instant now = group.clock().now();
            for (SimulatedSgm sgm : sgms) {
                if (sgm.answers() && sgm.isInstalling()) {
                    SecondInstallation.breaks(
                            sgm,
                            group,
                            new CpuseTask(CpuseTask.Kind.INSTALL, file.hotfix(), now, DeviceTimes.INSTALL, ""));
                    begun.add(sgm);
                } else if (sgm.answers()
                        && sgm.task().isEmpty()
                        && Suitability.complaint(file.hotfix(), group, sgm).isEmpty()) {
                    Duration own = DeviceTimes.INSTALL.plusSeconds(sgm.id().slot() * 7L);
                    sgm.setTask(group.seams()
                            .twisted(sgm, new CpuseTask(CpuseTask.Kind.INSTALL, file.hotfix(), now, own, "")));
                    sgm.setAdminDown(true);
                    sgm.leaveDown(!call.has("admin_up"));
                    group.ledger()
                            .happened(
                                    now,
                                    "%s: install of %s begins"
                                            .formatted(sgm.id(), file.hotfix().fileName()));
                    begun.add(sgm);
                }
            }
            call.session().tookEffect(begun);
        });
        for (SimulatedSgm sgm : sgms) {
            call.out().println("%s: %s".formatted(sgm.id(), begun.contains(sgm) ? "installing" : "skipped"));
        }
        call.out().pauseUntil(group.clock().now().plus(PREPARING));
        call.out().println("The installation goes on on the SGMs.");
        return 0;
    }
}
