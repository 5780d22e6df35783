package io.bywash.gaia;

import java.util.List;
import java.util.regex.Pattern;

/** The cells of a row that is set out with blanks or tabs: what two blanks or a tab part is two cells. */
public final class Cells {
    private static final Pattern GAP = Pattern.compile(" {2,}| *\t[ \t]*");

    private Cells() {}

    /** The cells from left to right, without blanks around; none of a row that is blank. */
    public static List<String> of(String row) {
        return row.isBlank() ? List.of() : List.of(GAP.split(row.strip()));
    }
}
