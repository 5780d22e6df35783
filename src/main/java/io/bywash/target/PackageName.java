package io.bywash.target;

import io.bywash.group.Release;
import io.bywash.group.Take;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a package says of itself in its file name: {@code Check_Point_R80_30SP_JHF_MAIN_Bundle_T101_FULL.tgz} carries
 * Take 101 and R80.30SP. A name that says nothing is no contradiction.
 */
record PackageName(String fileName) {
    private static final Pattern TAKE =
            Pattern.compile("(?<![A-Z0-9])T(?:AKE)?[_ .-]?(\\d{1,4})(?![A-Z0-9])", Pattern.CASE_INSENSITIVE);
    private static final Pattern RELEASE =
            Pattern.compile("(?<![A-Z0-9])R([7-9]\\d)(?:[._](\\d0))?[._]?(SP)?(?![A-Z0-9])", Pattern.CASE_INSENSITIVE);
    private static final Pattern TYPEABLE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]*");

    boolean isPackage() {
        return fileName.toLowerCase(Locale.ROOT).matches(".*\\.(tgz|tar)");
    }

    /** Whether the name can stand in a command to a device without quotes. */
    boolean typeable() {
        return TYPEABLE.matcher(fileName).matches();
    }

    /** The takes in the name when none of them is the one expected. */
    List<String> otherTakes(Take expected) {
        List<String> takes = TAKE.matcher(fileName)
                .results()
                .map(found -> "Take " + Integer.parseInt(found.group(1)))
                .toList();
        return takes.contains(expected.toString()) ? List.of() : takes;
    }

    /** The releases in the name when none of them is the one expected. */
    List<String> otherReleases(Release expected) {
        List<String> releases =
                RELEASE.matcher(fileName).results().map(PackageName::release).toList();
        return releases.contains(expected.toString()) ? List.of() : releases;
    }

    private static String release(MatchResult found) {
        String minor = found.group(2) == null ? "" : "." + found.group(2);
        return "R" + found.group(1) + minor + (found.group(3) == null ? "" : "SP");
    }
}
