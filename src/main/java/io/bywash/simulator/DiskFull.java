package io.bywash.simulator;

/** One SGM has no room for a package (REFERENCE 7 no. 19; that import looks for room is D, the words are I). */
record DiskFull(Victim victim) implements Fault {
    @Override
    public void lieInWait(Ambush ambush) {
        ambush.at(When.atTheStart(), moment -> victim.in(ambush.group()).fillsDisk());
        ambush.seams().twist((sgm, task) -> {
            if (task.kind() != CpuseTask.Kind.IMPORT || sgm != victim.in(ambush.group())) {
                return task;
            }
            ambush.struck("no room on " + sgm.id());
            return task.failing("Package import failed. Not enough disk space.");
        });
    }
}
