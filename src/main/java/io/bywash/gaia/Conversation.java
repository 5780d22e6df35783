package io.bywash.gaia;

import io.bywash.evidence.Console;
import io.bywash.evidence.Redaction;
import io.bywash.terminal.ConnectionLost;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One command on a line, from its first key to the next prompt.
 *
 * <p>A prompt or a question counts once nothing follows it for a quiet time. A question is answered only when all that
 * the device said since the last answer is that question and known noise (REFERENCE 3.4).
 */
final class Conversation {
    private static final String BREAK = "\u0003";
    private static final Pattern TIME_OF_DAY = Pattern.compile("\\b\\d{1,2}:\\d\\d(?::\\d\\d)?\\b");
    private static final Pattern PAGER = Pattern.compile("-- ?More ?--.*");
    private static final Pattern ASKING = Pattern.compile(
            ".*\\?.*|.*[(\\[]y/n[)\\]].*|.*password.*:|.*\\b(?:enter|type|press|confirm|choose|select)\\b.*[:)\\]>]",
            Pattern.CASE_INSENSITIVE);

    /** The end of a line that is looked at for a question; a line that is none may be of any length. */
    private static final int LONGEST_QUESTION = 400;

    /** How many times as long as it may say nothing new a command may take in all. */
    private static final int LONGEST = 6;

    private final Line line;
    private final Command command;
    private final Prompt before;
    private final Predicate<Prompt> awaited;
    private final boolean onConsole;
    private int answered;
    private int answeredUpTo;
    private int turnedAt = -1;
    private final Set<String> linesHeard = new HashSet<>();
    private long began;
    private long lastHeard;
    private long lastNews;
    private int newsUpTo;
    private boolean nudged;
    private boolean decided;

    /** @param onConsole whether the line outlives the session on it */
    Conversation(Line line, Command command, Prompt before, Predicate<Prompt> awaited, boolean onConsole) {
        this.line = line;
        this.command = command;
        this.before = before;
        this.awaited = awaited;
        this.onConsole = onConsole;
        begin();
    }

    /** From now on the device is waited for; what went by before it was asked anything is no silence of it. */
    private void begin() {
        began = line.nanos();
        lastHeard = began;
        lastNews = began;
    }

    /** What the device has said so far after the echo of the command. */
    String said() {
        return said(line.shown());
    }

    /** The same as it is written down. */
    String saidWithoutSecrets() {
        return said(line.shownWithoutSecrets());
    }

    private String said(String text) {
        int echo = Echo.endIn(text, command.line(), before.text() + " ");
        int end = echo < 0 ? -1 : text.indexOf('\n', echo);
        return end < 0 ? "" : text.substring(end + 1);
    }

    Reply hold() {
        try {
            send();
            while (true) {
                boolean heard = line.listen(line.tempo().quiet());
                if (heard) {
                    lastHeard = line.nanos();
                    takeNews();
                }
                refuseAfterTheSession();
                leaveWhenEnoughWasSaid(heard);
                if (line.since(lastNews).compareTo(limit()) >= 0
                        || line.since(began).compareTo(limit().multipliedBy(LONGEST)) >= 0) {
                    giveUp();
                }
                if (heard && !plainlyFinished()) {
                    continue;
                }
                if (finished()) {
                    return reply();
                }
                answerWhatIsAsked();
            }
        } catch (NotSent e) {
            throw e;
        } catch (ConnectionLost e) {
            throw new Unanswered(command, before, said(), e);
        } catch (AnswerTooLong e) {
            throw isAtWorkByItself() ? new Unanswered(command, before, said(), e.asALostLine()) : brokenOff(e);
        }
    }

    /** A read goes out at once; an act only when the device has repeated it, which proves that the line is alive. */
    private void send() {
        if (!command.isAct()) {
            line.settle();
            begin();
            line.type(command.line() + "\n");
            return;
        }
        try {
            line.settle();
            begin();
            line.type(command.line());
            awaitEcho();
        } catch (ConnectionLost e) {
            throw new NotSent(command.line(), e.getMessage());
        }
        command.permit().ifPresent(Permit::refuseWhenStale);
        line.type("\n");
    }

    private void awaitEcho() {
        long typed = line.nanos();
        while (Echo.endIn(line.shown(), command.line()) < 0) {
            line.listen(line.tempo().quiet());
            if (line.since(typed).compareTo(Permit.FRESH) >= 0) {
                throw new ConnectionLost(
                        "The line '%s' did not repeat it within %d s.".formatted(line.name(), Permit.FRESH.toSeconds()),
                        null);
            }
        }
    }

    private AnswerTooLong brokenOff(AnswerTooLong e) {
        try {
            line.type(BREAK);
        } catch (ConnectionLost gone) {
            // There is nothing left to break off.
        }
        return e.during(command, before);
    }

    private boolean isAtWorkByItself() {
        return command.goesOn() && answered == command.questions().size();
    }

    /** On a console the line stays up when its member goes down, and what is said then answers no command. */
    private void refuseAfterTheSession() {
        if (onConsole
                && (ConsoleScreen.tellsOfReboot(said())
                        || ConsoleScreen.of(line.cursorLine()) == ConsoleScreen.LOGIN)) {
            throw new ConnectionLost(
                    "The session on '%s' is over: its member reboots, or has logged it out.".formatted(line.name()),
                    null);
        }
    }

    private void leaveWhenEnoughWasSaid(boolean heard) {
        boolean goesOnByItself =
                command.goesOn() && answered == command.questions().size();
        if (heard && goesOnByItself && !finished() && command.enough().test(said())) {
            decided = true;
            throw new ConnectionLost(
                    "What was said on it decides, so the line was left; the device goes on by itself.", null);
        }
    }

    /** Whether the device had given its answer although the prompt did not come back. */
    boolean decided() {
        return decided;
    }

    /**
     * A read that has come back to the very prompt it was typed at needs no quiet time: should something follow after all,
     * it is taken in before the next command.
     */
    private boolean plainlyFinished() {
        return !command.isAct()
                && command.questions().isEmpty()
                && line.cursorLine().stripTrailing().equals(before.text())
                && finished();
    }

    private boolean finished() {
        int echo = Echo.endIn(line.shown(), command.line());
        return echo >= 0
                && line.shown().indexOf('\n', echo) >= 0
                && Prompt.read(line.cursorLine()).filter(awaited).isPresent();
    }

    private Reply reply() {
        Prompt prompt = Prompt.read(line.cursorLine()).orElseThrow();
        return new Reply(command, answer(said(), prompt), prompt, answered, line.now());
    }

    /** The answer in what was said up to the prompt. */
    private static String answer(String said, Prompt prompt) {
        return said.substring(0, said.lastIndexOf('\n') + 1)
                .lines()
                .filter(shown -> !PAGER.matcher(shown.strip()).matches())
                .filter(shown -> !shown.strip().equals(prompt.text()))
                .collect(Collectors.joining("\n"));
    }

    /** The text of a reply as it is written down. */
    String answerWithoutSecrets(Reply reply) {
        return answer(saidWithoutSecrets(), reply.prompt());
    }

    private void answerWhatIsAsked() {
        if (PAGER.matcher(line.cursorLine().strip()).matches() && line.shown().length() != turnedAt) {
            turnedAt = line.shown().length();
            line.type(" ");
            lastHeard = line.nanos();
            lastNews = lastHeard;
            return;
        }
        String pending = pending();
        if (answered < command.questions().size()) {
            Question next = command.questions().get(answered);
            if (next.isAsked(pending)) {
                answer(next);
                return;
            }
        }
        if (nudgeIsDue()) {
            nudged = true;
            line.type("\n");
            return;
        }
        if (silentFor(line.tempo().bewildered()) && isSpokenInto()) {
            leaveToTheSpeaker(pending);
            return;
        }
        if (mayBeAsked() && silentFor(line.tempo().bewildered()) && isUnknownQuestion(pending)) {
            breakOff();
            throw new UnknownQuestion(command, pending, expected());
        }
    }

    private boolean isSpokenInto() {
        return !onConsole && Announcement.isIn(line.shown());
    }

    /** An act that has a question left to ask is broken off; one that is at work is waited for. */
    private void leaveToTheSpeaker(String pending) {
        if (!command.isAct()) {
            throw new SpokenInto(line.name());
        }
        if (answered < command.questions().size() && isUnknownQuestion(pending)) {
            breakOff();
            throw new SpokenInto(line.name());
        }
    }

    /** A read that announces no question asks none: text without a prompt behind it is a line that is slow, or in trouble. */
    private boolean mayBeAsked() {
        return command.isAct() || !command.questions().isEmpty();
    }

    /** A table that is drawn again and again says nothing new, though the time of day above it moves (REFERENCE 3.3, D). */
    private void takeNews() {
        String said = said();
        int end = Math.max(newsUpTo, said.lastIndexOf('\n') + 1);
        String begun = withoutTime(said.substring(end));
        boolean news = said.substring(newsUpTo, end)
                        .lines()
                        .map(Conversation::withoutTime)
                        .map(linesHeard::add)
                        .reduce(false, Boolean::logicalOr)
                || linesHeard.stream().noneMatch(line -> line.startsWith(begun));
        newsUpTo = end;
        lastNews = news ? lastHeard : lastNews;
    }

    private static String withoutTime(String shown) {
        return TIME_OF_DAY.matcher(shown).replaceAll("");
    }

    private Duration limit() {
        return command.limit().orElse(line.tempo().limit());
    }

    private void giveUp() {
        if (isAtWorkByItself()) {
            throw new ConnectionLost(
                    "Nothing new was said on it for %d s, so the line was given up; the device goes on by itself."
                            .formatted(limit().toSeconds()),
                    null);
        }
        breakOff();
        if (isSpokenInto()) {
            throw new SpokenInto(line.name());
        }
        if (command.isAct() || onConsole) {
            throw new StuckCommand(command, before, limit(), lastLineOf(pending()));
        }
        throw new ConnectionLost("""
                It said nothing new for %s, or came to no end in six times that; its last line was: "%s". It was broken off \
                with Ctrl-C, and the line given up.""".formatted(Console.told(limit()), lastLineOf(pending())), null);
    }

    private void answer(Question question) {
        answeredUpTo = said().length();
        answered++;
        nudged = !question.answer().secret();
        if (question.answer().secret()) {
            line.type(question.answer().text());
        } else {
            line.type(question.answer().text().reveal() + "\n");
        }
        lastHeard = line.nanos();
        lastNews = lastHeard;
    }

    /** Some releases swallow the line end behind a password; one more is sent, alone, after a silence (REFERENCE 2, D). */
    private boolean nudgeIsDue() {
        return answered > 0
                && !nudged
                && said().substring(answeredUpTo).isBlank()
                && silentFor(line.tempo().bewildered());
    }

    /** All that was said since the last answer, without blank lines, noise and the echo of the answer. */
    private String pending() {
        String since = said().substring(Math.min(answeredUpTo, said().length()));
        if (answered > 0) {
            Question.Answer last = command.questions().get(answered - 1).answer();
            String echo = last.secret() ? Redaction.SHOWN : last.text().reveal();
            since = since.startsWith(echo) ? since.substring(echo.length()) : since;
        }
        return since.lines()
                .map(String::strip)
                .filter(shown -> !shown.isEmpty())
                .filter(shown -> command.noise().stream()
                        .noneMatch(noise -> noise.matcher(shown).matches()))
                .collect(Collectors.joining("\n"));
    }

    /** What is the beginning of the question that comes next may still become that question. */
    private boolean isUnknownQuestion(String pending) {
        String last = lastLineOf(pending);
        boolean begun = answered < command.questions().size()
                && command.questions().get(answered).mayBecome(pending);
        return !begun
                && ASKING.matcher(last.substring(Math.max(0, last.length() - LONGEST_QUESTION)))
                        .matches();
    }

    private static String lastLineOf(String text) {
        return text.substring(text.lastIndexOf('\n') + 1);
    }

    private String expected() {
        List<Question> questions = command.questions();
        return answered < questions.size()
                ? "the question '%s', whole and alone"
                        .formatted(questions.get(answered).name())
                : "no question any more";
    }

    private boolean silentFor(Duration limit) {
        return line.since(lastHeard).compareTo(limit) >= 0;
    }

    /** Ends the command without answering it, and waits a little for the prompt. */
    private void breakOff() {
        line.type(BREAK);
        long brokenOff = line.nanos();
        while (line.since(brokenOff).compareTo(line.tempo().bewildered()) < 0) {
            line.listen(line.tempo().quiet());
            if (Prompt.read(line.cursorLine()).filter(awaited).isPresent()) {
                return;
            }
        }
    }
}
