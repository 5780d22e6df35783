package io.bywash.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Paint;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PaletteTest {
    /** How far two greys are apart that are told apart on paper, of 255. */
    private static final double APART = 25;

    private static double grey(Color colour) {
        return 0.299 * colour.getRed() + 0.587 * colour.getGreen() + 0.114 * colour.getBlue();
    }

    private static boolean alike(Paint one, Paint other) {
        if (one instanceof Hatch hatch && other instanceof Hatch second) {
            return hatch.way() == second.way();
        }
        return one instanceof Color colour
                && other instanceof Color second
                && Math.abs(grey(colour) - grey(second)) < APART;
    }

    private static List<String> alikeAmong(List<Showing> together) {
        List<String> alike = new ArrayList<>();
        for (Showing one : together) {
            for (Showing other : together) {
                if (one.compareTo(other) < 0 && alike(Palette.seen(one), Palette.seen(other))) {
                    alike.add(one + " and " + other);
                }
            }
        }
        return alike;
    }

    @Test
    void no_two_states_of_an_sgm_are_alike_without_colour() {
        assertThat(alikeAmong(List.of(
                        Showing.UNSEEN,
                        Showing.UP,
                        Showing.READY,
                        Showing.STARTING,
                        Showing.DOWN,
                        Showing.ABSENT,
                        Showing.UP_WITH_PROBLEM,
                        Showing.NOT_SHOWN,
                        Showing.UNKNOWN)))
                .isEmpty();
    }

    @Test
    void no_two_roles_are_alike_without_colour() {
        assertThat(alikeAmong(List.of(
                        Showing.UNSEEN, Showing.ROLE_ACTIVE, Showing.ROLE_STANDBY, Showing.DOWN, Showing.UNKNOWN)))
                .isEmpty();
    }

    @Test
    void what_nobody_saw_is_never_drawn_like_what_somebody_saw() {
        assertThat(Showing.values())
                .filteredOn(showing -> showing != Showing.UNSEEN)
                .noneMatch(showing -> Palette.unseen(showing).equals(Palette.seen(showing)));
    }
}
