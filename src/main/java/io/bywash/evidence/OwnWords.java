package io.bywash.evidence;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The words of this product: every text that stands in its class files and resources. So there is no list of them that could
 * lack one.
 *
 * <p>The embedded group and the recordings are left out. What they say is the device's, and their passwords stand there.
 */
public final class OwnWords {
    private static final List<String> LEFT_OUT = List.of("io/bywash/simulator/", "io/bywash/recording/");
    private static final int MAGIC_AND_VERSION = 8;

    private OwnWords() {}

    /** Of all the product. */
    static String all() {
        try {
            Path place = Path.of(URI.create(String.valueOf(
                    OwnWords.class.getProtectionDomain().getCodeSource().getLocation())));
            if (Files.isDirectory(place)) {
                return under(place);
            }
            try (FileSystem archive = FileSystems.newFileSystem(URI.create("jar:" + place.toUri()), Map.of())) {
                return under(archive.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of classes that belong to it and are kept elsewhere. */
    public static String of(Class<?>... classes) {
        StringBuilder words = new StringBuilder();
        for (Class<?> one : classes) {
            String file = "/" + one.getName().replace('.', '/') + ".class";
            try (InputStream content = one.getResourceAsStream(file)) {
                read(content.readAllBytes(), words);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return words.toString();
    }

    private static String under(Path place) throws IOException {
        StringBuilder words = new StringBuilder();
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = place.relativize(file).toString().replace('\\', '/');
                if (LEFT_OUT.stream().noneMatch(name::startsWith)) {
                    if (name.endsWith(".class")) {
                        read(Files.readAllBytes(file), words);
                    } else {
                        words.append(Files.readString(file, StandardCharsets.UTF_8))
                                .append('\n');
                    }
                }
            }
        }
        return words.toString();
    }

    /** The texts of the constant pool (JVM specification 4.4). */
    private static void read(byte[] classFile, StringBuilder words) throws IOException {
        DataInputStream pool = new DataInputStream(new ByteArrayInputStream(classFile));
        pool.skipBytes(MAGIC_AND_VERSION);
        int count = pool.readUnsignedShort();
        for (int entry = 1; entry < count; entry++) {
            int tag = pool.readUnsignedByte();
            switch (tag) {
                case 1 -> words.append(pool.readUTF()).append('\n');
                case 3, 4, 9, 10, 11, 12, 17, 18 -> pool.skipBytes(4);
                case 5, 6 -> {
                    pool.skipBytes(8);
                    entry++;
                }
                case 7, 8, 16, 19, 20 -> pool.skipBytes(2);
                case 15 -> pool.skipBytes(3);
                default -> throw new IllegalStateException("A constant of kind %d is not known.".formatted(tag));
            }
        }
    }
}
