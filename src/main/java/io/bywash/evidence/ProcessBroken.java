package io.bywash.evidence;

/** The Java process of the run itself is broken: it has run out of memory, or a thread of it has died. */
public final class ProcessBroken extends Broken {
    private ProcessBroken(String paragraph, Throwable why) {
        super(paragraph, why);
    }

    /** What is no trouble of a step but one of the whole process, in a form that may be thrown on; anything else as it is. */
    public static Throwable told(Throwable e) {
        boolean ofTheProcess = e instanceof Error && !(e instanceof AssertionError);
        return ofTheProcess ? new ProcessBroken(paragraph("Our own process", e), e) : e;
    }

    /**
     * The paragraph for a person.
     *
     * @param who what of the process is broken, such as {@code The thread 'terminal watch'}
     */
    public static String paragraph(String who, Throwable why) {
        return """
                %s broke: %s%s. This is a fault of ours, and says nothing about the Security Group. Nothing more is sent. What \
                was sent last may still be at work: look at both chassis before anything else.""".formatted(who, why, where(why));
    }

    private static String where(Throwable why) {
        StackTraceElement[] stack = why.getStackTrace();
        return stack.length == 0 ? "" : ", at " + stack[0];
    }
}
