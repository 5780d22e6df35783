package io.bywash.simulator;

/** One SGM has a private hotfix installed, named after a jumbo that it was built for (REFERENCE 14.2, D:field). */
record PrivateHotfix(Victim victim) implements Fault {
    @Override
    public void lieInWait(Ambush ambush) {
        ambush.at(When.atTheStart(), moment -> {
            SimulatedSgm sgm = victim.in(ambush.group());
            sgm.packages()
                    .put(StockPackages.privateHotfix(ambush.group().settings().release()), PackageStatus.INSTALLED);
            ambush.struck("a private hotfix is installed on " + sgm.id());
        });
    }

    /** Another package than ours: a person lets it be. */
    @Override
    public boolean harmless() {
        return true;
    }
}
