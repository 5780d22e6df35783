package io.bywash.group;

import java.util.Arrays;
import java.util.Optional;

/** A release of the vendor's software for Scalable Platforms whose wording is known here. */
public enum Release {
    /** R76SP to R76SP.50. */
    R76SP("R76SP"),
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

    /** Whether hotfixes go onto its SGMs by CPUSE; on R76SP they do not (REFERENCE 9, D). */
    public boolean hasCpuse() {
        return this != R76SP;
    }

    /** Whether a member that runs it may write it like this; R76SP has had five successors of its own name, up to R76SP.50. */
    public boolean isToldAs(String told) {
        return told.equals(label) || this == R76SP && told.matches("R76SP\\.\\d0");
    }

    /** The release as the vendor writes it: {@code R81.10}. */
    @Override
    public String toString() {
        return label;
    }
}
