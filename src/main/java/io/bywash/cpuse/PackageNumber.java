package io.bywash.cpuse;

import io.bywash.evidence.Refused;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.Prompt;
import io.bywash.group.SgmId;
import java.util.Optional;

/**
 * The place of a package in the list of one member, which means another package, or none, on any other (REFERENCE 3.3, D).
 *
 * <p>So the figure cannot be had without standing on that member, and an answer of others about it does not concern it.
 */
public final class PackageNumber {
    private final int figure;
    private final Prompt where;

    /** @param where the prompt of the member whose list was read */
    PackageNumber(int figure, Prompt where) {
        this.figure = figure;
        this.where = where;
    }

    /** The member it is of; empty when its prompt named none. */
    public Optional<SgmId> member() {
        return where.member();
    }

    /**
     * The figure, to be typed on this session and at once.
     *
     * @throws Refused when the session is on another member
     */
    String typedOn(GaiaSession session) {
        Prompt here = session.here();
        if (!here.host().equals(where.host())) {
            throw new Refused("""
                    The %s was not typed: it is of the list there, and the line is on %s by now, where it may be another package. \
                    Run the stage again.""".formatted(this, here.memberTold()));
        }
        return Integer.toString(figure);
    }

    @Override
    public String toString() {
        return "number %d on %s".formatted(figure, where.memberTold());
    }
}
