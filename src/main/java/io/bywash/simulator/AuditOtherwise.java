package io.bywash.simulator;

import io.bywash.group.SgmId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The audit dialogues ask in lower case, as R81 prints them (REFERENCE 14.5, D:vendor), and name the same SGMs in another way
 * (that the device repeats the token it was given: D:field for {@code all}).
 */
record AuditOtherwise(Naming naming) implements Fault {
    enum Naming {
        CHASSIS,
        RANGE,
        BACKWARDS_WITHOUT_ZEROS
    }

    @Override
    public void lieInWait(Ambush ambush) {
        ambush.at(When.atTheStart(), moment -> {
            ambush.seams().audit().question(text -> text.replace("(Y - yes", "(y - yes"));
            ambush.seams().audit().naming(this::named);
            ambush.struck("the audit asks in lower case and names SGMs as %s".formatted(naming));
        });
    }

    /** The same SGMs in other words: a person says yes. */
    @Override
    public boolean harmless() {
        return true;
    }

    private String named(Collection<SimulatedSgm> sgms) {
        List<SgmId> ids = sgms.stream().map(SimulatedSgm::id).sorted().toList();
        boolean oneChassis = ids.stream().map(SgmId::chassis).distinct().count() == 1;
        SgmId first = ids.get(0);
        SgmId last = ids.get(ids.size() - 1);
        boolean gapless = oneChassis && last.slot() - first.slot() + 1 == ids.size();
        if (naming == Naming.CHASSIS && oneChassis) {
            return first.chassis().toString();
        }
        if (naming == Naming.RANGE && gapless && ids.size() > 1) {
            return first.typed() + "-" + last.typed();
        }
        return ids.stream().sorted(Comparator.reverseOrder()).map(SgmId::typed).collect(Collectors.joining(","));
    }
}
