package io.bywash.simulator;

import java.io.IOException;
import java.nio.channels.ShutdownChannelGroupException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.common.util.threads.CloseableExecutorService;
import org.apache.sshd.common.util.threads.SshThreadPoolExecutor;

/** Threads that never keep a process alive, made as they are needed. */
final class DaemonThreads {
    private final ThreadFactory factory;

    DaemonThreads(String name) {
        factory = task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    CloseableExecutorService pool() {
        return new SshThreadPoolExecutor(0, Integer.MAX_VALUE, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), factory);
    }

    /**
     * Starts something whose own threads may still be handed work when it has ended; such work is dropped without a word.
     *
     * <p>The JDK's channel group makes its threads itself, and they can be reached by their thread group only.
     */
    void start(IoTask task) throws IOException {
        IOException[] failed = new IOException[1];
        Thread starter = new Thread(new Dropping(), () -> {
            try {
                task.run();
            } catch (IOException e) {
                failed[0] = e;
            }
        });
        starter.setDaemon(true);
        starter.start();
        try {
            starter.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (failed[0] != null) {
            throw failed[0];
        }
    }

    interface IoTask {
        void run() throws IOException;
    }

    private static final class Dropping extends ThreadGroup {
        Dropping() {
            super("embedded group");
        }

        @Override
        public void uncaughtException(Thread thread, Throwable thrown) {
            boolean handedOverTooLate =
                    thrown instanceof IllegalStateException || thrown instanceof ShutdownChannelGroupException;
            if (!handedOverTooLate) {
                super.uncaughtException(thread, thrown);
            }
        }
    }

    ScheduledExecutorService scheduled() {
        return Executors.newSingleThreadScheduledExecutor(factory);
    }
}
