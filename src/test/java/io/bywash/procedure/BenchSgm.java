package io.bywash.procedure;

import io.bywash.group.SgmId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One SGM of a {@link Bench}: its facts, and what it answers to a command. All is well with it until a test says otherwise. */
final class BenchSgm {
    private final SgmId id;
    private final Map<String, String> instead = new HashMap<>();
    private boolean silent;
    private String word = "UP";
    private String lease = "";
    private Optional<String> leaseThatComesInstead = Optional.empty();
    private boolean wizardDone = true;
    private boolean autoConfirm;
    private String status = "Imported";
    private String byInstaller = "";
    private String byCpinfo = "";
    private Instant booted = Instant.parse("2026-11-01T06:00:00Z");
    private String cloning = "off";
    private String sync = "OK";
    private String signature = "3f2a6b1c";

    BenchSgm(SgmId id) {
        this.id = id;
    }

    /** It lets nobody in, and no helper hears of it. */
    BenchSgm silent() {
        silent = true;
        return this;
    }

    /** It answers again. */
    BenchSgm answering() {
        silent = false;
        return this;
    }

    /** The word of its state on the status screen. */
    BenchSgm word(String shown) {
        word = shown;
        return this;
    }

    BenchSgm lease(String text) {
        lease = text;
        return this;
    }

    /** When a lease is put on it, this one is there afterwards, or none where it is empty. */
    BenchSgm leaseThatComesInstead(String text) {
        leaseThatComesInstead = Optional.of(text);
        return this;
    }

    BenchSgm withoutWizard() {
        wizardDone = false;
        return this;
    }

    BenchSgm autoConfirm() {
        autoConfirm = true;
        return this;
    }

    /** What CPUSE says of the package; empty where it is not imported. */
    BenchSgm status(String text) {
        status = text;
        return this;
    }

    BenchSgm installing() {
        return status("Installing: 40%");
    }

    /** Every proof shows this take. */
    BenchSgm has(int take) {
        return status("Installed").byInstaller(take).byCpinfo(take);
    }

    BenchSgm byInstaller(int take) {
        byInstaller = Bench.PACKAGE.replace("T110", "T" + take);
        return this;
    }

    BenchSgm byCpinfo(int take) {
        byCpinfo = "HOTFIX_R81_10_JUMBO_HF_MAIN Take:  " + take;
        return this;
    }

    BenchSgm booted(Instant at) {
        booted = at;
        return this;
    }

    BenchSgm cloning(String onOrOff) {
        cloning = onOrOff;
        return this;
    }

    /** What stands behind {@code Sync status:}. */
    BenchSgm sync(String text) {
        sync = text;
        return this;
    }

    BenchSgm signature(String text) {
        signature = text;
        return this;
    }

    /** It answers this command with a screen of the test's own. */
    BenchSgm says(String command, String screen) {
        instead.put(command, screen);
        return this;
    }

    SgmId id() {
        return id;
    }

    boolean isSilent() {
        return silent;
    }

    String word() {
        return word;
    }

    String signature() {
        return signature;
    }

    /** The lease that is on it; empty for none. */
    String lease() {
        return lease;
    }

    String prompt(String form) {
        return form.formatted("harbour-ch%02d-%02d".formatted(id.chassis().number(), id.slot()));
    }

    /** What it says to a command that concerns it alone. */
    String answer(String command) {
        if (instead.containsKey(command)) {
            return instead.get(command);
        }
        String[] words = command.split(" ");
        return switch (words[0]) {
            case "readlink" -> lease;
            case "ln" -> {
                lease = leaseThatComesInstead.orElse(lease.isEmpty() ? words[2] : lease);
                yield "";
            }
            case "unlink" -> {
                lease = "";
                yield "";
            }
            case "ls" -> file("/etc/.wizard_accepted", wizardDone) + "\n" + file("/etc/.asg_auto_confirm", autoConfirm);
            case "grep" -> "btime " + booted.getEpochSecond();
            case "cphaprob" -> "Sync status: " + sync;
            case "cpinfo" ->
                "This is Check Point CPinfo Build 914000231 for GAIA\n[CPFC]\n"
                        + (byCpinfo.isEmpty() ? "\tNo hotfixes.." : "\t" + byCpinfo);
            default -> inClish(command);
        };
    }

    private String inClish(String command) {
        if (command.equals("unlock database")) {
            return "";
        }
        if (command.equals("show smo image auto-clone state")) {
            return "Image auto-clone state is " + cloning;
        }
        if (command.equals("set smo image auto-clone state off")) {
            cloning = "off";
            return "";
        }
        if (command.equals("show installer packages imported")) {
            return list("Status", status.isEmpty() ? "" : Bench.PACKAGE, status);
        }
        if (command.equals("show installer packages installed")) {
            return list("Type", byInstaller, "Hotfix");
        }
        if (command.startsWith("show installer package ")) {
            return status.isEmpty()
                    ? "Show packages: no packages to display"
                    : "Display name: %1$s\nFile name: %1$s\nStatus: %2$s".formatted(Bench.PACKAGE, status);
        }
        throw new AssertionError("The bench has no answer to '%s' on %s.".formatted(command, id));
    }

    private static String file(String path, boolean there) {
        return there ? path : "ls: cannot access '%s': No such file or directory".formatted(path);
    }

    private static String list(String column, String name, String remark) {
        return name.isEmpty()
                ? "Show packages: no packages to display"
                : "Display name%50s%s\n%s  %s".formatted("", column, name, remark);
    }
}
