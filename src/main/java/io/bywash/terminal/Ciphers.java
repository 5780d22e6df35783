package io.bywash.terminal;

import java.security.Security;
import net.schmizz.sshj.common.SecurityUtils;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Which code does the encryption. */
final class Ciphers {
    static {
        // The JDK's own ciphers are three times as fast as the provider's that sshj would put first.
        SecurityUtils.setRegisterBouncyCastle(false);
        Security.addProvider(new BouncyCastleProvider());
    }

    private Ciphers() {}

    /** Has the JDK's own code come first; what it cannot do (some old forms of keys) is left to the other. */
    static void prefer() {
        // Done once, when this class is first used.
    }
}
