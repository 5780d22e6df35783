package io.bywash.simulator;

/** The shell that user {@code admin} gets at login (REFERENCE 2, D: it may be either). */
public enum LoginShell {
    CLISH,
    EXPERT
}
