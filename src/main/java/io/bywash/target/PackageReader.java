package io.bywash.target;

import io.bywash.evidence.LocalFile;
import io.bywash.group.Release;
import io.bywash.group.Take;
import io.bywash.target.TargetSettings.Hotfix;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads {@code package} and {@code take}, and holds the name of the file against the take and the release stated. */
final class PackageReader {
    private static final String PLACE = "/package";

    private final TargetReading reading;

    PackageReader(TargetReading reading) {
        this.reading = reading;
    }

    Optional<Hotfix> read(Optional<Release> release) {
        Optional<Take> take = reading.value("/take").map(number -> new Take(number.asInt()));
        String directory = reading.text("/remoteDirectory").orElse("/var/log");
        Optional<Path> file = reading.text(PLACE).map(reading::path);
        file.ifPresent(path -> {
            PackageName name = new PackageName(
                    path.getFileName() == null ? "" : path.getFileName().toString());
            if (look(path, name)) {
                take.ifPresent(stated -> take(name, stated));
                release.ifPresent(stated -> release(name, stated));
            }
        });
        return file.flatMap(path -> take.map(stated -> new Hotfix(path, stated, directory)));
    }

    private boolean look(Path file, PackageName name) {
        Optional<String> unfit = LocalFile.unfit(file);
        if (unfit.isPresent()) {
            reading.refusePlainly(PLACE, unfit.get());
        } else if (!name.isPackage()) {
            reading.refuse(PLACE, "an offline package ends in .tgz and an exported one in .tar.");
        } else if (!name.typeable()) {
            reading.refusePlainly(
                    PLACE,
                    "the file name is typed in commands to the SGMs, and may have letters, digits, dots, hyphens and underscores only. Write: mv to a name of such letters, and that name here.");
        } else if (new String(LocalFile.firstBytes(file, 1)).equals("<")) {
            reading.refusePlainly(
                    PLACE,
                    "the file is a web page, as a download without log-in leaves it. Write: the path of the package, after downloading it again.");
        } else {
            return true;
        }
        return false;
    }

    private void take(PackageName name, Take stated) {
        List<String> others = name.otherTakes(stated);
        if (!others.isEmpty()) {
            reading.refusePlainly(
                    PLACE,
                    "its name carries %s, but take (line %d) says %d. Write: take: %s, or the path of the package with %s."
                            .formatted(
                                    String.join(" and ", others),
                                    reading.line("/take"),
                                    stated.number(),
                                    others.get(0).replace("Take ", ""),
                                    stated));
        }
    }

    private void release(PackageName name, Release stated) {
        List<String> others = name.otherReleases(stated);
        if (!others.isEmpty()) {
            reading.refusePlainly(
                    PLACE,
                    "its name carries %s, but release (line %d) says %s. Write: the path of a package for %s, or the release the Security Group runs."
                            .formatted(String.join(" and ", others), reading.line("/release"), stated, stated));
        }
    }
}
