package io.bywash.simulator;

import java.util.function.Function;

/** A kind of fault, and how one of it is made from the throws of its dice. */
record Recipe(FaultKind kind, Function<Dice, Fault> make) {

    static Recipe of(FaultKind.Family family, String name, String imitates, String source, Function<Dice, Fault> make) {
        return new Recipe(new FaultKind(name, family, imitates, source), make);
    }
}
