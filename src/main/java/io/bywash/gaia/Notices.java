package io.bywash.gaia;

import java.util.regex.Pattern;

/** Lines that Gaia says beside an answer, wherever they stand, and that are no part of it (REFERENCE 2, D). */
public final class Notices {
    private static final Pattern NOTICE =
            Pattern.compile("CLINFR0771\\b.*|CLICMD0201\\s+Config lock is already turned on\\.?");

    private Notices() {}

    /** Whether a line tells who owns the configuration lock and nothing of what was asked. */
    public static boolean isNotice(String line) {
        return NOTICE.matcher(line.strip()).matches();
    }
}
