package io.bywash.evidence;

/** What puts a trouble right, as far as the one who found it knows. */
public enum Remedy {
    /** The finder does not know; how the run ended decides. */
    UNKNOWN,
    /** The same command again: it reads first what took effect, and sends only what did not. */
    SAME_COMMAND,
    /** An earlier part of the procedure, which supplies what is missing; the subject is its tag. */
    EARLIER_PART,
    /** A person, on the Security Group; then the same command. */
    ON_THE_GROUP,
    /** A person, in the target file, on the command line, on this machine or on the way to the group. */
    ON_OUR_SIDE,
    /** A person decides that the runs before are not resumed; the subject is the run up to which. */
    AFRESH,
    /** Another run is at work on the group; the subject is its lease. */
    ANOTHER_RUN,
    /** The host did not prove a key that is known here; the finding has the key, and the line that makes it known. */
    HOST_KEY
}
