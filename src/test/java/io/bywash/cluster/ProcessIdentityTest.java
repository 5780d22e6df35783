package io.bywash.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether another process is certainly over; taken for over while it runs, its order would be given a second time. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProcessIdentityTest {
    private static final long GONE = 99_999_999;
    private static final ProcessIdentity HERE =
            new ProcessIdentity("jump", "aaaa00001111", "bbbb00001111", "4026531836", 4711, "88122");

    @BeforeAll
    static void onLinux() {
        assumeTrue(Files.exists(Path.of("/proc/self/stat")));
    }

    @Test
    void this_process_is_known_in_every_respect() {
        assertThat(ProcessIdentity.here().toString()).doesNotContain(ProcessIdentity.UNKNOWN);
    }

    @Test
    void this_process_is_not_over() {
        assertThat(ProcessIdentity.here().isOverAsSeenFrom(ProcessIdentity.here()))
                .isFalse();
    }

    @Test
    void a_process_whose_number_is_not_given_any_more_is_over() {
        assertThat(here(GONE, "5").isOverAsSeenFrom(HERE)).isTrue();
    }

    @Test
    void a_process_whose_number_was_given_to_another_one_is_over() {
        assertThat(here(ProcessHandle.current().pid(), "5").isOverAsSeenFrom(HERE))
                .isTrue();
    }

    private static ProcessIdentity here(long number, String start) {
        return new ProcessIdentity(HERE.host(), HERE.machine(), HERE.boot(), HERE.namespace(), number, start);
    }

    @ParameterizedTest
    @CsvSource({
        "another host,         desk, aaaa00001111, bbbb00001111, 4026531836, 5",
        "another machine,      jump, aaaa00002222, bbbb00001111, 4026531836, 5",
        "a container,          jump, aaaa00001111, bbbb00001111, 4026532201, 5",
        "a container before,   jump, aaaa00001111, bbbb00002222, 4026532201, 5",
        "no host name,         unknown, aaaa00001111, bbbb00001111, 4026531836, 5",
        "no machine id,        jump, unknown, bbbb00001111, 4026531836, 5",
        "no boot id,           jump, aaaa00001111, unknown, 4026531836, 5",
        "no namespace,         jump, aaaa00001111, bbbb00001111, unknown, 5",
        "no start,             jump, aaaa00001111, bbbb00001111, 4026531836, unknown",
    })
    void of_a_process_elsewhere_nothing_is_certain(
            String where, String host, String machine, String boot, String namespace, String start) {
        assertThat(new ProcessIdentity(host, machine, boot, namespace, GONE, start).isOverAsSeenFrom(HERE))
                .as(where)
                .isFalse();
    }

    @Test
    void a_process_of_this_machine_before_its_last_boot_is_over() {
        assertThat(new ProcessIdentity("jump", "aaaa00001111", "bbbb00002222", "4026531836", 4711, "88122")
                        .isOverAsSeenFrom(HERE))
                .isTrue();
    }

    @Test
    void seen_from_a_container_a_boot_ago_may_be_another_machine() {
        ProcessIdentity inContainer =
                new ProcessIdentity("jump", "aaaa00001111", "bbbb00001111", "4026532201", 7, "12");

        assertThat(new ProcessIdentity("jump", "aaaa00001111", "bbbb00002222", "4026531836", 4711, "88122")
                        .isOverAsSeenFrom(inContainer))
                .isFalse();
    }
}
