package io.bywash.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Isolated("an error that nothing catches is taken by every test that waits at the same time")
class BrokenWatchTest {
    @Test
    void a_watch_of_ours_that_breaks_does_not_break_in_silence() throws InterruptedException {
        BlockingQueue<Throwable> uncaught = new LinkedBlockingQueue<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, why) -> uncaught.add(why));
        try {
            new Vigilance(Duration.ofMillis(250), Duration.ofMillis(1500)).over(null);

            assertThat(uncaught.poll(30, TimeUnit.SECONDS)).isInstanceOf(NullPointerException.class);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }
}
