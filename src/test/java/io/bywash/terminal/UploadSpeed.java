package io.bywash.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast an upload is beside OpenSSH's own {@code scp}, with its usual cipher, to the same server in the same run.
 *
 * <p>{@code mvn test -Dtest=UploadSpeed -Dbywash.megabytes=1024}. The turns alternate, so that what else the machine does
 * slows both.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class UploadSpeed {
    private static final int MEGABYTES = Integer.getInteger("bywash.megabytes", 128);
    private static final int TURNS = Integer.getInteger("bywash.turns", 3);

    @TempDir
    private Path folder;

    private final List<Double> ours = new ArrayList<>();
    private final List<Double> scps = new ArrayList<>();

    @Test
    void an_upload_is_as_fast_as_scp() throws IOException {
        Sshd.needs("/usr/bin/scp");
        Path file = made();
        Path key = Sshd.keygen(folder.resolve("id"), "-t", "ed25519");
        try (Sshd sshd = Sshd.start(folder)) {
            sshd.letIn(key);
            sshd.known();
            for (int turn = 0; turn <= TURNS; turn++) {
                double our = seconds(() -> upload(sshd, file));
                double scp = seconds(() -> scp(sshd, file, key));
                if (turn > 0) { // The first one warms both up.
                    ours.add(MEGABYTES / our);
                    scps.add(MEGABYTES / scp);
                }
            }
        }
        double ratio = median(ours) / median(scps);
        System.out.printf(
                "upload of %d MiB, MiB/s: ours %s, scp %s, ratio of the medians %.2f; heap at most %d MiB%n",
                MEGABYTES, rounded(ours), rounded(scps), ratio, heap());
        assertThat(ratio).isGreaterThanOrEqualTo(1.0);
    }

    private void upload(Sshd sshd, Path file) {
        try (SshLink link = Sshd.open(sshd.endpoint(), Sshd.password(), sshd.known())) {
            link.upload(file, folder.resolve("ours").toString(), (sent, of) -> {});
        }
    }

    private void scp(Sshd sshd, Path file, Path key) {
        Sshd.run(
                "scp",
                "-q",
                "-F",
                "none",
                "-i",
                key.toString(),
                "-P",
                String.valueOf(sshd.port()),
                "-o",
                "UserKnownHostsFile=" + folder.resolve("known_hosts"),
                file.toString(),
                "admin@127.0.0.1:" + folder.resolve("scp"));
    }

    private Path made() throws IOException {
        Path file = folder.resolve("package.tgz");
        byte[] piece = new byte[1 << 20];
        Random random = new Random(1);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int written = 0; written < MEGABYTES; written++) {
                random.nextBytes(piece);
                out.write(piece);
            }
        }
        return file;
    }

    private static double seconds(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static List<Long> rounded(List<Double> values) {
        return values.stream().map(Math::round).toList();
    }

    private static long heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()
                >> 20;
    }
}
