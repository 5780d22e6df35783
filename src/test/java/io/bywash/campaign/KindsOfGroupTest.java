package io.bywash.campaign;

import static io.bywash.group.GatewayMode.SECURITY_GATEWAY;
import static io.bywash.group.GatewayMode.VSX;
import static io.bywash.simulator.LoginShell.CLISH;
import static io.bywash.simulator.LoginShell.EXPERT;
import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.acceptance.Later;
import io.bywash.group.Release;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole procedure on each release, on small groups, with each mode, login shell and word of step H met at least twice. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KindsOfGroupTest {
    private static final List<KindOfGroup> SOME = List.of(
            new KindOfGroup(Release.R76SP, SECURITY_GATEWAY, CLISH, "DOWN", 1, 1),
            new KindOfGroup(Release.R76SP, VSX, EXPERT, "UP", 2, 1),
            new KindOfGroup(Release.R80_20SP, SECURITY_GATEWAY, CLISH, "UP", 1, 1),
            new KindOfGroup(Release.R80_30SP, VSX, EXPERT, "DOWN", 1, 1),
            new KindOfGroup(Release.R81, SECURITY_GATEWAY, EXPERT, "UP", 1, 2),
            new KindOfGroup(Release.R81, VSX, CLISH, "DOWN", 2, 1),
            new KindOfGroup(Release.R81_10, VSX, EXPERT, "UP", 1, 1),
            new KindOfGroup(Release.R81_20, SECURITY_GATEWAY, EXPERT, "DOWN", 2, 1),
            new KindOfGroup(Release.R82, VSX, CLISH, "UP", 1, 2));

    @TempDir
    private Path folder;

    @Test
    void the_whole_procedure_passes_on_some_of_every_release() {
        List<Later<List<String>>> visits = new ArrayList<>();
        for (KindOfGroup kind : SOME) {
            Path own = folder.resolve("kind-" + visits.size());
            visits.add(Later.doing(() -> kind.faults(own)));
        }

        assertThat(visits.stream().flatMap(visit -> visit.get().stream())).isEmpty();
    }

    @Test
    void each_release_is_among_them() {
        assertThat(SOME.stream().map(KindOfGroup::release)).contains(Release.values());
    }

    @Test
    void each_mode_login_shell_and_word_of_step_H_is_met_at_least_twice() {
        assertThat(met(KindOfGroup::mode))
                .containsOnlyKeys(SECURITY_GATEWAY, VSX)
                .allSatisfy(atLeastTwice());
        assertThat(met(KindOfGroup::loginShell)).containsOnlyKeys(CLISH, EXPERT).allSatisfy(atLeastTwice());
        assertThat(met(KindOfGroup::returnState)).containsOnlyKeys("UP", "DOWN").allSatisfy(atLeastTwice());
    }

    private static <T> Map<T, Long> met(Function<KindOfGroup, T> difference) {
        return SOME.stream().collect(Collectors.groupingBy(difference, Collectors.counting()));
    }

    private static <T> BiConsumer<T, Long> atLeastTwice() {
        return (difference, times) -> assertThat(times).isGreaterThanOrEqualTo(2);
    }
}
