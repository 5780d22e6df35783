package io.bywash.simulator;

import io.bywash.group.ChassisId;
import io.bywash.group.SgmId;
import io.bywash.group.Take;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a group comes to be: from what was kept of an earlier one, or from a starting state. */
final class Beginning {
    private static final Pattern TAKE = Pattern.compile("_T(\\d{1,6})_");

    private final EmbeddedSettings settings;
    private final Path root;
    private String digest;

    Beginning(EmbeddedSettings settings, Path root) {
        this.settings = settings;
        this.root = root;
    }

    SimulatedGroup from(Optional<KeptState> kept, DeviceClock clock) {
        List<SimulatedSgm> sgms = new ArrayList<>();
        for (SgmId id : settings.group().sgms()) {
            SimulatedSgm sgm = fresh(id, clock.now());
            kept.ifPresentOrElse(state -> state.restore(sgm), () -> prepare(sgm));
            sgms.add(sgm);
        }
        boolean failedOver = settings.from().reached(StartingState.FAILED_OVER);
        ChassisId active = kept.map(KeptState::active).orElse(failedOver ? ChassisId.CHASSIS1 : ChassisId.CHASSIS2);
        SimulatedGroup group = new SimulatedGroup(settings, clock, sgms, active);
        kept.ifPresent(state -> state.orders().forEach(group::resume));
        settings.faults().lieInWait(group);
        if (kept.isEmpty()) {
            group.begin();
        }
        if (kept.isEmpty() && settings.from() != StartingState.FRESH) {
            upload(group);
        }
        return group;
    }

    private SimulatedSgm fresh(SgmId id, Instant now) {
        SgmFiles files = new SgmFiles(root.resolve(id.toString()));
        Instant booted = now.minus(Duration.ofDays(26)).minus(Duration.ofSeconds(37L * id.slot()));
        SimulatedSgm sgm = new SimulatedSgm(id, hostName(), files, booted);
        sgm.loggedIn(now.minus(Duration.ofMinutes(1127)), "198.51.100.20");
        settings.lockHeldBy().ifPresent(user -> sgm.lock().override(new Object(), user));
        return sgm;
    }

    private void prepare(SimulatedSgm sgm) {
        StartingState state = settings.from();
        sgm.files().set(SgmFiles.ACCEPTED, settings.wizardAccepted());
        sgm.files().set(SgmFiles.AUTO_CONFIRM, settings.autoConfirm());
        boolean cpuse = settings.release().hasCpuse();
        if (cpuse) {
            StockPackages.fill(sgm.packages(), sgm.id(), settings);
        }
        sgm.setCloning(!state.reached(StartingState.CLONING_OFF));
        if (cpuse && state.reached(StartingState.PACKAGE_VERIFIED)) {
            sgm.packages().put(stored(), PackageStatus.AVAILABLE);
        }
        boolean chassisA = sgm.chassis() == ChassisId.CHASSIS1;
        if (state.reached(chassisA ? StartingState.CHASSIS_A_DONE : StartingState.ALL_DONE)) {
            sgm.packages().install(stored());
        }
        sgm.setChassisDown(state == StartingState.FAILED_OVER && !chassisA);
    }

    /** Where a package is stored, its file is still where it was uploaded to. */
    private void upload(SimulatedGroup group) {
        group.smo().ifPresent(smo -> {
            Path log = smo.files().at("/var/log");
            Path written = EmbeddedPackage.write(log, settings.release(), take());
            written.toFile().renameTo(log.resolve(settings.packageName()).toFile());
        });
    }

    /** The group's name as far as a host name can hold it. */
    private String hostName() {
        return settings.group().name().replaceAll("[^A-Za-z0-9-]+", "-");
    }

    private HotfixPackage stored() {
        return new HotfixPackage(settings.packageName(), settings.release().toString(), take().number(), digest());
    }

    /** The digest of the package that a starting state has stored, so that the same file is known again. */
    private String digest() {
        if (digest == null) {
            try {
                Path written = EmbeddedPackage.write(Files.createTempDirectory("package"), settings.release(), take());
                digest = FileCommands.digest(written, "SHA-256");
                Files.delete(written);
                Files.delete(written.getParent());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return digest;
    }

    private Take take() {
        Matcher number = TAKE.matcher(settings.packageName());
        if (!number.find()) {
            throw new IllegalArgumentException(
                    "No take in the package name '%s': it needs a part like _T110_.".formatted(settings.packageName()));
        }
        return new Take(Integer.parseInt(number.group(1)));
    }
}
