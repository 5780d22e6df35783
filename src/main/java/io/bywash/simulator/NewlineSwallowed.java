package io.bywash.simulator;

/**
 * The reader of the expert password wants a newline of its own after the one that came with the password. Whoever sends
 * two at once sees the password in clear, and so does the log (REFERENCE 2, D).
 */
record NewlineSwallowed() implements Fault {
    @Override
    public void lieInWait(Ambush ambush) {
        ambush.seams().shells().passwordReader(console -> read(console, ambush));
    }

    /** A person presses Enter once more. */
    @Override
    public boolean harmless() {
        return true;
    }

    private static String read(Console console, Ambush ambush) {
        String password = console.readLine(false);
        if (password == null) {
            return null;
        }
        if (console.typedAhead()) {
            ambush.struck("the expert password was typed into Clish");
            console.readLine(true);
            console.print("\n%s\n%s\n".formatted(password, ClishRefusals.invalid(password)));
            return "";
        }
        ambush.struck("the newline after the expert password was not taken");
        return console.readLine(false) == null ? null : password;
    }
}
