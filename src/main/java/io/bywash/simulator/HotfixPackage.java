package io.bywash.simulator;

/**
 * A package as CPUSE knows it.
 *
 * @param fileName the name it is listed under, always a {@code .tgz}
 * @param version the release it is for, as the vendor writes it
 * @param take 0 for a package that is no Jumbo
 * @param digest the SHA-256 of the file it came from
 */
record HotfixPackage(String fileName, String version, int take, String digest) {

    boolean jumbo() {
        return take > 0;
    }

    /** The name as the registry of hotfixes spells it: {@code R81_10_JUMBO_HF_MAIN}. */
    String registryName() {
        return fileName.replaceFirst("^Check_Point_", "")
                .replaceFirst("_Bundle_T\\d+.*$", "")
                .replaceFirst("\\.tgz$", "");
    }
}
