package io.bywash.simulator;

import java.util.Random;

/** Every SGM stores some more packages, in front of all others, and each its own number of them. */
record IndexesDiffer(int seed) implements Fault {
    @Override
    public void lieInWait(Ambush ambush) {
        ambush.at(When.atTheStart(), moment -> {
            Random random = new Random(seed);
            String release = ambush.group().settings().release().toString();
            for (SimulatedSgm sgm : ambush.group().sgms()) {
                int more = random.nextInt(12);
                for (int i = 0; i < more; i++) {
                    String name = "Check_Point_%s_Field_Trial_%d_FULL.tgz".formatted(release.replace('.', '_'), i);
                    sgm.packages().putFirst(new HotfixPackage(name, release, 0, "trial " + i));
                }
                ambush.struck("%s stores %d more packages".formatted(sgm.id(), more));
            }
        });
    }

    /** A number belongs to one SGM, so a person reads it there. */
    @Override
    public boolean harmless() {
        return true;
    }
}
