package io.bywash.acceptance;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Something that is being done meanwhile. Runs that share nothing are made at the same time, because nearly all of a run
 * is waiting for a device to fall quiet. What takes long is best begun first.
 */
public final class Later<T> {
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(12, work -> {
        Thread thread = new Thread(work, "meanwhile");
        thread.setDaemon(true);
        return thread;
    });

    private final Future<T> future;

    private Later(Future<T> future) {
        this.future = future;
    }

    public static <T> Later<T> doing(Callable<T> work) {
        return new Later<>(THREADS.submit(work));
    }

    /** Waits for it. */
    public T get() {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new AssertionError("It was to be done meanwhile, and failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
