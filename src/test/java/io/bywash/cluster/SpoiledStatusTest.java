package io.bywash.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.evidence.NotProven;
import io.bywash.gaia.Shown;
import io.bywash.gaia.Spoiled;
import io.bywash.group.GroupStatus;
import io.bywash.group.SgmId;
import io.bywash.group.SgmState;
import io.bywash.group.SgmStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** A status that was spoiled on its way never shows an SGM, a chassis or the synchronisation in a better state. */
class SpoiledStatusTest {
    private static final String BOTH = """
            | Version                       | R81.20 (Build Number 012)                    |
            | FW Policy Date                | 03Mar25 22:41                                |
            --------------------------------------------------------------------------------
            | SGM ID                 Chassis 1                    Chassis 2                |
            |                        STANDBY                      ACTIVE                   |
            --------------------------------------------------------------------------------
            | 1                      UP                           ACTIVE                   |
            | 2  (local)             DOWN (admin)                 ACTIVE(!)                |
            | 3                      DETACHED                     ACTIVE                   |
            | 4                      READY                        INIT                     |
            | 11                     -                            ACTIVE                   |
            --------------------------------------------------------------------------------
            | Chassis Parameters                                                           |
            | Unit                   Chassis 1        Chassis 2        Unit Weight         |
            | SGMs                   1 / 3            2 / 3            6                   |
            | Synchronization                                                              |
            |   Sync to Active chassis:     Disabled                                       |
            """;
    private static final String BLOCKS = """
            | VSX System Status                                                |
            | VS ID:  0                     VS Name:  Corfu                             |
            | Chassis 1                     STANDBY                                     |
            -----------------------------------------------------------------------------
            | SGM ID         State          Process                   Policy Date       |
            | 1  (local)     UP             Enforcing Security        12Feb15 09:07     |
            | 2              DOWN           Inactive                  NA                |
            | 4              UP             Policy Started            NA                |
            -----------------------------------------------------------------------------
            | Chassis 2                     ACTIVE                                      |
            -----------------------------------------------------------------------------
            | SGM ID         State          Process                   Policy Date       |
            | 1              UP             Enforcing Security        12Feb15 09:07     |
            | 2              UP             Enforcing Security        12Feb15 09:07     |
            | 3              UP             Enforcing Security        12Feb15 09:07     |
            -----------------------------------------------------------------------------
            """;

    private static GroupStatus read(String screen) {
        return StatusScreen.read(Shown.of(screen), Instant.EPOCH, List.of("UP", "ACTIVE"));
    }

    private static Set<SgmId> up(GroupStatus status) {
        return status.sgms().values().stream()
                .filter(sgm -> sgm.state() == SgmState.UP)
                .map(SgmStatus::id)
                .collect(Collectors.toSet());
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void a_spoiled_status_is_never_better(@ForAll long seed) {
        for (String screen : List.of(BOTH, BLOCKS)) {
            GroupStatus before = read(screen);
            String spoiled = Spoiled.of(screen, seed);
            try {
                GroupStatus after = read(spoiled);
                assertThat(up(before)).as(spoiled).containsAll(up(after));
                assertThat(after.synchronised()).as(spoiled).isNotEqualTo(Optional.of(true));
                assertThat(before.roles()).as(spoiled).containsAllEntriesOf(after.roles());
            } catch (NotProven e) {
                assertThat(e).hasMessageContaining("\"");
            }
        }
    }

    @Property
    void any_characters_are_no_status_or_not_proven(@ForAll String anything) {
        try {
            assertThat(read(anything).sgms()).isEmpty();
        } catch (NotProven e) {
            assertThat(e).hasMessageContaining("\"");
        }
    }
}
