package io.bywash.simulator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The expert password is shown as it is typed, and what looks on repeats it in other forms. */
record PasswordEchoed() implements Fault {
    @Override
    public void lieInWait(Ambush ambush) {
        ambush.seams().shells().passwordReader(console -> read(console, ambush));
    }

    /** Nothing of the group is wrong: a person goes on, and changes the password afterwards. */
    @Override
    public boolean harmless() {
        return true;
    }

    private static String read(Console console, Ambush ambush) {
        String password = console.readLine(true);
        if (password == null) {
            return null;
        }
        ambush.struck("the expert password was shown");
        console.print("%s %s\n"
                .formatted(
                        Base64.getEncoder().encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8)),
                        URLEncoder.encode(password, StandardCharsets.UTF_8)));
        return password;
    }
}
