package io.bywash.procedure;

import io.bywash.group.SgmId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a field of a snapshot: {@code 1_03 take by cpinfo}, or {@code policy} for one of the whole group.
 *
 * @param sgm whose field it is; empty for one of the whole group
 * @param what without the SGM
 */
record FieldName(Optional<SgmId> sgm, String what) {
    private static final Pattern OF_AN_SGM = Pattern.compile("([12]_(?:0[1-9]|1[0-4])) (.*)", Pattern.DOTALL);

    static FieldName parse(String name) {
        Matcher matcher = OF_AN_SGM.matcher(name);
        return matcher.matches()
                ? new FieldName(Optional.of(SgmId.parse(matcher.group(1))), matcher.group(2))
                : new FieldName(Optional.empty(), name);
    }
}
