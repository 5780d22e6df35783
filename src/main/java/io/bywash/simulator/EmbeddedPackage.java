package io.bywash.simulator;

import io.bywash.group.Release;
import io.bywash.group.Take;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/**
 * The demonstration package: named as the vendor names a Jumbo, with a manifest and filler instead of software. The same
 * arguments give the same bytes.
 */
public final class EmbeddedPackage {
    private static final int BLOCK = 512;

    private static final int USUAL_KILOBYTES = 512;

    private EmbeddedPackage() {}

    /** Writes the offline package in its usual size, which is also the one that a starting state has stored. */
    public static Path write(Path directory, Release release, Take take) {
        return write(directory, release, take, USUAL_KILOBYTES);
    }

    /** The file name the vendor would give it, such as {@code Check_Point_R81_10_JUMBO_HF_MAIN_Bundle_T110_FULL.tgz}. */
    public static String nameOf(Release release, Take take) {
        String version = release.toString().replace('.', '_');
        String kind = version.endsWith("SP") ? "JHF" : "JUMBO_HF";
        return "Check_Point_%s_%s_MAIN_Bundle_T%d_FULL.tgz".formatted(version, kind, take.number());
    }

    /** Writes the offline package, a TGZ, into a directory and returns the file. */
    public static Path write(Path directory, Release release, Take take, int kilobytes) {
        Path file = directory.resolve(nameOf(release, take));
        try (OutputStream bytes = new GZIPOutputStream(Files.newOutputStream(file))) {
            bytes.write(archive(release, take, kilobytes));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("The demonstration package could not be written to " + file, e);
        }
    }

    /** Writes the same package as one exported from another machine, a TAR. */
    public static Path writeExported(Path directory, Release release, Take take, int kilobytes) {
        Path file = directory.resolve(nameOf(release, take).replace(".tgz", ".tar"));
        try {
            return Files.write(file, archive(release, take, kilobytes));
        } catch (IOException e) {
            throw new UncheckedIOException("The demonstration package could not be written to " + file, e);
        }
    }

    private static byte[] archive(Release release, Take take, int kilobytes) {
        byte[] filler = new byte[kilobytes * 1024];
        new Random(31L * take.number() + release.ordinal()).nextBytes(filler);
        byte[] manifest = "package: %s\nversion: %s\ntake: %d\npayload: %s\n"
                .formatted(nameOf(release, take), release, take.number(), sha256(filler))
                .getBytes(StandardCharsets.UTF_8);
        byte[] archive = new byte[2 * BLOCK + rounded(manifest.length) + rounded(filler.length) + 2 * BLOCK];
        int next = put(archive, 0, "manifest", manifest);
        put(archive, next, "payload", filler);
        return archive;
    }

    private static int put(byte[] archive, int at, String name, byte[] content) {
        ascii(archive, at, name);
        ascii(archive, at + 100, "0000644\0" + "0000000\0" + "0000000\0");
        ascii(archive, at + 124, "%011o\0%011o\0".formatted(content.length, 0));
        ascii(archive, at + 148, "        0");
        ascii(archive, at + 257, "ustar\0" + "00");
        int sum = 0;
        for (int i = at; i < at + BLOCK; i++) {
            sum += archive[i] & 0xff;
        }
        ascii(archive, at + 148, "%06o\0 ".formatted(sum));
        System.arraycopy(content, 0, archive, at + BLOCK, content.length);
        return at + BLOCK + rounded(content.length);
    }

    private static void ascii(byte[] into, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, into, at, bytes.length);
    }

    private static int rounded(int length) {
        return (length + BLOCK - 1) / BLOCK * BLOCK;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
