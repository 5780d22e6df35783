package io.bywash.terminal;

import io.bywash.evidence.Broken;
import io.bywash.evidence.Finding;

/** The device, or our own caution about it, did not let us in; trying again would not help. */
public class LoginRefused extends Broken {
    public LoginRefused(String paragraph) {
        super(paragraph);
    }

    LoginRefused(String paragraph, Finding finding) {
        super(paragraph, finding, null);
    }

    @Override
    public boolean letIn() {
        return false;
    }
}
