package io.bywash.simulator;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A file that somebody wants to import, as CPUSE finds it: it is read to its end, so that a truncated or altered one is
 * noticed.
 *
 * <p>Understood are the demonstration packages of {@link EmbeddedPackage}, not the vendor's. A {@code .tar} is listed as
 * {@code .tgz} (REFERENCE 3.3, "identifier drift", D); the words for a broken file are I.
 *
 * @param broken what is wrong with it; empty for nothing
 */
record PackageFile(HotfixPackage hotfix, String broken) {
    private static final int BLOCK = 512;
    private static final int LONGEST_MANIFEST = 8 * BLOCK;

    static PackageFile open(Path file) {
        String listedAs = file.getFileName().toString().replaceFirst("\\.tar$", ".tgz");
        String digest = FileCommands.digest(file, "SHA-256");
        HotfixPackage unknown = new HotfixPackage(listedAs, "", 0, digest);
        try (InputStream bytes = unpacked(file)) {
            Map<String, String> manifest = manifest(bytes);
            byte[] payload = digestOfEntry(bytes);
            bytes.transferTo(OutputStream.nullOutputStream());
            boolean whole = HexFormat.of().formatHex(payload).equals(manifest.get("payload"));
            HotfixPackage read = new HotfixPackage(
                    listedAs, manifest.get("version"), Integer.parseInt(manifest.get("take")), digest);
            return whole && read.version() != null ? new PackageFile(read, "") : corrupted(unknown);
        } catch (IOException | IllegalArgumentException | NoSuchAlgorithmException unreadable) {
            return corrupted(unknown);
        }
    }

    /** What an SGM's row says against the import; empty if nothing (REFERENCE 3.3, failure texts D). */
    String complaint(SimulatedSgm sgm) {
        if (!broken.isEmpty()) {
            return broken;
        }
        Optional<PackageStore.Entry> stored = sgm.packages().named(hotfix.fileName());
        if (stored.isEmpty()) {
            return "";
        }
        return stored.get().stored().digest().equals(hotfix.digest())
                ? "The package you are trying to import already exists."
                : ("Build number %d of this package is already stored on this machine. Please remove all stored builds"
                                + " of this package.")
                        .formatted(hotfix.take());
    }

    private static PackageFile corrupted(HotfixPackage unknown) {
        return new PackageFile(unknown, "Package import failed. The package is corrupted.");
    }

    private static InputStream unpacked(Path file) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        raw.mark(2);
        boolean zipped = raw.read() == 0x1f && raw.read() == 0x8b;
        raw.reset();
        return zipped ? new GZIPInputStream(raw) : raw;
    }

    /** The size of the next entry of a tar, whose header is read. */
    private static long sizeOfEntry(InputStream tar) throws IOException {
        byte[] header = tar.readNBytes(BLOCK);
        String size = header.length < BLOCK ? "" : new String(header, 124, 11, StandardCharsets.US_ASCII);
        if (!size.matches("[0-7]{11}")) {
            throw new IOException("no tar");
        }
        return Long.parseLong(size, 8);
    }

    private static byte[] digestOfEntry(InputStream tar) throws IOException, NoSuchAlgorithmException {
        long length = sizeOfEntry(tar);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] block = new byte[1 << 16];
        for (long left = length; left > 0; ) {
            int read = tar.read(block, 0, (int) Math.min(left, block.length));
            if (read < 0) {
                throw new EOFException("truncated");
            }
            digest.update(block, 0, read);
            left -= read;
        }
        return digest.digest();
    }

    private static Map<String, String> manifest(InputStream tar) throws IOException {
        int length = (int) Math.min(sizeOfEntry(tar), LONGEST_MANIFEST);
        byte[] text = tar.readNBytes(length);
        tar.skipNBytes((BLOCK - length % BLOCK) % BLOCK);
        Map<String, String> facts = new HashMap<>();
        new String(text, StandardCharsets.UTF_8).lines().forEach(line -> {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                facts.put(line.substring(0, colon), line.substring(colon + 2));
            }
        });
        return facts;
    }
}
