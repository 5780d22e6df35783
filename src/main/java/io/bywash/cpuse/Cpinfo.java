package io.bywash.cpuse;

import io.bywash.gaia.UnknownLine;
import io.bywash.group.Take;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code cpinfo -y all}: the hotfixes of one member under {@code [SECTION]} headings (REFERENCE 3.6, D).
 *
 * @param hotfixes every hotfix line, in order; the take may be missing on some headings
 */
public record Cpinfo(List<Hotfix> hotfixes) {
    private static final Pattern SECTION = Pattern.compile("\\[(\\w[\\w .&/+-]{0,60})]");
    private static final Pattern HOTFIX =
            Pattern.compile("((?:HOTFIX|BUNDLE)_\\w+)(?:\\s+Take:\\s*0{0,3}([1-9]\\d{0,5}))?");

    private static final Pattern NONE = Pattern.compile("No hotfixes\\.*");
    private static final Pattern TELLING =
            Pattern.compile("(?i).*(?:hotfix|bundle_|jumbo|\\btake\\b|fail|error|unable|cannot|could not).*");

    /** One line below a heading. */
    public record Hotfix(String section, String name, Optional<Take> take) {
        boolean jumbo() {
            return HotfixKind.of(name) == HotfixKind.JUMBO;
        }

        /** Whether it was built for a certain take of the jumbo, and is not that jumbo. */
        boolean isPrivate() {
            return HotfixKind.of(name) == HotfixKind.PRIVATE;
        }
    }

    /**
     * Reads the screen; a screen that is not cpinfo's is empty.
     *
     * <p>It tells much else, which is passed over; a line about a hotfix or a trouble is not.
     *
     * @throws UnknownLine when such a line is in no form that is known
     */
    public static Optional<Cpinfo> read(String text) {
        if (text.lines().noneMatch(line -> line.contains("This is Check Point CPinfo"))) {
            return Optional.empty();
        }
        List<Hotfix> hotfixes = new ArrayList<>();
        String section = "";
        for (String line : text.lines().map(String::strip).toList()) {
            Matcher heading = SECTION.matcher(line);
            Matcher hotfix = HOTFIX.matcher(line);
            if (heading.matches()) {
                section = heading.group(1);
            } else if (hotfix.matches() && HotfixKind.of(hotfix.group(1)) != HotfixKind.UNCLEAR) {
                hotfixes.add(new Hotfix(
                        section,
                        hotfix.group(1),
                        Optional.ofNullable(hotfix.group(2))
                                .map(Integer::parseInt)
                                .map(Take::new)));
            } else if (TELLING.matcher(line).matches() && !NONE.matcher(line).matches()) {
                throw new UnknownLine(
                        "cpinfo",
                        line,
                        "a line HOTFIX_<name> with or without \"Take: <number>\", of a jumbo or of one that is built for it");
            }
        }
        return Optional.of(new Cpinfo(hotfixes));
    }

    /** The hotfixes that were built for a certain take of the jumbo, by name, each once. */
    public List<String> privateHotfixes() {
        return hotfixes.stream()
                .filter(Hotfix::isPrivate)
                .map(Hotfix::name)
                .distinct()
                .sorted()
                .toList();
    }

    /** The takes of the jumbo, each once, lowest first; more than one means that the member is half-way. */
    public List<Take> jumboTakes() {
        return hotfixes.stream()
                .filter(Hotfix::jumbo)
                .flatMap(hotfix -> hotfix.take().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
