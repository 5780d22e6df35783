package io.bywash.simulator;

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

    ScheduledExecutorService scheduled() {
        return Executors.newSingleThreadScheduledExecutor(factory);
    }
}
