package io.bywash.simulator;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every fault there is. */
public final class Faults {
    private static final List<Recipe> RECIPES = Stream.of(
                    LinkFaults.ALL, ShellFaults.ALL, PackageFaults.ALL, MemberFaults.ALL, GroupFaults.ALL)
            .flatMap(List::stream)
            .toList();

    private Faults() {}

    /** By family: the link, the shells, packages, members, the group. */
    public static List<FaultKind> all() {
        return RECIPES.stream().map(Recipe::kind).toList();
    }

    static List<Recipe> recipes() {
        return RECIPES;
    }

    static Recipe named(String name) {
        return RECIPES.stream()
                .filter(recipe -> recipe.kind().name().equals(name.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no fault '%s'. There are: %s."
                        .formatted(
                                name,
                                RECIPES.stream()
                                        .map(recipe -> recipe.kind().name())
                                        .collect(Collectors.joining(", ")))));
    }
}
