package io.bywash.cpuse;

import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a package as a list shows it: a file, or a sentence such as {@code R82.10 Jumbo Hotfix Accumulator Take 24}. */
final class PackageName {
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*\\.(?:tgz|tar)");
    private static final Pattern PART_OF_A_FILE = Pattern.compile("\\.?[A-Za-z0-9_-][A-Za-z0-9._-]*");

    /** No file system keeps a longer name. */
    private static final int LONGEST = 255;

    private PackageName() {}

    static boolean isWholeFile(String name) {
        return FILE.matcher(name).matches();
    }

    static boolean mayBeOfAFile(String name) {
        return PART_OF_A_FILE.matcher(name).matches();
    }

    /**
     * A name and the rest of it from the next line: of a file without a blank, of a sentence with one.
     *
     * @return empty when the name was whole already or would be too long, or it cannot be told whether a number was cut in two
     */
    static Optional<String> joined(String begun, String rest) {
        if (isWholeFile(begun) || begun.length() + rest.length() > LONGEST) {
            return Optional.empty();
        }
        if (mayBeOfAFile(begun)) {
            return mayBeOfAFile(rest) ? Optional.of(begun + rest) : Optional.empty();
        }
        boolean numberMayBeCut =
                Character.isDigit(begun.charAt(begun.length() - 1)) && Character.isDigit(rest.charAt(0));
        return numberMayBeCut ? Optional.empty() : Optional.of(begun + " " + rest);
    }
}
