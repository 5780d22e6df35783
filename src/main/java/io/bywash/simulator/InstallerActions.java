package io.bywash.simulator;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code installer import|verify|install|uninstall|delete} (REFERENCE 3.3 and 3.4). */
final class InstallerActions {
    private InstallerActions() {}

    static void into(ClishGrammar grammar, boolean global) {
        for (String ids : global ? List.of("", " member_ids <ids>") : List.of("")) {
            grammar.act("installer import local <path>" + ids, Act.Kind.IMPORT, InstallerActions::importLocal);
            grammar.read("installer verify <package>" + ids, InstallerActions::verify);
            grammar.act(
                    "installer install <package>" + ids,
                    Act.Kind.INSTALL,
                    call -> reboot(call, CpuseTask.Kind.INSTALL));
            grammar.act(
                    "installer uninstall <package>" + ids,
                    Act.Kind.UNINSTALL,
                    call -> reboot(call, CpuseTask.Kind.UNINSTALL));
            grammar.act("installer delete <package>" + ids, Act.Kind.DELETE, InstallerActions::delete);
        }
    }

    private static void importLocal(ClishCall call) {
        Path file = call.sgm().files().at(call.argument("<path>"));
        String name = file.getFileName().toString();
        Optional<List<SimulatedSgm>> targets = call.targets();
        if (targets.isEmpty()) {
            return;
        }
        call.out()
                .print("Preparing package for import. This operation might take a few moments\n"
                        + "Note: The selected package will be copied into CPUSE repository\n");
        if (!Files.isRegularFile(file)) {
            call.out().print("\nThe file '%s' does not exist.\n".formatted(call.argument("<path>")));
            return;
        }
        PackageFile opened = PackageFile.open(file);
        InstallerRun run = new InstallerRun(call, CpuseTask.Kind.IMPORT, opened.hotfix());
        run.open(targets.get());
        if (run.ready(List.of())) {
            run.start(DeviceTimes.IMPORT, opened::complaint);
            run.follow();
            if (run.failed()) {
                run.abort(name);
            }
        }
    }

    private static void verify(ClishCall call) {
        if (found(call).isEmpty()) {
            call.targets().ifPresent(targets -> InstallerRun.beginInVain(call, targets));
        }
        resolve(call)
                .ifPresent(hotfix -> call.targets().ifPresent(targets -> {
                    InstallerRun run = new InstallerRun(call, CpuseTask.Kind.VERIFY, hotfix);
                    run.open(targets);
                    if (run.ready(List.of("Initiating package verification..."))) {
                        run.start(DeviceTimes.VERIFY, sgm -> Suitability.complaint(hotfix, call.group(), sgm));
                        run.follow();
                        if (run.failed()) {
                            run.abort(hotfix.fileName());
                        }
                    }
                }));
    }

    /** Install and uninstall: five questions, then a task on each SGM that goes on whoever watches. */
    private static void reboot(ClishCall call, CpuseTask.Kind kind) {
        resolve(call)
                .ifPresent(hotfix -> call.targets().ifPresent(targets -> {
                    InstallerRun run = new InstallerRun(call, kind, hotfix);
                    run.open(targets);
                    String noun = kind == CpuseTask.Kind.INSTALL ? "installation" : "uninstall";
                    if (!run.ready(List.of("Initiating package " + noun + "...", "Package is ready for " + noun))) {
                        return;
                    }
                    if (new InstallDialogue(call, kind, hotfix).confirmed(targets)) {
                        Duration length = kind == CpuseTask.Kind.INSTALL ? DeviceTimes.INSTALL : DeviceTimes.UNINSTALL;
                        run.start(length, sgm -> "");
                        run.again("Package is ready for " + noun);
                        run.follow();
                    } else {
                        run.abort(hotfix.fileName());
                    }
                }));
    }

    /** Takes a package that is not installed out of the repository; the sentences are I. */
    private static void delete(ClishCall call) {
        resolve(call)
                .ifPresent(hotfix -> call.targets().ifPresent(targets -> {
                    call.group()
                            .change(() -> targets.stream()
                                    .filter(sgm -> sgm.packages()
                                            .named(hotfix.fileName())
                                            .filter(entry -> !entry.installed())
                                            .isPresent())
                                    .forEach(sgm -> sgm.packages().remove(hotfix.fileName())));
                    call.session().tookEffect(targets);
                    call.out().println("Package %s was deleted".formatted(hotfix.fileName()));
                }));
    }

    /** The package that a number means on the very SGM where it is typed (REFERENCE 3.3, D). */
    private static Optional<HotfixPackage> resolve(ClishCall call) {
        Optional<HotfixPackage> found = found(call);
        if (found.isEmpty()) {
            call.out().print("\n" + PackageScreens.notOnLocalMember(call, call.argument("<package>")));
        }
        return found;
    }

    private static Optional<HotfixPackage> found(ClishCall call) {
        return call.group()
                .read(() -> PackageScreens.find(call.sgm(), call.argument("<package>"))
                        .map(PackageStore.Entry::stored));
    }
}
