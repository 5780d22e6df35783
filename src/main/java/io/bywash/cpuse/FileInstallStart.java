package io.bywash.cpuse;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What was heard of an installation on a release without CPUSE, whose words are not known (REFERENCE 9).
 *
 * @param said the lines with something on them, in order
 * @param cut whether the line ended, or nothing more came, before the prompt came back
 */
public record FileInstallStart(List<String> said, boolean cut) {
    /** Words by which a tool says that it did not do what it was told to (I 80 %); a count of none is no trouble. */
    private static final Pattern TROUBLE = Pattern.compile(
            "(?i).*(?:not available|not found|no such|not installed|not started|skipp(?:ed|ing)|usage:|unknown|unrecogni[sz]ed).*");

    private static final Pattern NONE =
            Pattern.compile("(?i).*\\b(?:0|no|without(?: any)?) (?:errors?|failures?|failed)\\b.*");

    static FileInstallStart answered(List<String> lines) {
        return new FileInstallStart(List.copyOf(lines), false);
    }

    static FileInstallStart cut(String text) {
        return new FileInstallStart(
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList(), true);
    }

    /**
     * The line by which the device says that it did not do it, at least on one SGM; only an answer that came to its end says so.
     */
    public Optional<String> trouble() {
        return said.stream()
                .filter(line -> !cut && (TROUBLE.matcher(line).matches() || Installer.isTrouble(line)))
                .filter(line -> !NONE.matcher(line).matches())
                .findFirst();
    }

    /** All of it in one line. */
    public String told() {
        return String.join(" / ", said);
    }
}
