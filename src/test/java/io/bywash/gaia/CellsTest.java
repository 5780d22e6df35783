package io.bywash.gaia;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CellsTest {
    @Test
    void two_blanks_or_a_tab_part_two_cells_and_one_blank_parts_none() {
        assertThat(Cells.of("  SGM ID   State\tProcess \t Policy Date "))
                .containsExactly("SGM ID", "State", "Process", "Policy Date");
    }

    @Test
    void a_blank_row_has_none() {
        assertThat(Cells.of(" \t ")).isEmpty();
    }
}
