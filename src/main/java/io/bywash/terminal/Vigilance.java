package io.bywash.terminal;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import net.schmizz.sshj.SSHClient;

/**
 * How a dead connection is told from a device that is merely quiet: the device's SSH server has to answer an inquiry even
 * when nobody types and nothing is printed.
 *
 * <p>The inquiries and the judgement are apart, because an inquiry itself gets stuck behind an upload into a dead line.
 *
 * @param inquiry the time between two inquiries
 * @param dead how long nothing at all may be heard
 */
record Vigilance(Duration inquiry, Duration dead) {
    /** A dead line is noticed within 30 s, with four inquiries lost. */
    static final Vigilance USUAL = new Vigilance(Duration.ofSeconds(7), Duration.ofSeconds(28));

    private static final ScheduledExecutorService JUDGE = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "watch over SSH connections");
        thread.setDaemon(true);
        return thread;
    });

    /** Watches a connection from before its first byte; ends with {@link Watch#close}. */
    Watch over(SshSocket socket) {
        return new Watch(socket);
    }

    final class Watch implements AutoCloseable {
        private final SshSocket socket;
        private final ScheduledFuture<?> judgement;
        private volatile Thread inquirer;

        private Watch(SshSocket socket) {
            this.socket = socket;
            long pace = Math.max(dead.toMillis() / 20, 1);
            this.judgement = JUDGE.scheduleWithFixedDelay(this::judge, pace, pace, TimeUnit.MILLISECONDS);
        }

        /** What goes wrong with the watch ends the connection, as one that nobody watches may hang for ever. */
        private void judge() {
            try {
                cutWhenDead();
            } catch (RuntimeException | Error e) {
                Thread watch = Thread.currentThread();
                watch.getUncaughtExceptionHandler().uncaughtException(watch, e);
                socket.cut("our own watch over it broke: " + e);
                judgement.cancel(false);
            }
        }

        private void cutWhenDead() {
            if (socket.silence().compareTo(dead) >= 0) {
                socket.cut("nothing was heard from it for %s, not even an answer to our inquiries, so the line is dead"
                        .formatted(seconds(dead)));
                judgement.cancel(false);
            }
        }

        /** Begins to inquire, which a server does not understand before the log-in. */
        void inquire(SSHClient client) {
            inquirer = new Thread(
                    () -> {
                        try {
                            while (true) {
                                Thread.sleep(inquiry.toMillis());
                                client.getConnection().sendGlobalRequest("keepalive@openssh.com", true, new byte[0]);
                            }
                        } catch (InterruptedException | IOException over) {
                            // The connection is closed or lost, and those who use it are told.
                        }
                    },
                    "inquiries over SSH");
            inquirer.setDaemon(true);
            inquirer.start();
        }

        @Override
        public void close() {
            judgement.cancel(false);
            if (inquirer != null) {
                inquirer.interrupt();
            }
        }
    }

    private static String seconds(Duration time) {
        return time.toMillis() < 10_000 ? "%.1f s".formatted(time.toMillis() / 1000.0) : time.toSeconds() + " s";
    }
}
