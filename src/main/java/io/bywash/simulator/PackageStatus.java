package io.bywash.simulator;

/** How a stored package stands on one SGM, in CPUSE's words (REFERENCE 3.3, D). */
enum PackageStatus {
    AVAILABLE("Available for Install"),
    INSTALLED("Installed"),
    INSTALLED_AS_PART("Installed as part of");

    private final String words;

    PackageStatus(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
