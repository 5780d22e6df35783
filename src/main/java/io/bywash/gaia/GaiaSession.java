package io.bywash.gaia;

import io.bywash.evidence.Broken;
import io.bywash.evidence.Fact;
import io.bywash.evidence.History;
import io.bywash.evidence.Refused;
import io.bywash.evidence.Secret;
import io.bywash.evidence.WaitingTime;
import io.bywash.group.GatewayMode;
import io.bywash.group.SgmId;
import io.bywash.terminal.ConnectionLost;
import io.bywash.terminal.LoginRefused;
import io.bywash.terminal.Terminal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A person's seat at one terminal of the Security Group.
 *
 * <p>Every command is recorded with the prompt it was typed at. Nothing is typed in another VS than VS0. Used by one
 * thread at a time.
 */
public final class GaiaSession implements AutoCloseable {
    private static final int MOST_MOVES = 6;
    private static final String UNLOCK = "unlock database";
    /** As {@code expert} asks it, on some gateways for the current one (REFERENCE 14.1, D). */
    private static final String EXPERT_PASSWORD = "Enter (?:current )?expert password:";

    private static final int FEWEST_TRIES = 3;
    private static final int MOST_TRIES = 200;

    private Line line;
    private final GatewayMode mode;
    private final Secret expertPassword;
    private final History history;
    private final Optional<ConsoleLogin> console;
    private final Optional<Supplier<Line>> another;
    private ShellNesting nesting = new ShellNesting();
    private String lockOwner = "somebody else";
    private boolean over;
    private boolean renewing;
    /** Whether the number in a prompt of Clish has been seen to grow, so that it is none of a VS. */
    private boolean counting;

    private GaiaSession(
            Line line,
            GatewayMode mode,
            Secret expertPassword,
            History history,
            Optional<ConsoleLogin> console,
            Optional<Supplier<Line>> another) {
        this.another = another;
        this.line = line;
        this.mode = mode;
        this.expertPassword = expertPassword;
        this.history = history;
        this.console = console;
    }

    /**
     * Waits for the first prompt of a terminal that has just been opened.
     *
     * @throws UnexpectedPrompt when none comes
     */
    public static GaiaSession begin(
            Terminal terminal,
            GatewayMode mode,
            Secret expertPassword,
            Tempo tempo,
            History history,
            WaitingTime waiting) {
        return on(new Line(terminal, tempo, history, waiting), mode, expertPassword, history, Optional.empty());
    }

    /**
     * The same on a line in whose place another one can be opened when it dies; reads then go on there.
     *
     * @param another opens one, or throws {@link ConnectionLost} while nobody answers
     */
    static GaiaSession on(
            Line line, GatewayMode mode, Secret expertPassword, History history, Optional<Supplier<Line>> another) {
        GaiaSession session = new GaiaSession(line, mode, expertPassword, history, Optional.empty(), another);
        session.readFirstPrompt();
        return session;
    }

    /**
     * Logs in on a serial console, in whatever state it is.
     *
     * @param patience how long the member may take to boot
     * @throws ConsoleUnusable when the line is silent, or in the middle of something
     * @throws LoginRefused when the member does not let us in
     */
    static GaiaSession beginOnConsole(
            Terminal terminal,
            GatewayMode mode,
            Secret expertPassword,
            Tempo tempo,
            History history,
            WaitingTime waiting,
            String user,
            Secret password,
            Duration patience) {
        Line line = new Line(terminal, tempo, history, waiting);
        return new GaiaSession(
                        line,
                        mode,
                        expertPassword,
                        history,
                        Optional.of(new ConsoleLogin(line, user, password)),
                        Optional.empty())
                .loggedIn(patience);
    }

    private GaiaSession loggedIn(Duration patience) {
        console.orElseThrow().logIn(patience);
        readFirstPrompt();
        return this;
    }

    /** Whether the line is a serial console, which outlives the reboot of its member. */
    public boolean isOnConsole() {
        return console.isPresent();
    }

    /**
     * Takes in what the line has said meanwhile, without a key.
     *
     * @throws ConnectionLost when it is dead
     */
    public void overhear() {
        while (line.listen(Duration.ZERO)) {
            continue;
        }
    }

    /**
     * Logs in once more on the same console, whose session ended with a reboot of the member.
     *
     * @param patience how long the member may still take to boot
     */
    public GaiaSession logInAgain(Duration patience) {
        return new GaiaSession(line, mode, expertPassword, history, console, another).loggedIn(patience);
    }

    /** Leaves every shell of a console, so that nobody finds one open; nothing is typed on one whose session is over. */
    public void logOut() {
        if (console.isEmpty() || over) {
            return;
        }
        over = true;
        Prompt before = here();
        Instant at = line.now();
        long started = line.nanos();
        console.get().logOut();
        record(at, before.text(), "(log-out)", line.shownWithoutSecrets(), line.cursorLine(), line.since(started));
    }

    private void readFirstPrompt() {
        long opened = line.nanos();
        long lastHeard = opened;
        while (line.since(opened).compareTo(line.tempo().limit()) < 0) {
            boolean heard = line.listen(line.tempo().quiet());
            lastHeard = heard ? line.nanos() : lastHeard;
            Optional<Prompt> prompt = heard ? Optional.empty() : Prompt.read(line.cursorLine());
            if (prompt.isPresent()) {
                nesting.opened(prompt.get());
                noteLockOwner(line.shown());
                record(
                        history.now(),
                        "",
                        "(log-in)",
                        line.shownWithoutSecrets(),
                        prompt.get().text(),
                        Duration.ZERO);
                return;
            }
            if (console.isEmpty()
                    && line.since(lastHeard).compareTo(line.tempo().bewildered()) >= 0
                    && Announcement.isIn(line.shown())) {
                throw new SpokenInto(line.name());
            }
        }
        throw new UnexpectedPrompt("""
                After the log-in on '%s' no prompt of Clish, gClish or the Expert mode was seen. The last line was: "%s". \
                Log in by hand and look what the device shows.""".formatted(line.name(), line.cursorLine()));
    }

    /** The prompt we stand at. */
    public Prompt here() {
        return nesting.here();
    }

    /** Whether the line died, so that another has to be opened. */
    public boolean isOver() {
        return over;
    }

    /**
     * Something that only reads or moves between shells, made again on a new line when its own dies, at the place where it
     * began; for as long as a command may be silent, and three times at least.
     */
    private <T> T patiently(Supplier<T> reading) {
        if (renewing || another.isEmpty()) {
            return reading.get();
        }
        renewing = true;
        try {
            long began = line.nanos();
            for (int tries = 1; ; tries++) {
                try {
                    if (over) {
                        renew();
                    }
                    return reading.get();
                } catch (ConnectionLost e) {
                    over = true;
                    boolean patient = tries < FEWEST_TRIES
                            || tries < MOST_TRIES
                                    && line.since(began).compareTo(line.tempo().limit()) < 0;
                    if (!patient) {
                        throw e;
                    }
                }
            }
        } finally {
            renewing = false;
        }
    }

    /** Opens another line, and goes where we stood: to the same shell, of the SMO as it is now or of the same other member. */
    private void renew() {
        Prompt before = here();
        boolean elsewhere = nesting.onAHop();
        line.close();
        line = another.orElseThrow().get();
        nesting = new ShellNesting();
        boolean arrived = false;
        try {
            readFirstPrompt();
            over = false;
            if (elsewhere) {
                hop(before.member().orElseThrow());
            }
            move(before.shell());
            arrived = true;
        } catch (UnexpectedPrompt e) {
            throw new ConnectionLost(
                    "A log-in did not come to a prompt, as when a member is starting. " + e.getMessage(), e);
        } finally {
            if (!arrived) {
                nesting = ShellNesting.at(before, elsewhere);
                over = true;
            }
        }
    }

    /** Goes to a shell of the member we are on, through as few other shells as it takes. */
    public void reach(Shell wanted) {
        patiently(() -> {
            move(wanted);
            return wanted;
        });
    }

    private void move(Shell wanted) {
        for (int move = 0; here().shell() != wanted; move++) {
            if (move == MOST_MOVES) {
                throw new UnexpectedPrompt(
                        "The line '%s' does not get to %s; it stands at %s.".formatted(line.name(), wanted, here()));
            }
            if (nesting.isOpenHere(wanted) || here().shell() == Shell.GCLISH) {
                exit();
            } else {
                open(wanted);
            }
        }
    }

    /**
     * A Clish that stays open below another shell would go on owning the configuration lock, and be in the way of our own
     * other lines (REFERENCE 2, D; that it can be given up like this I 85 %). Whatever the answer, nothing rests on it.
     */
    private void giveUpLock() {
        Prompt before = here();
        Reply reply = converse(Command.read(Shell.CLISH, UNLOCK), prompt -> prompt.isAgain(before));
        counting |= reply.prompt().counts(before);
        nesting.stand(reply.prompt());
    }

    private void open(Shell wanted) {
        if (here().shell() == Shell.CLISH) {
            giveUpLock();
        }
        Command command = switch (wanted) {
            case EXPERT ->
                Command.read(here().shell(), "expert")
                        .asking(List.of(Question.secret("Expert password", EXPERT_PASSWORD, expertPassword)));
            case GCLISH -> Command.read(here().shell(), "gclish");
            case CLISH -> Command.read(here().shell(), "clish");
        };
        String host = here().host();
        Reply reply = converse(command, prompt -> prompt.host().equals(host));
        if (reply.prompt().shell() != wanted) {
            throw notOpened(wanted, reply);
        }
        nesting.opened(reply.prompt());
    }

    private Broken notOpened(Shell wanted, Reply reply) {
        String answer = String.join(" ", reply.lines());
        if (wanted == Shell.EXPERT && answer.contains("Wrong password")) {
            return new LoginRefused("""
                    %s refused the Expert password. Check where the target file takes 'expertPasswordFrom' from. Nothing \
                    was sent after this, and it is not tried again.""".formatted(reply.prompt().host()));
        }
        if (wanted == Shell.EXPERT && answer.contains("Expert password has not been defined")) {
            return new LoginRefused("""
                    %s has no Expert password yet. Set one there with 'set expert-password' and name it in the target \
                    file under 'expertPasswordFrom'.""".formatted(reply.prompt().host()));
        }
        return new UnexpectedPrompt("'%s' did not open %s: the prompt is %s, and the device said \"%s\"."
                .formatted(reply.command(), wanted, reply.prompt(), answer));
    }

    /** Leaves the innermost shell. */
    public void exit() {
        patiently(() -> {
            leave();
            return true;
        });
    }

    private void leave() {
        if (nesting.depth() == 1) {
            throw new UnexpectedPrompt("'exit' at %s would end the session; it was not sent.".formatted(here()));
        }
        run(Command.read(here().shell(), "exit"), true);
    }

    /**
     * Goes to another SGM, or stays when this is it. Ends in that member's login shell.
     *
     * @throws SgmSilent when it does not let us in
     */
    public void goTo(SgmId sgm) {
        patiently(() -> {
            hop(sgm);
            return sgm;
        });
    }

    private void hop(SgmId sgm) {
        if (here().member().equals(Optional.of(sgm))) {
            return;
        }
        reach(Shell.EXPERT);
        Prompt from = here();
        Command command = Command.read(Shell.EXPERT, "member " + sgm.typed());
        Reply reply = converse(
                command,
                prompt -> prompt.text().equals(from.text()) || prompt.member().equals(Optional.of(sgm)));
        if (!reply.prompt().member().equals(Optional.of(sgm))) {
            throw new SgmSilent(sgm, String.join(" ", reply.lines()));
        }
        nesting.hopped(reply.prompt());
    }

    /** Ends the last hop to another member, if one is open. */
    public void comeBack() {
        patiently(() -> {
            leaveTheHop();
            return true;
        });
    }

    private void leaveTheHop() {
        while (nesting.onAHop()) {
            boolean lastShell = nesting.atHop();
            exit();
            if (lastShell) {
                return;
            }
        }
    }

    /**
     * Runs a command in its shell.
     *
     * <p>When the configuration lock is somebody else's and the command is an act, the lock is taken over, at most once a
     * part of the procedure, which is recorded, and the command is sent once more: the device says that it did not run it (REFERENCE 2, D).
     * An act that did not leave here is sent on another line.
     *
     * <p>A read that no user is let in for is tried again for a while, as right after the agent was at work (REFERENCE 2).
     *
     * @throws CommandRefused when the device says that it did not run it
     * @throws MemberRefused when one member of several says so of an act; of a read, who reads its answer says so
     * @throws UnknownQuestion when the device asks something that the command does not announce
     * @throws StuckCommand when it is silent, or goes on, for too long
     * @throws Unanswered when the line dies meanwhile
     */
    public Reply run(Command command) {
        if (!command.isAct()) {
            return patiently(() -> {
                move(command.shell());
                return run(command, false);
            });
        }
        Command act = command;
        for (int tries = 1; ; tries++) {
            try {
                reach(act.shell());
                return runAct(act);
            } catch (NotSent e) {
                Permit permit = act.permit().orElseThrow();
                if (tries == NotSent.TRIES || another.isEmpty() || permit.restsOnAReading()) {
                    throw e;
                }
                act = act.with(permit.renewed());
            }
        }
    }

    private Reply runAct(Command command) {
        try {
            return run(command, false);
        } catch (CommandRefused e) {
            if (!Refusals.isLock(e.answer())
                    || !command.permit().map(Permit::mayTakeLock).orElse(false)) {
                throw e;
            }
            history.note(
                    "The configuration lock was owned by %s and is taken over for '%s'. The lines of this run give it up before they open another shell."
                            .formatted(lockOwner, command));
            Permit permit = command.permit().get();
            run(Command.act(command.shell(), permit.forLock()), false);
            return run(command.with(permit.again()), false);
        }
    }

    /**
     * Runs a read in another shell of the member we are on, and comes back to a shell like the one we stand in. What was opened
     * for it is left first, or its lock on the configuration would be in the way of what is sent afterwards (REFERENCE 2).
     */
    public Reply aside(Command read) {
        return patiently(() -> readAside(read));
    }

    private Reply readAside(Command read) {
        Shell before = here().shell();
        boolean open = nesting.isOpenHere(read.shell());
        Reply reply = run(read);
        if (!open) {
            exit();
        }
        reach(before);
        return reply;
    }

    /** Runs one that leaves shells: it ends at the prompt of a shell further out, and the ones inside are gone. */
    private Reply run(Command command, boolean leaving) {
        Prompt before = here();
        if (leaving) {
            Reply reply = converse(command, nesting::isOuter);
            nesting.backAt(reply.prompt());
            return reply;
        }
        Reply reply = answer(command, before);
        Refusals.in(reply).ifPresent(said -> {
            throw new CommandRefused(command, before, said);
        });
        if (command.isAct()) {
            Refusals.lockIn(reply.text()).ifPresent(said -> {
                throw new CommandRefused(command, before, said);
            });
            Refusals.ofOneMember(reply.text()).ifPresent(refused -> {
                throw refused;
            });
        }
        return reply;
    }

    /** The answer of a read is asked for again as long as a refusal may pass by itself, within the limit of a command. */
    private Reply answer(Command command, Prompt before) {
        long began = line.nanos();
        for (int tries = 1; ; tries++) {
            Reply reply = converse(command, prompt -> prompt.isAgain(before) || nesting.isOuter(prompt));
            if (reply.prompt().counts(before)) {
                counting = true;
                nesting.stand(reply.prompt());
            } else if (!reply.prompt().text().equals(before.text())) {
                nesting.backAt(reply.prompt());
                return reply;
            }
            boolean mayPass = !command.isAct() && (Refusals.passesIn(reply.text()) || Announcement.isIn(reply.text()));
            boolean patient = tries < FEWEST_TRIES
                    || line.since(began).compareTo(line.tempo().limit()) < 0;
            if (!mayPass || !patient) {
                return reply;
            }
            awaitBewildered();
        }
    }

    private void awaitBewildered() {
        long began = line.nanos();
        while (line.since(began).compareTo(line.tempo().bewildered()) < 0) {
            line.listen(line.tempo().quiet());
        }
    }

    /**
     * Lists what a command could be continued with, as Tab does in an interactive session (REFERENCE 3.3, D).
     *
     * <p>The beginning is typed, never sent.
     *
     * @throws io.bywash.evidence.NotProven when the list is cut short
     */
    public String continuations(Shell shell, String beginning) {
        return patiently(() -> list(shell, beginning));
    }

    private String list(Shell shell, String beginning) {
        reach(shell);
        refuseOutsideVs0(Command.read(shell, ""), here());
        long started = line.nanos();
        Instant at = line.now();
        TabList list = TabList.behind(line, beginning);
        record(at, here().text(), beginning + "<Tab>", line.shownWithoutSecrets(), list.ending(), line.since(started));
        if (another.isPresent() && Announcement.isIn(list.shown())) {
            throw new SpokenInto(line.name());
        }
        Reply empty = converse(Command.read(shell, ""), prompt -> prompt.isAgain(here()));
        nesting.stand(empty.prompt());
        return list.read();
    }

    private Reply converse(Command command, Predicate<Prompt> awaited) {
        Prompt before = here();
        refuseOutsideVs0(command, before);
        command.permit().ifPresent(permit -> use(permit, command, before));
        long started = line.nanos();
        Instant at = line.now();
        Conversation conversation = new Conversation(line, command, before, awaited, isOnConsole());
        try {
            Reply reply = conversation.hold();
            noteLockOwner(reply.text());
            command.permit()
                    .ifPresent(permit ->
                            permit.ended(Fact.ActEnd.ANSWERED, reply.prompt().text()));
            record(
                    at,
                    before.text(),
                    command.line(),
                    conversation.answerWithoutSecrets(reply),
                    reply.prompt().text(),
                    line.since(started));
            return reply;
        } catch (Broken | UnknownQuestion | StuckCommand | AnswerTooLong e) {
            over = over || e instanceof ConnectionLost || e instanceof AnswerTooLong;
            Fact.ActEnd end = conversation.decided()
                    ? Fact.ActEnd.ANSWERED
                    : e instanceof NotSent ? Fact.ActEnd.NOT_SENT : Fact.ActEnd.UNANSWERED;
            command.permit().ifPresent(permit -> permit.ended(end, e.getMessage()));
            record(
                    at,
                    before.text(),
                    command.line(),
                    e instanceof AnswerTooLong tooLong
                            ? tooLong.excerptOf(line.shownWithoutSecrets())
                            : conversation.saidWithoutSecrets(),
                    e.getClass().getSimpleName() + ": " + e.getMessage(),
                    line.since(started));
            if (e instanceof AnswerTooLong || e instanceof NotSent) {
                line.close();
            }
            throw e;
        }
    }

    /** A line that was idle may have died unnoticed; one that is dead before the act is meant to go out needs no permit. */
    private void use(Permit permit, Command command, Prompt before) {
        try {
            line.settle();
            permit.use(command.line(), before);
        } catch (NotSent e) {
            over = true;
            throw e;
        } catch (ConnectionLost e) {
            over = true;
            throw new NotSent(command.line(), e.getMessage());
        }
    }

    /**
     * In VSX mode the prompt has to prove VS0; in Security Gateway mode it need not name a VS (REFERENCE 6, D). There a read may
     * find out whether a number in a prompt of Clish counts commands; an act is refused until that is known.
     */
    private void refuseOutsideVs0(Command command, Prompt prompt) {
        int unproven = mode == GatewayMode.VSX ? -1 : 0;
        boolean mayCount = mode != GatewayMode.VSX && prompt.shell() != Shell.EXPERT && (counting || !command.isAct());
        if (prompt.vs().orElse(unproven) != 0 && !mayCount) {
            throw new Refused("""
                    '%s' was not sent: every command of this procedure belongs in VS0, and the prompt %s %s. Log in with a \
                    user whose session begins in VS0.""".formatted(
                    command,
                    prompt,
                    prompt.vs().isPresent() ? "is in VS" + prompt.vs().getAsInt() : "does not say in which VS it is"));
        }
    }

    private void noteLockOwner(String text) {
        lockOwner = Refusals.lockOwner(text).orElse(lockOwner);
    }

    private void record(Instant at, String prompt, String command, String screen, String ending, Duration took) {
        Optional<Prompt> typedAt = Prompt.read(prompt);
        history.record(new Fact.Exchanged(
                at,
                line.name(),
                typedAt.map(read -> read.shell().toString()).orElse(""),
                typedAt.flatMap(Prompt::member).map(SgmId::toString).orElse(""),
                typedAt.filter(read -> read.vs().isPresent())
                        .map(read -> Integer.toString(read.vs().getAsInt()))
                        .orElse(""),
                prompt,
                command,
                screen,
                ending,
                took,
                line.hostKey()));
    }

    @Override
    public void close() {
        line.close();
    }
}
