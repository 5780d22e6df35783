package io.bywash.group;

import java.util.List;

/** What one look at the Security Group says about a condition. */
public sealed interface Assessment {
    /** The condition holds. */
    record Met() implements Assessment {}

    /**
     * It does not hold yet.
     *
     * @param seen what was there instead, in words
     * @param strays the SGMs that keep it from holding, where it is SGMs that do
     */
    record NotYet(String seen, List<SgmStatus> strays) implements Assessment {
        public NotYet(String seen) {
            this(seen, List.of());
        }
    }

    /**
     * It cannot come to hold any more, so waiting longer is pointless.
     *
     * @param strays the SGMs that keep it from holding, where it is SGMs that do
     */
    record Hopeless(String why, List<SgmStatus> strays) implements Assessment {
        public Hopeless(String why) {
            this(why, List.of());
        }
    }
}
