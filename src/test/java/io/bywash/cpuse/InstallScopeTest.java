package io.bywash.cpuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.group.ChassisId;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class InstallScopeTest {
    @Test
    void neighbouring_slots_are_written_as_a_range() {
        SecurityGroup group = SecurityGroup.of(
                "harbour", Set.of(SgmId.parse("1_1"), SgmId.parse("1_2"), SgmId.parse("1_4"), SgmId.parse("2_1")));

        assertThat(InstallScope.of(group, ChassisId.CHASSIS1).memberIds()).isEqualTo("1_1-1_2,1_4");
    }

    @Property(tries = 200)
    void it_never_names_the_other_chassis(
            @ForAll @Size(min = 1, max = 14) Set<@IntRange(min = 1, max = 14) Integer> slots,
            @ForAll ChassisId chassis) {
        java.util.TreeSet<SgmId> sgms = new java.util.TreeSet<>();
        slots.forEach(slot -> sgms.add(new SgmId(chassis, slot)));
        sgms.add(new SgmId(chassis.other(), 1));

        String ids =
                InstallScope.of(new SecurityGroup("harbour", sgms), chassis).memberIds();

        assertThat(ids).matches("(?:%d_\\d+[,-]?)+".formatted(chassis.number()));
    }
}
