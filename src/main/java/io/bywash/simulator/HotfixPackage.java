package io.bywash.simulator;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A package as CPUSE knows it.
 *
 * @param fileName the name it is listed under, always a {@code .tgz}
 * @param version the release it is for, as the vendor writes it
 * @param take 0 for a package that is no Jumbo
 * @param digest the SHA-256 of the file it came from
 */
record HotfixPackage(String fileName, String version, int take, String digest) {

    private static final Pattern PRIVATE = Pattern.compile(".*_JHF_T\\d+_HF\\d+_.*Bundle_T(\\d+)_.*");

    boolean jumbo() {
        return take > 0;
    }

    /** Whether it was built for a certain take of a Jumbo, and is none (REFERENCE 14.2, D). */
    boolean isPrivate() {
        return PRIVATE.matcher(fileName).matches();
    }

    /** The take of its own that a private hotfix has in its name. */
    int ownTake() {
        Matcher matcher = PRIVATE.matcher(fileName);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : take;
    }

    /** The name as the registry of hotfixes spells it: {@code R81_10_JUMBO_HF_MAIN}. */
    String registryName() {
        return fileName.replaceFirst("^Check_Point_", "")
                .replaceFirst("_Bundle_T\\d+.*$", "")
                .replaceFirst("\\.tgz$", "");
    }
}
