package io.bywash.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Which faults strike a group, when, and what they choose as their victim.
 *
 * <p>A plan is made before the group and knows nothing of it; the same seed makes the same plan, and a plan may be used
 * for several groups. Its text tells everything that was chosen.
 */
public final class FaultPlan {
    private static final FaultPlan NONE = new FaultPlan(List.of());
    private final List<Chosen> chosen;

    /** A fault with the choices of its dice made. */
    private record Chosen(String name, Fault fault) {
        @Override
        public String toString() {
            return (name + " " + fault.toString().replaceFirst("^\\w+", "")).replaceAll("\\s+", " ");
        }
    }

    private FaultPlan(List<Chosen> chosen) {
        this.chosen = chosen;
    }

    /** A healthy group. */
    public static FaultPlan none() {
        return NONE;
    }

    /** One or two of all faults. */
    public static FaultPlan ofSeed(long seed) {
        Random random = new Random(seed * 0x5DEECE66DL + 11);
        List<String> names =
                new ArrayList<>(Faults.all().stream().map(FaultKind::name).toList());
        Collections.shuffle(names, random);
        return of(seed, names.subList(0, 1 + random.nextInt(2)));
    }

    /**
     * Exactly these, with the choices of seed 1.
     *
     * @throws IllegalArgumentException for a name that is not in {@link Faults#all()}
     */
    public static FaultPlan of(String... names) {
        return of(1, Arrays.asList(names));
    }

    /** Exactly these, with the choices of a seed. */
    public static FaultPlan of(long seed, List<String> names) {
        return new FaultPlan(names.stream()
                .map(Faults::named)
                .map(recipe -> new Chosen(
                        recipe.kind().name(),
                        recipe.make().apply(new Dice(seed, recipe.kind().name()))))
                .toList());
    }

    /** For a test that makes its own choices. */
    static FaultPlan of(String name, Fault fault) {
        return new FaultPlan(List.of(new Chosen(name, fault)));
    }

    public List<String> names() {
        return chosen.stream().map(Chosen::name).toList();
    }

    /** Whether there are faults in it, and a person shrugs at each of them, as the dice fell. */
    public boolean harmless() {
        return !chosen.isEmpty() && chosen.stream().allMatch(one -> one.fault().harmless());
    }

    /** Whether a person shrugs at this one of its faults, as the dice fell. */
    public boolean harmless(String name) {
        return chosen.stream()
                .anyMatch(one -> one.name().equals(name) && one.fault().harmless());
    }

    void lieInWait(SimulatedGroup group) {
        chosen.forEach(one -> one.fault().lieInWait(new Ambush(group, one.name())));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FaultPlan plan && plan.chosen.equals(chosen);
    }

    @Override
    public int hashCode() {
        return chosen.hashCode();
    }

    @Override
    public String toString() {
        return chosen.isEmpty()
                ? "no faults"
                : chosen.stream().map(Chosen::toString).collect(Collectors.joining("; "));
    }
}
