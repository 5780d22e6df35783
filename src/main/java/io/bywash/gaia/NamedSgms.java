package io.bywash.gaia;

import io.bywash.group.ChassisId;
import io.bywash.group.SgmId;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which SGMs a device means where it repeats them: one by one, as ranges or as a chassis, with or without zeros, in any order
 * (REFERENCE 3.1 and 14.5, D). What counts is the set.
 */
public final class NamedSgms {
    private static final Pattern TOKEN =
            Pattern.compile("([12]_\\d{1,2})(?:-([12]_\\d{1,2}))?|chassis([12])", Pattern.CASE_INSENSITIVE);

    private NamedSgms() {}

    /**
     * The SGMs that are named; empty when a word of it names none.
     *
     * @param ofChassis the SGMs that a chassis has, where it is named as a whole
     */
    public static Optional<SortedSet<SgmId>> in(String words, Function<ChassisId, ? extends Set<SgmId>> ofChassis) {
        String even = words.strip().replaceAll("\\s*-\\s*", "-").replaceAll("(?i)\\bchassis\\s+(?=[12]\\b)", "chassis");
        SortedSet<SgmId> named = new TreeSet<>();
        for (String word : even.split("\\s*,\\s*|\\s+", -1)) {
            Matcher token = TOKEN.matcher(word);
            if (!token.matches() || !added(token, ofChassis, named)) {
                return Optional.empty();
            }
        }
        return Optional.of(Collections.unmodifiableSortedSet(named));
    }

    private static boolean added(
            Matcher token, Function<ChassisId, ? extends Set<SgmId>> ofChassis, SortedSet<SgmId> named) {
        if (token.group(3) != null) {
            return named.addAll(ofChassis.apply(ChassisId.of(Integer.parseInt(token.group(3)))));
        }
        Optional<SgmId> first = sgm(token.group(1));
        Optional<SgmId> last = token.group(2) == null ? first : sgm(token.group(2));
        boolean inOrder = first.isPresent()
                && last.isPresent()
                && first.get().chassis() == last.get().chassis()
                && first.get().slot() <= last.get().slot();
        if (inOrder) {
            IntStream.rangeClosed(first.get().slot(), last.get().slot())
                    .forEach(slot -> named.add(new SgmId(first.get().chassis(), slot)));
        }
        return inOrder;
    }

    private static Optional<SgmId> sgm(String id) {
        try {
            return Optional.of(SgmId.parse(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Every SGM that a chassis can have. */
    public static Set<SgmId> anyOf(ChassisId chassis) {
        return IntStream.rangeClosed(1, SgmId.LAST_SLOT)
                .mapToObj(slot -> new SgmId(chassis, slot))
                .collect(Collectors.toSet());
    }
}
