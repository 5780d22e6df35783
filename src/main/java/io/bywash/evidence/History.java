package io.bywash.evidence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The one history of a run: every fact in the order it happened.
 *
 * <p>This is where secrets end: a fact is recorded without them, and all that is written or shown of a run is made of recorded
 * facts. What is read from a line to decide what comes next is not redacted.
 *
 * <p>What comes from outside is taken in through {@link #take}, and the time of the run goes on with it and with nothing
 * else. So all that a run concludes is a function of what came from outside, and {@link #again} derives it once more.
 *
 * <p>Readers that want to follow along are told of each fact on the thread that recorded it, before {@link #record}
 * returns. A reader that throws keeps no other from being told; its trouble is thrown on when all were. Safe for use by
 * several threads.
 */
public final class History {
    private static final String COLLAPSE = "what became of this process";

    /** Within a step something comes from outside more often, so that our process did not run when nothing did. */
    private static final Duration STANDSTILL = Duration.ofMinutes(1);

    private final Course course;
    private final Redaction redaction = new Redaction();
    private final List<Fact> facts = new ArrayList<>();
    private final List<Consumer<Fact>> readers = new CopyOnWriteArrayList<>();
    private final Set<String> acts = new HashSet<>();
    private int standstills;
    private Instant now;
    private long nanos;
    private Thread givenUp;
    private final AtomicReference<String> collapse = new AtomicReference<>("");
    private boolean collapseTold;
    private boolean ending;

    /** Brings an input about, and may take its time for it. */
    public interface Waiting {
        Arrival await();
    }

    /** An input that has come, once it is known when. */
    public interface Arrival {
        Fact.Input at(Instant now);
    }

    public History(Clock clock) {
        this(clock, System::nanoTime);
    }

    /**
     * @param nanoTime a clock that nobody can set
     */
    public History(Clock clock, LongSupplier nanoTime) {
        this(new LiveCourse(clock, nanoTime));
    }

    private History(Course course) {
        this.course = course;
        this.now = course.began();
    }

    /**
     * The history of the same run once more: what came from outside comes as it did then.
     *
     * @throws Astray from then on, when it does not go on as the run does
     */
    public static History again(HistoryFile recorded) {
        return new History(new RecordedCourse(recorded));
    }

    public void follow(Consumer<Fact> reader) {
        readers.add(reader);
    }

    /** From now on this secret stands in nothing that is written or shown of the run. */
    public void keep(Secret secret) {
        redaction.keep(secret);
    }

    /** From now on these are words of the run, and a secret that is a part of them is not looked for in free text. */
    public void speaks(String words) {
        redaction.speaks(words);
    }

    /** What takes the secrets of this run out of a text. */
    public Redaction redaction() {
        return redaction;
    }

    /**
     * Takes in something from outside, and records it without secrets.
     *
     * @return what was recorded
     * @param from what it comes from, as the input says it
     */
    public Fact.Input take(String from, Waiting waiting) {
        refuseGivenUp();
        refuseCollapsed();
        Course.Arrived arrived = course.next(from, waiting);
        synchronized (this) {
            refuseGivenUp();
            return takeIn(arrived);
        }
    }

    private synchronized Fact.Input takeIn(Course.Arrived arrived) {
        boolean stoodStill = arrived.nanos() - nanos >= STANDSTILL.toNanos()
                || Duration.between(now, arrived.input().at()).compareTo(STANDSTILL) >= 0;
        standstills += stoodStill ? 1 : 0;
        now = arrived.input().at();
        nanos = arrived.nanos();
        Fact.Input input = (Fact.Input) redaction.of(arrived.input());
        write(input);
        return input;
    }

    /** Looks at the clock, because something rests on how late it is. */
    public void lookAtTheClock() {
        take(Fact.ClockRead.CLOCK, () -> Fact.ClockRead::new);
    }

    /** Asks our own machine something; what it says are words of the run, and no secret is looked for in them. */
    public String ask(String question, Supplier<String> answer) {
        Fact.Input said = take(question, () -> {
            String text = answer.get();
            redaction.speaks(text);
            return at -> new Fact.LocalAnswer(at, question, text);
        });
        return ((Fact.LocalAnswer) said).answer();
    }

    /** Whether the next input is known and is such a one; never so in a run that is under way. */
    public boolean isNext(Predicate<Fact.Input> such) {
        return course.isNext(such);
    }

    /** Whether the run is over and is gone through again. */
    public boolean isAgain() {
        return course instanceof RecordedCourse;
    }

    /** Gives up what a thread is at: it takes in and records nothing more. */
    public synchronized void giveUp(Thread thread) {
        givenUp = thread;
    }

    /**
     * Our own process is broken. Whatever is at work takes in nothing more from now on, and ends with {@link Broken}, up to
     * {@link #end}. Waits for nobody, as a thread that dies must not.
     */
    public void collapse(String paragraph) {
        collapse.compareAndSet("", redaction.of(paragraph));
    }

    /** Why our own process is broken; empty while it is not. */
    public Optional<String> collapsed() {
        return Optional.of(collapse.get()).filter(why -> !why.isEmpty());
    }

    /** Nothing more is sent, and what is taken in from now on is about the end of the run. */
    public synchronized void end() {
        ending = true;
    }

    private synchronized void refuseCollapsed() {
        if (ending) {
            return;
        }
        if (!collapseTold
                && (collapsed().isPresent() || course.isNext(next -> next.from().equals(COLLAPSE)))) {
            collapseTold = true;
            Course.Arrived told = course.next(COLLAPSE, () -> at -> new Fact.LocalAnswer(at, COLLAPSE, collapse.get()));
            collapse.set(((Fact.LocalAnswer) takeIn(told)).answer());
        }
        if (collapseTold) {
            throw new Broken(collapse.get());
        }
    }

    private synchronized void refuseGivenUp() {
        if (Thread.currentThread() == givenUp) {
            throw new TimeWasUp();
        }
    }

    /** Records a fact without the secrets in its free texts. */
    public synchronized void record(Fact fact) {
        refuseGivenUp();
        write(redaction.of(fact));
    }

    private void write(Fact fact) {
        if (fact instanceof Fact.Typed typed) {
            course.typed(typed);
        }
        remember(fact);
        Optional<RuntimeException> trouble = Optional.empty();
        for (Consumer<Fact> reader : readers) {
            try {
                reader.accept(fact);
            } catch (RuntimeException e) {
                trouble = trouble.or(() -> Optional.of(e));
            }
        }
        if (trouble.isPresent()) {
            throw trouble.get();
        }
    }

    /** Screens of reads are kept in memory for the step that is under way, and bytes not at all. */
    private void remember(Fact fact) {
        if (fact instanceof Fact.StepStarted) {
            facts.replaceAll(this::withoutScreen);
        } else if (fact instanceof Fact.ActIntended act) {
            acts.add(act.line());
        }
        if (!(fact instanceof Fact.Input) && !(fact instanceof Fact.Typed)) {
            facts.add(fact);
        }
    }

    private Fact withoutScreen(Fact fact) {
        return fact instanceof Fact.Exchanged exchanged && !acts.contains(exchanged.command())
                ? exchanged.withoutScreen()
                : fact;
    }

    public void note(String sentence) {
        record(new Fact.Noted(now(), sentence));
    }

    /**
     * How often nothing came from outside for a minute or more, by either clock: a process that was stopped, or whose
     * machine slept. A pause between two looks may be as long, so that this is a reason to look anew and nothing worse.
     */
    public synchronized int standstills() {
        return standstills;
    }

    /** When something came from outside last. */
    public synchronized Instant now() {
        return now;
    }

    /** When something came from outside last, in nanoseconds since the run began, by a clock that nobody can set. */
    public synchronized long nanos() {
        return nanos;
    }

    /** All facts so far, but for what came from outside, and for the screens of reads before this step. */
    public synchronized List<Fact> facts() {
        return List.copyOf(facts);
    }
}
