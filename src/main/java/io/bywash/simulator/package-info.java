/**
 * The embedded Security Group: two chassis of SGMs behind an SSH port on 127.0.0.1 that answer as the real ones do.
 *
 * <p>It is a state machine that somebody can log in to, not a list of expected answers: a command changes the state,
 * a screen shows it, time moves it on. It was written from the reference and from captured screens alone, without sight
 * of the code that drives it; the two share {@link io.bywash.group} and meet on a TCP port. The only package that
 * knows the SSH server library.
 */
package io.bywash.simulator;
