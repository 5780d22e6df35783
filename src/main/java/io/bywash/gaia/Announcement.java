package io.bywash.gaia;

import java.util.regex.Pattern;

/**
 * What somebody says to all terminals at once, as by {@code wall} or {@code shutdown}: it may stand anywhere in an answer, in a
 * question, or behind a prompt.
 *
 * <p>Its first line is known (util-linux, wall(1), D; on Gaia I 95 %), and its end is not marked. So what it stands in is not
 * read, and no question beside it is answered: a read is made again, on a new line where the prompt does not come back.
 */
final class Announcement {
    private static final Pattern FIRST_LINE = Pattern.compile("^\\h*Broadcast message from \\S+.*$", Pattern.MULTILINE);

    private Announcement() {}

    static boolean isIn(String said) {
        return FIRST_LINE.matcher(said).find();
    }
}
