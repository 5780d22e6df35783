package io.bywash.cluster;

import io.bywash.evidence.NotProven;
import io.bywash.gaia.Command;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.Reply;
import io.bywash.gaia.Shell;
import java.util.Arrays;

/**
 * The two marker files of a member that the procedure depends on.
 *
 * @param wizardDone whether the First Time Configuration Wizard was run: {@code /etc/.wizard_accepted} (REFERENCE 3.6, D)
 * @param answersByItself whether audit questions are skipped: {@code /etc/.asg_auto_confirm} (REFERENCE 3.4, D)
 */
public record SgmFiles(boolean wizardDone, boolean answersByItself) {
    private static final String WIZARD = "/etc/.wizard_accepted";
    private static final String AUTO_CONFIRM = "/etc/.asg_auto_confirm";

    /** What is typed for it. */
    public static final String COMMAND = "ls -d %s %s".formatted(WIZARD, AUTO_CONFIRM);

    /** Looks for both on the member we are on. */
    public static SgmFiles read(GaiaSession session) {
        Reply reply = session.run(Command.read(Shell.EXPERT, COMMAND));
        return new SgmFiles(isThere(reply, WIZARD), isThere(reply, AUTO_CONFIRM));
    }

    private static boolean isThere(Reply reply, String path) {
        boolean missed = reply.lines().stream()
                .anyMatch(line -> line.contains(path) && line.contains("No such file or directory"));
        boolean listed = reply.lines().stream()
                .filter(line -> !line.contains("No such file or directory"))
                .flatMap(line -> Arrays.stream(line.split("\\s+")))
                .anyMatch(path::equals);
        if (listed != missed) {
            return listed;
        }
        throw NotProven.by(
                reply.lines(),
                "'%s' at %s did not say whether %s is there. It said: \"%s\"."
                        .formatted(reply.command(), reply.prompt(), path, String.join(" / ", reply.lines())));
    }
}
