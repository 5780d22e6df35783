package io.bywash.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few of the {@link Manipulations}. */
class ManipulationsTest {
    private static final int TRIES = 5 * Manipulation.values().length;

    @TempDir
    private Path folder;

    @Test
    void every_manipulation_is_found() throws IOException {
        Forgers forgers = new Forgers(folder);
        forgers.tryThem(TRIES, 1);

        assertThat(forgers.notFound()).isEmpty();
    }

    @Test
    void a_run_that_nobody_touched_is_intact() {
        assertThat(new Forgers(folder).untouched())
                .allSatisfy(run -> assertThat(Forgers.said(run, List.of()))
                        .last()
                        .asString()
                        .startsWith("INTACT: "));
    }
}
