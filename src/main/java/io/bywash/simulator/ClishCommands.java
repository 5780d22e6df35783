package io.bywash.simulator;

import io.bywash.group.Release;

/** The grammar of a Clish or gClish of one release; one family of commands per class. */
final class ClishCommands {
    private ClishCommands() {}

    static ClishGrammar of(Release release, boolean global) {
        ClishGrammar grammar = new ClishGrammar();
        if (release.hasCpuse()) {
            InstallerActions.into(grammar, global);
            PackageScreens.into(grammar);
        }
        CloningCommands.into(grammar, release);
        LockCommands.into(grammar);
        ShellCommands.into(grammar, global);
        SystemScreens.into(grammar, release, global);
        return grammar;
    }
}
