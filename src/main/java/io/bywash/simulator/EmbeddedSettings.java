package io.bywash.simulator;

import io.bywash.group.GatewayMode;
import io.bywash.group.Release;
import io.bywash.group.SecurityGroup;
import io.bywash.group.Take;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What an embedded Security Group is like when it starts.
 *
 * @param group its SGMs; its name is the first part of every host name
 * @param pace device seconds per real second; above 0
 * @param from the state it starts from, unless {@code kept} names a file that exists
 * @param kept where its state is kept over a restart; files and host key stand beside it
 * @param port the port on 127.0.0.1, or 0 for any free one
 * @param packageNamed the package that a starting state other than FRESH has stored; empty for
 *     {@link #packageName()}'s own choice
 * @param returnsDown whether a chassis that was set down is still down after its SGMs rebooted (REFERENCE 4: unknown,
 *     so both can be met)
 * @param lockHeldBy another user whose session holds the configuration lock of every SGM at the start
 * @param wizardAccepted whether the First Time Wizard was run: {@code /etc/.wizard_accepted}
 * @param autoConfirm whether {@code /etc/.asg_auto_confirm} silences the audit questions
 * @param consoles the TCP port of the first SGM's serial console, with those of the others behind it, or 0 for any free
 *     ones; empty for no consoles
 * @param faults what goes wrong; those that strike at the start do not strike again where {@code kept} names a file
 */
public record EmbeddedSettings(
        SecurityGroup group,
        GatewayMode mode,
        Release release,
        double pace,
        StartingState from,
        LoginShell loginShell,
        Optional<Path> kept,
        int port,
        Optional<String> packageNamed,
        boolean returnsDown,
        Optional<String> lockHeldBy,
        boolean wizardAccepted,
        boolean autoConfirm,
        Optional<Integer> consoles,
        Passwords passwords,
        FaultPlan faults) {

    public EmbeddedSettings {
        if (!(pace > 0)) {
            throw new IllegalArgumentException(
                    "The pace is device seconds per real second and must be above 0, not %s.".formatted(pace));
        }
    }

    /** Two chassis of four SGMs in Gateway mode, R81.10, four device minutes a second, nothing done yet. */
    public static EmbeddedSettings defaults() {
        return new EmbeddedSettings(
                SecurityGroup.dual("halyard", 4, 4),
                GatewayMode.SECURITY_GATEWAY,
                Release.R81_10,
                240,
                StartingState.FRESH,
                LoginShell.CLISH,
                Optional.empty(),
                0,
                Optional.empty(),
                true,
                Optional.empty(),
                true,
                false,
                Optional.empty(),
                Passwords.USUAL,
                FaultPlan.none());
    }

    /** The package of the starting states: the one named, or Take 110 for this release. */
    public String packageName() {
        return packageNamed.orElseGet(() -> EmbeddedPackage.nameOf(release, new Take(110)));
    }

    public EmbeddedSettings withGroup(SecurityGroup group) {
        return with(draft -> draft.group = group);
    }

    public EmbeddedSettings withMode(GatewayMode mode) {
        return with(draft -> draft.mode = mode);
    }

    public EmbeddedSettings withRelease(Release release) {
        return with(draft -> draft.release = release);
    }

    public EmbeddedSettings withPace(double pace) {
        return with(draft -> draft.pace = pace);
    }

    public EmbeddedSettings withFrom(StartingState from) {
        return with(draft -> draft.from = from);
    }

    public EmbeddedSettings withLoginShell(LoginShell loginShell) {
        return with(draft -> draft.loginShell = loginShell);
    }

    public EmbeddedSettings withKept(Path kept) {
        return with(draft -> draft.kept = Optional.of(kept));
    }

    public EmbeddedSettings withPort(int port) {
        return with(draft -> draft.port = port);
    }

    public EmbeddedSettings withPackageName(String packageName) {
        return with(draft -> draft.packageNamed = Optional.of(packageName));
    }

    public EmbeddedSettings withReturnsDown(boolean returnsDown) {
        return with(draft -> draft.returnsDown = returnsDown);
    }

    public EmbeddedSettings withLockHeldBy(String lockHeldBy) {
        return with(draft -> draft.lockHeldBy = Optional.of(lockHeldBy));
    }

    public EmbeddedSettings withWizardAccepted(boolean wizardAccepted) {
        return with(draft -> draft.wizardAccepted = wizardAccepted);
    }

    public EmbeddedSettings withAutoConfirm(boolean autoConfirm) {
        return with(draft -> draft.autoConfirm = autoConfirm);
    }

    public EmbeddedSettings withConsoles(int firstPort) {
        return with(draft -> draft.consoles = Optional.of(firstPort));
    }

    public EmbeddedSettings withPasswords(String login, String expert) {
        return with(draft -> draft.passwords = new Passwords(login, expert));
    }

    public EmbeddedSettings withFaults(FaultPlan faults) {
        return with(draft -> draft.faults = faults);
    }

    private EmbeddedSettings with(Consumer<Draft> edit) {
        Draft draft = new Draft();
        edit.accept(draft);
        return new EmbeddedSettings(
                draft.group,
                draft.mode,
                draft.release,
                draft.pace,
                draft.from,
                draft.loginShell,
                draft.kept,
                draft.port,
                draft.packageNamed,
                draft.returnsDown,
                draft.lockHeldBy,
                draft.wizardAccepted,
                draft.autoConfirm,
                draft.consoles,
                draft.passwords,
                draft.faults);
    }

    /** The same settings, open for one change. */
    private final class Draft {
        private SecurityGroup group = EmbeddedSettings.this.group;
        private GatewayMode mode = EmbeddedSettings.this.mode;
        private Release release = EmbeddedSettings.this.release;
        private double pace = EmbeddedSettings.this.pace;
        private StartingState from = EmbeddedSettings.this.from;
        private LoginShell loginShell = EmbeddedSettings.this.loginShell;
        private Optional<Path> kept = EmbeddedSettings.this.kept;
        private int port = EmbeddedSettings.this.port;
        private Optional<String> packageNamed = EmbeddedSettings.this.packageNamed;
        private boolean returnsDown = EmbeddedSettings.this.returnsDown;
        private Optional<String> lockHeldBy = EmbeddedSettings.this.lockHeldBy;
        private boolean wizardAccepted = EmbeddedSettings.this.wizardAccepted;
        private boolean autoConfirm = EmbeddedSettings.this.autoConfirm;
        private Optional<Integer> consoles = EmbeddedSettings.this.consoles;
        private Passwords passwords = EmbeddedSettings.this.passwords;
        private FaultPlan faults = EmbeddedSettings.this.faults;
    }
}
