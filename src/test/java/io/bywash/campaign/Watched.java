package io.bywash.campaign;

import io.bywash.acceptance.CommandLineNamed;
import io.bywash.acceptance.Recheck;
import io.bywash.acceptance.Site;
import io.bywash.acceptance.WholeRun;
import io.bywash.evidence.Fact;
import io.bywash.evidence.Outcome;
import io.bywash.gaia.Prompt;
import io.bywash.simulator.EmbeddedGroup;
import io.bywash.verdict.RunTold;
import io.bywash.verdict.StepTold;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One run that somebody looks on at, who gives it up when its deadline is long past. */
final class Watched {
    private static final String LOOK = "asg stat -v";
    private static final String FAILURE_PAGE = "failure.txt";
    /** On a busy machine time passes between two looks at two clocks, and a thousand times as much on the device. */
    private static final Duration AT_ONCE = Duration.ofMillis(2);

    private static final Duration LAST_WORDS = Duration.ofSeconds(30);

    private final EmbeddedGroup group;
    private final String stage;
    private final Duration deadline;
    private final List<Fact> facts = new CopyOnWriteArrayList<>();
    private final Instant begunWall;
    private final Instant begun;

    private Watched(EmbeddedGroup group, String stage, Duration deadline) {
        this.group = group;
        this.stage = stage;
        this.deadline = deadline;
        Instant wall;
        Instant device;
        do {
            wall = Instant.now();
            device = group.now();
        } while (Duration.between(wall, Instant.now()).compareTo(AT_ONCE) > 0);
        this.begunWall = wall;
        this.begun = device;
    }

    /**
     * A run that was looked on at.
     *
     * @param goOn the command line that it names to go on with; empty when it names none
     */
    record Seen(RunTold told, Optional<CommandLineNamed> goOn) {}

    /** Types a command line on a thread of its own, while somebody else looks on, too. */
    static Seen run(Site site, CommandLineNamed line, Duration deadline, Consumer<Fact> onlooker) {
        return new Watched(site.group(), line.tag(), deadline).run(site, line, onlooker);
    }

    private Seen run(Site site, CommandLineNamed line, Consumer<Fact> onlooker) {
        CompletableFuture<WholeRun> run = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        run.complete(site.type(line, fact -> {
                            keep(fact);
                            onlooker.accept(fact);
                        }));
                    } catch (RuntimeException | Error e) {
                        run.completeExceptionally(e);
                    }
                },
                "run of " + stage);
        thread.setDaemon(true);
        thread.start();
        try {
            WholeRun ended = run.get(deadline.toMillis() * 2, TimeUnit.MILLISECONDS);
            return new Seen(
                    told(ended.outcome(), ended.trouble(), true, page(ended.directory()))
                            .derivedOtherwise(otherwise(ended.directory())),
                    Optional.of(ended.goOn()).filter(named -> !named.isEmpty()).map(CommandLineNamed::read));
        } catch (TimeoutException e) {
            String stack = List.of(thread.getStackTrace()).toString();
            giveUp(thread);
            return new Seen(told(Outcome.NOT_RUN, "given up at " + stack, false, Optional.empty()), Optional.of(line));
        } catch (ExecutionException e) {
            throw new AssertionError(
                    "The run of %s could not be made: %s".formatted(stage, e.getCause()), e.getCause());
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            return new Seen(told(Outcome.NOT_RUN, "interrupted", false, Optional.empty()), Optional.empty());
        }
    }

    /** A run that is interrupted still tidies up; whoever comes next should not meet it at that. */
    private static void giveUp(Thread run) {
        run.interrupt();
        try {
            run.join(LAST_WORDS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep(Fact fact) {
        if (!(fact instanceof Fact.Input) && !(fact instanceof Fact.Typed)) {
            facts.add(fact);
        }
    }

    private static Optional<String> otherwise(Path directory) {
        return Recheck.of(directory).differences().stream().findFirst();
    }

    private static Optional<List<String>> page(Path directory) {
        Path page = directory.resolve(FAILURE_PAGE);
        try {
            return Files.isRegularFile(page) ? Optional.of(Files.readAllLines(page)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RunTold told(Outcome outcome, String said, boolean ended, Optional<List<String>> page) {
        return new RunTold(
                stage,
                begun,
                group.now(),
                outcome,
                said,
                of(Fact.StepFinished.class)
                        .map(step -> new StepTold(
                                step.id(),
                                deviceTime(step.at().minus(step.took())),
                                deviceTime(step.at()),
                                step.outcome(),
                                step.measurements()))
                        .toList(),
                looks().map(this::deviceTime).sorted().toList(),
                of(Fact.Exchanged.class)
                        .filter(exchange -> exchange.ending().matches("(?s)(?:Unanswered|StuckCommand).*"))
                        .filter(exchange ->
                                !WholeRun.acts(List.of(exchange.command())).isEmpty())
                        .map(exchange -> new RunTold.Cut(deviceTime(exchange.at()), exchange.command()))
                        .toList(),
                Duration.between(begunWall, Instant.now()),
                deadline,
                ended,
                page,
                Optional.empty());
    }

    /** The last one, which the failure page is made of, is no step's. */
    private Stream<Instant> looks() {
        return Stream.concat(
                of(Fact.StatusSeen.class).map(Fact.StatusSeen::at),
                of(Fact.Exchanged.class)
                        .filter(read -> read.command().equals(LOOK)
                                && Prompt.read(read.ending()).isPresent())
                        .map(read -> read.at().plus(read.took())));
    }

    private <T extends Fact> Stream<T> of(Class<T> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** The pace never changes, so one pair of moments tells all of them. */
    private Instant deviceTime(Instant wall) {
        return begun.plusNanos((long) (Duration.between(begunWall, wall).toNanos() * group.pace()));
    }
}
