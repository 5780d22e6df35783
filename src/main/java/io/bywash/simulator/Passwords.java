package io.bywash.simulator;

/**
 * The passwords of an embedded group; they are not kept with its state.
 *
 * @param login of the only user, over SSH and on a console
 * @param expert of the Expert mode
 */
public record Passwords(String login, String expert) {
    static final Passwords USUAL = new Passwords(EmbeddedGroup.LOGIN_PASSWORD, EmbeddedGroup.EXPERT_PASSWORD);
}
