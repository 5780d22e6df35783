package io.bywash.simulator;

import java.util.Optional;

/**
 * The configuration lock of one SGM: at most one Clish process holds it (REFERENCE 2, D: one lock per machine, held per
 * session).
 */
final class ConfigLock {
    private Object holder;
    private String user;
    private boolean stubborn;

    synchronized Optional<String> ownerSeenBy(Object process) {
        return holder == null || holder == process ? Optional.empty() : Optional.of(user);
    }

    synchronized boolean heldBy(Object process) {
        return holder == process;
    }

    synchronized void takeIfFree(Object process, String name) {
        if (holder == null) {
            override(process, name);
        }
    }

    synchronized void override(Object process, String name) {
        if (stubborn) {
            return;
        }
        holder = process;
        user = name;
    }

    /** Whoever holds it takes it back the moment somebody else takes it. */
    synchronized void keep() {
        stubborn = true;
    }

    synchronized void release(Object process) {
        if (holder == process) {
            free();
        }
    }

    /** A reboot ends every process. */
    synchronized void free() {
        holder = null;
        user = null;
        stubborn = false;
    }
}
