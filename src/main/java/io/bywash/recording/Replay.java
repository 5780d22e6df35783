package io.bywash.recording;

import io.bywash.evidence.Fact;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/**
 * Goes through a recording: what the run does now has to be what it did then, and then what came back then comes back.
 *
 * <p>There is one order over all lines, as a run does one thing after another. The only leeway is in a wait: its last looks
 * may be taken more often, and where the time was up then, less often. At anything else the replay ends: it answers nothing
 * any more and closes every line, so that no run can pass on what was not recorded. Safe for use by several threads.
 */
final class Replay {
    private final List<Cue> cues;
    private final OfNow ofNow;
    private final double pace;
    private final ScheduledExecutorService clock;
    private final Consumer<String> told;
    private final Map<String, Far> lines = new HashMap<>();
    private final Map<Far, StringBuilder> typed = new HashMap<>();
    private final Deque<Cue.Answer> pending = new ArrayDeque<>();
    private int next;
    private int round;
    private Optional<String> deviation = Optional.empty();

    /** The other end of an open line. */
    interface Far {
        void say(String text);

        void hangUp();
    }

    /** What happens to who knocks. */
    enum Knock {
        ADMITTED,
        REFUSED,
        /** Sees a host key that nobody knows. */
        MISTRUSTS,
        HUNG_UP
    }

    /**
     * @param ofNow what stands in the place of something that cannot be the same again
     * @param pace how many recorded seconds a second has
     * @param told is told, as a paragraph, when the run leaves the recording or has come to its end
     */
    Replay(List<Cue> cues, OfNow ofNow, double pace, ScheduledExecutorService clock, Consumer<String> told) {
        this.cues = List.copyOf(cues);
        this.ofNow = ofNow;
        this.pace = pace;
        this.clock = clock;
        this.told = told;
    }

    /** Why the replay has ended before its end; empty when it has not. */
    synchronized Optional<String> deviation() {
        return deviation;
    }

    /** How many moves of the recorded run were made. */
    synchronized int made() {
        return next;
    }

    int moves() {
        return cues.size();
    }

    /** Somebody wants to be let in. */
    synchronized Knock knock() {
        if (deviation.isPresent()) {
            return Knock.HUNG_UP;
        }
        OptionalInt place = ahead(cue -> !(cue.move() instanceof Cue.Typed));
        if (place.isEmpty() || !(cues.get(place.getAsInt()).move() instanceof Cue.NotOpened failed)) {
            return Knock.ADMITTED;
        }
        make(place.getAsInt());
        return switch (failed.trouble()) {
            case HOST_REFUSED -> Knock.MISTRUSTS;
            case LOGIN_REFUSED -> Knock.REFUSED;
            default -> Knock.HUNG_UP;
        };
    }

    /** A line is open. */
    synchronized void open(Far far) {
        if (deviation.isPresent()) {
            far.hangUp();
            return;
        }
        OptionalInt place = ahead(cue -> cue.move() instanceof Cue.Opened);
        if (place.isEmpty()) {
            deviate("a line was opened");
            far.hangUp();
            return;
        }
        typed.put(far, new StringBuilder());
        lines.put(cues.get(place.getAsInt()).move().line(), far);
        make(place.getAsInt());
    }

    /** Something was typed on an open line. */
    synchronized void type(Far far, String characters) {
        if (!typed.containsKey(far)) {
            return;
        }
        StringBuilder unread = typed.get(far).append(characters);
        while (!unread.isEmpty() && deviation.isEmpty()) {
            OptionalInt place = aheadOrAgain(
                    cue -> expected(cue, far, unread).filter(Matcher::lookingAt).isPresent());
            if (place.isEmpty()) {
                if (next == cues.size() || !isBeginning(cues.get(next), far, unread)) {
                    deviate("'%s' was typed on '%s'".formatted(visible(ofNow.shown(unread.toString())), nameOf(far)));
                }
                return;
            }
            Cue cue = cues.get(place.getAsInt());
            Matcher matcher = expected(cue, far, unread).orElseThrow();
            matcher.lookingAt();
            ofNow.learn(((Cue.Typed) cue.move()).text(), matcher);
            unread.delete(0, matcher.end());
            make(place.getAsInt());
        }
    }

    /** A file is sent, or is given its name; the answer says how far that goes. */
    synchronized Cue.Sent send(String what) {
        OptionalInt place = ahead(cue -> cue.move() instanceof Cue.Sent);
        if (deviation.isEmpty() && place.isEmpty()) {
            deviate(what);
        }
        if (deviation.isPresent()) {
            return new Cue.Sent(what, 0, Optional.of(Fact.LineTrouble.LOST));
        }
        make(place.getAsInt());
        return (Cue.Sent) cues.get(place.getAsInt()).move();
    }

    /** A line is closed. */
    synchronized void gone(Far far) {
        typed.remove(far);
        lines.values().remove(far);
    }

    /** The next cue, or one behind looks that may be left out, when it is such a one. */
    private OptionalInt ahead(Predicate<Cue> such) {
        for (int at = next; at < cues.size(); at++) {
            if (such.test(cues.get(at))) {
                return OptionalInt.of(at);
            }
            if (!cues.get(at).mayBeLeftOut()) {
                break;
            }
        }
        return OptionalInt.empty();
    }

    /** The same, or a look of the last wait that comes again. */
    private OptionalInt aheadOrAgain(Predicate<Cue> such) {
        OptionalInt ahead = ahead(such);
        for (int at = next - 1; ahead.isEmpty() && at >= 0 && isOfTheLastWait(at); at--) {
            if (such.test(cues.get(at))) {
                return OptionalInt.of(at);
            }
        }
        return ahead;
    }

    private boolean isOfTheLastWait(int at) {
        return cues.get(at).mayComeAgain()
                && cues.get(at).inWait() == cues.get(next - 1).inWait();
    }

    /** What is typed beside what has to be; empty when the cue is none of this line. */
    private Optional<Matcher> expected(Cue cue, Far far, CharSequence unread) {
        return cue.move() instanceof Cue.Typed move && lines.get(move.line()) == far
                ? Optional.of(ofNow.typed(move.text(), unread))
                : Optional.empty();
    }

    private boolean isBeginning(Cue cue, Far far, CharSequence unread) {
        return expected(cue, far, unread)
                .filter(matcher -> !matcher.lookingAt() && matcher.hitEnd())
                .isPresent();
    }

    /** The run makes the move of this cue: what was still to come back comes at once, and then what came back to it. */
    private void make(int place) {
        while (!pending.isEmpty()) {
            give(pending.poll());
        }
        for (int leftOut = next; leftOut < place; leftOut++) {
            String line = cues.get(leftOut).move().line();
            ofNow.answers(cues.get(leftOut).answers()).stream()
                    .filter(answer -> !answer.line().equals(line))
                    .forEach(this::give);
        }
        Cue cue = cues.get(place);
        boolean again = place < next;
        next = place + 1;
        if (next == cues.size() && !again) {
            told.accept("The recording was gone through to its end.");
        }
        round++;
        for (Cue.Answer answer : inTime(ofNow.answers(cue.answers()))) {
            if (!again || answer.line().equals(cue.move().line())) {
                pending.add(answer);
                int ofRound = round;
                clock.schedule(() -> giveNext(ofRound), (long) (answer.after().toNanos() / pace), TimeUnit.NANOSECONDS);
            }
        }
    }

    private synchronized void giveNext(int ofRound) {
        if (ofRound == round && !pending.isEmpty()) {
            give(pending.poll());
        }
    }

    private void give(Cue.Answer answer) {
        Far far = lines.get(answer.line());
        if (far == null || deviation.isPresent()) {
            return;
        }
        answer.text().ifPresentOrElse(far::say, far::hangUp);
    }

    private static List<Cue.Answer> inTime(List<Cue.Answer> answers) {
        return answers.stream().sorted(Comparator.comparing(Cue.Answer::after)).toList();
    }

    private void deviate(String what) {
        deviation = Optional.of(
                "The run does something else than the recorded one: %s; recorded next is %s (move %d of %d). Nothing is answered any more."
                        .formatted(
                                what,
                                next == cues.size()
                                        ? "nothing more"
                                        : told(cues.get(next).move()),
                                next + 1,
                                cues.size()));
        pending.clear();
        List.copyOf(lines.values()).forEach(Far::hangUp);
        told.accept(deviation.get());
    }

    private static String told(Cue.Move move) {
        if (move instanceof Cue.Opened) {
            return "that '%s' is opened".formatted(move.line());
        }
        if (move instanceof Cue.Typed typed) {
            return "'%s' on '%s'".formatted(visible(typed.text()), typed.line());
        }
        return move instanceof Cue.Sent
                ? "that %s is sent".formatted(move.line())
                : "that '%s' cannot be opened".formatted(move.line());
    }

    private String nameOf(Far far) {
        return lines.entrySet().stream()
                .filter(line -> line.getValue() == far)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining());
    }

    private static String visible(String text) {
        return text.replace("\n", "\\n")
                .replace("\t", "\\t")
                .chars()
                .mapToObj(character ->
                        character < ' ' ? "^" + (char) (character + '@') : Character.toString((char) character))
                .collect(Collectors.joining());
    }
}
