package io.bywash.group;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A release of the vendor's software for Scalable Platforms whose wording is known here. */
public enum Release {
    R80_20SP("R80.20SP"),
    R80_30SP("R80.30SP"),
    R81("R81"),
    R81_10("R81.10"),
    R81_20("R81.20"),
    R82("R82");

    private final String label;

    Release(String label) {
        this.label = label;
    }

    /** The release that the vendor writes as {@code label}; upper and lower case are the same. */
    public static Optional<Release> labelled(String label) {
        return Arrays.stream(values())
                .filter(release -> release.label.equalsIgnoreCase(label.strip()))
                .findFirst();
    }

    /**
     * Why a release that people run is not among these, as a sentence; empty for any other text.
     *
     * <p>R76SP to R76SP.50 have no CPUSE for hotfixes of SGMs (REFERENCE 9, D).
     */
    public static Optional<String> whyNot(String label) {
        return label.strip().toUpperCase(Locale.ROOT).matches("R76SP(?:\\.\\d+)?")
                ? Optional.of(
                        "R76SP has no CPUSE for hotfixes of SGMs: its asg_hf_installer takes SGMs down by itself, leaves them down, and asks questions that no document prints, so nothing here could install with it safely or prove what it did.")
                : Optional.empty();
    }

    /** The release as the vendor writes it: {@code R81.10}. */
    @Override
    public String toString() {
        return label;
    }
}
