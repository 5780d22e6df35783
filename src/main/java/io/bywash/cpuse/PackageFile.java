package io.bywash.cpuse;

import io.bywash.evidence.Broken;
import io.bywash.group.Take;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The package to install, as a file on our side: an offline package (TGZ) or an exported one (TAR).
 *
 * @param size in bytes, at least 1
 * @param sha256 in lower-case hexadecimal
 */
public record PackageFile(Path path, long size, String sha256) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*\\.(?:tgz|tar)");
    private static final Pattern TAKE = Pattern.compile("(?:_T|[Tt]ake[_ ]?)0{0,3}([1-9]\\d{0,5})(?=[_. ]|$)");

    /**
     * Measures the file.
     *
     * @throws Broken when it is missing, empty or not named as the vendor names packages
     */
    public static PackageFile at(Path path) {
        String name = path.getFileName().toString();
        if (!Files.isRegularFile(path)) {
            throw new Broken(
                    "The package %s does not exist. Put the CPUSE offline package (.tgz) or the exported package (.tar) there, or name its place in the target file under 'package'."
                            .formatted(path));
        }
        if (!NAME.matcher(name).matches()) {
            throw new Broken(
                    "'%s' is not the name of a CPUSE package: it ends in .tgz (offline package) or .tar (exported package) and has letters, digits and . _ - only. Keep the name the vendor gave it."
                            .formatted(name));
        }
        try {
            long size = Files.size(path);
            if (size == 0) {
                throw new Broken(
                        "The package %s is empty (0 bytes). Copy it again from where it came.".formatted(path));
            }
            return new PackageFile(path, size, digest(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, sha256).transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public String name() {
        return path.getFileName().toString();
    }

    /** The name without its ending, by which a device may show a TAR as TGZ (REFERENCE 3.3, D). */
    public String stem() {
        return name().replaceFirst("\\.(?:tgz|tar)$", "");
    }

    /** The take that the name states, if it states one. */
    public Optional<Take> take() {
        return takeIn(name());
    }

    /** The take that a package name or a device's sentence for it states, if any. */
    static Optional<Take> takeIn(String text) {
        Matcher matcher = TAKE.matcher(text);
        return matcher.find() ? Optional.of(new Take(Integer.parseInt(matcher.group(1)))) : Optional.empty();
    }

    /** Whether the package is a Jumbo Hotfix Accumulator or is built for one, which needs the First Time Wizard done. */
    public boolean jumbo() {
        return HotfixKind.of(name()) != HotfixKind.OTHER;
    }

    /** Whether a device that shows this name means this package. */
    public boolean shownAs(String displayName) {
        return displayName.equals(name())
                || displayName.replaceFirst("\\.(?:tgz|tar)$", "").equals(stem());
    }
}
