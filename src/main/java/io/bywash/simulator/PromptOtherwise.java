package io.bywash.simulator;

import io.bywash.group.GatewayMode;

/** Prompts of Clish have another form (REFERENCE 14.1, D). Where the number of a virtual system stands in them, it stays. */
record PromptOtherwise(Form form) implements Fault {
    private static final String EXPERT = "[Expert@";
    private static final String GCLISH = "[Global] ";

    enum Form {
        /** {@code name#} */
        HASH,
        /** {@code name:TACP-0>} */
        TACACS,
        /** {@code name:TACP-0#} */
        TACACS_HASH,
        /** {@code [WARNING! Local Member] name>}, of one member's Clish and never of gClish */
        LOCAL_MEMBER,
        /** {@code name:7>}, one more with each command */
        COUNTER,
        /** {@code name name>}, of every shell */
        TWICE_WITH_ONE_SIGN,
        /** {@code namename>}, of Clish and gClish */
        TWICE_WITHOUT_A_BLANK
    }

    @Override
    public void lieInWait(Ambush ambush) {
        boolean vsx = ambush.group().settings().mode() == GatewayMode.VSX;
        if (vsx && (form == Form.TACACS || form == Form.TACACS_HASH || form == Form.COUNTER)) {
            return;
        }
        ambush.at(When.connection(1), moment -> ambush.struck("prompts are of the form " + form));
        ambush.seams().shells().prompt(this::shown);
    }

    /** A person knows a prompt when it stands there. */
    @Override
    public boolean harmless() {
        return true;
    }

    private String shown(String usual, int commands) {
        if (form == Form.TWICE_WITH_ONE_SIGN) {
            return withoutSign(usual) + " " + usual;
        }
        if (usual.startsWith(EXPERT)) {
            return usual;
        }
        String name = withoutSign(usual);
        return switch (form) {
            case HASH -> name + "# ";
            case TACACS -> name + ":TACP-0> ";
            case TACACS_HASH -> name + ":TACP-0# ";
            case LOCAL_MEMBER -> usual.startsWith(GCLISH) ? usual : "[WARNING! Local Member] " + usual;
            case COUNTER -> "%s:%d> ".formatted(name, commands + 1);
            case TWICE_WITHOUT_A_BLANK -> name + usual;
            case TWICE_WITH_ONE_SIGN -> throw new IllegalStateException();
        };
    }

    private static String withoutSign(String usual) {
        return usual.substring(0, usual.length() - 2);
    }
}
