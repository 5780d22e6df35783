package io.bywash.simulator;

import java.time.Duration;

/** An SGM reboots a second time, so long after it came up. */
record RebootsTwice(Victim victim, Duration later) implements Fault {
    @Override
    public void lieInWait(Ambush ambush) {
        ambush.at(When.next(Moment.Kind.BOOT, victim).plus(later), moment -> {
            ambush.struck(moment.on().id() + " reboots again", moment.on());
            ambush.group().reboots().begin(moment.on(), ambush.now());
        });
    }
}
