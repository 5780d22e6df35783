package io.bywash.simulator;

import static io.bywash.simulator.FaultKind.Family.LINK;

import io.bywash.group.ChassisId;
import java.time.Duration;
import java.util.List;

/** The faults of the way to the group. */
final class LinkFaults {
    static final List<Recipe> ALL = List.of(
            Recipe.of(
                    LINK,
                    "link cut",
                    "every connection from outside ends at once",
                    "7 no. 1",
                    dice -> new LinksCut(dice.moment())),
            Recipe.of(
                    LINK,
                    "link black-holed",
                    "open connections stay open and nothing passes, in either direction",
                    "invented",
                    dice -> new LinksSilent(dice.moment())),
            Recipe.of(
                    LINK,
                    "slow line",
                    "output comes as slowly as over a serial line",
                    "invented",
                    dice -> new LineQuirk(LineQuirk.Kind.SLOW, dice.moment(), dice.from(200, 1200))),
            Recipe.of(
                    LINK,
                    "one byte at a time",
                    "every byte arrives alone, but for blanks in a row",
                    "invented",
                    dice -> new LineQuirk(LineQuirk.Kind.SINGLE_BYTES, When.connection(1), 1)),
            Recipe.of(
                    LINK,
                    "escape sequences split",
                    "a pause within every escape sequence",
                    "2: the sequences; the split invented",
                    dice -> new LineQuirk(LineQuirk.Kind.SPLIT_ESCAPES, When.connection(1), dice.from(1, 3))),
            Recipe.of(
                    LINK,
                    "banner noise",
                    "messages to all terminals, at login and in the middle of everything",
                    "invented",
                    dice -> new LineQuirk(LineQuirk.Kind.NOISE, When.connection(dice.from(1, 3)), dice.from(6, 3000))),
            Recipe.of(
                    LINK,
                    "sessions end early",
                    "every session ends behind its tenth command, or a later one",
                    "invented",
                    dice -> new SessionsEnd(dice.from(10, 20))),
            Recipe.of(
                    LINK,
                    "screen stalls",
                    "a screen stops in its midst, behind a bracket, and goes on later",
                    "invented",
                    dice -> new ScreenStalls(dice.moment(), dice.seconds(5, 1800))),
            Recipe.of(
                    LINK,
                    "endless answer",
                    "hundreds of megabytes of lines come where an answer should end, and no key stops them",
                    "invented",
                    dice -> new EndlessAnswer(dice.moment(), dice.from(100, 300))),
            Recipe.of(
                    LINK,
                    "login refused for a while",
                    "even the right password is refused",
                    "invented",
                    dice -> new LoginRefused(When.connection(dice.from(1, 8)), dice.seconds(30, 400))),
            Recipe.of(
                    LINK,
                    "host key changed",
                    "from one connection on the host key is another one",
                    "invented",
                    dice -> new HostKeyChanged(When.connection(dice.from(1, 8)))),
            Recipe.of(
                    LINK,
                    "each chassis has its host key",
                    "the chassis that takes over answers with a host key of its own",
                    "invented",
                    dice -> new HostKeyOfTheChassis()),
            Recipe.of(
                    LINK,
                    "sftp off",
                    "the management address offers no sftp; scp is run whatever the login shell is",
                    "7 no. 24",
                    dice -> new SftpOff(true)),
            Recipe.of(
                    LINK,
                    "sftp off and Clish in the way of scp",
                    "the management address offers no sftp, and scp needs bash as the login shell",
                    "7 no. 24; R82 Gaia guide",
                    dice -> new SftpOff(false)),
            Recipe.of(
                    LINK,
                    "SMO moves once",
                    "another SGM takes over the management address; connections are cut",
                    "7 no. 2",
                    dice -> new SmoMoves(dice.moment(), Duration.ZERO)),
            Recipe.of(
                    LINK,
                    "SMO moves twice",
                    "the management address moves, and back some time later",
                    "7 no. 2",
                    dice -> new SmoMoves(dice.moment(), dice.seconds(15, 300))),
            Recipe.of(
                    LINK,
                    "SMO moves and comes back unnoticed",
                    "the management address moves and comes back while an installation is waited for, and open connections die without a word",
                    "7 no. 2; the silence invented",
                    dice -> new SmoAway(
                            When.taskBegins(CpuseTask.Kind.INSTALL)
                                    .on(dice.victimOf(ChassisId.CHASSIS1))
                                    .plus(dice.seconds(30, 480)),
                            dice.seconds(15, 60))));

    private LinkFaults() {}
}
