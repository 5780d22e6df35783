package io.bywash.group;

/** The two modes a Security Group runs in; in VSX mode every command of the procedure belongs in VS0. */
public enum GatewayMode {
    SECURITY_GATEWAY,
    VSX
}
