package io.bywash.cluster;

import io.bywash.gaia.UnknownLine;
import io.bywash.group.SgmId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code fw tab -t connections -s}: how many connections one member handles, of VS0 (D: the vendor's CLI guides; on an
 * SGM I 90 %).
 */
final class Connections {
    private static final Pattern HEADER = Pattern.compile("HOST\\s+NAME\\s+ID\\s+#VALS\\b.*");
    private static final Pattern ROW = Pattern.compile("\\S+\\s+connections\\s+\\d+\\s+(\\d{1,9})(?:\\s+\\d+){0,9}");

    private Connections() {}

    /**
     * The number under {@code #VALS}.
     *
     * @throws UnknownLine when the table is of another form
     */
    static int read(SgmId sgm, List<String> lines) {
        boolean known =
                lines.size() == 2 && HEADER.matcher(lines.get(0).strip()).matches();
        Matcher row = ROW.matcher(lines.size() == 2 ? lines.get(1).strip() : "");
        if (!known || !row.matches()) {
            throw new UnknownLine(
                    "The number of connections of " + sgm,
                    String.join(" / ", lines),
                    "the columns HOST NAME ID #VALS and one row of the table connections; 'connections: none' under 'dialect' in the target file leaves them out");
        }
        return Integer.parseInt(row.group(1));
    }
}
