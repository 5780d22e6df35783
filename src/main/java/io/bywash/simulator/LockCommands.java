package io.bywash.simulator;

import java.util.List;

/** The configuration lock (REFERENCE 2, strings D). */
final class LockCommands {
    private LockCommands() {}

    static void into(ClishGrammar grammar) {
        grammar.act("lock database override", Act.Kind.LOCK_OVERRIDE, LockCommands::override);
        grammar.act("set config-lock on override", Act.Kind.LOCK_OVERRIDE, LockCommands::override);
        grammar.read("unlock database", call -> call.sgm().lock().release(call.shell()));
        grammar.read("show config-lock", LockCommands::show);
    }

    private static void override(ClishCall call) {
        ConfigLock lock = call.sgm().lock();
        if (lock.heldBy(call.shell())) {
            call.shell().refuse(ClishRefusals.LOCK_HELD_ALREADY, call.out());
        } else {
            lock.ownerSeenBy(call.shell())
                    .ifPresent(owner -> call.group()
                            .audited("configuration lock of %s on %s overridden"
                                    .formatted(owner, call.sgm().id())));
            lock.override(call.shell(), LoginSession.USER);
            call.session().tookEffect(List.of(call.sgm()));
        }
    }

    private static void show(ClishCall call) {
        boolean held = call.sgm().lock().heldBy(call.shell());
        call.out().println("config-lock " + (held ? "on" : "off"));
    }
}
