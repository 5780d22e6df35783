package io.bywash.evidence;

/** A history that is gone through again does not go on as the run would; what came after cannot be derived from it. */
public final class Astray extends RuntimeException {
    Astray(String how) {
        super(how, null, false, false);
    }
}
