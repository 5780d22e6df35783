package io.bywash.report;

import io.bywash.evidence.Fact;
import io.bywash.evidence.HistoryFile;
import io.bywash.evidence.Outcome;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a run did over time. All times are nanoseconds since it began, by the clock of the history.
 *
 * @param steps in the order they began
 * @param acts what was sent that changes the group, in order
 * @param stops where the run got into trouble, in order
 * @param end when the last fact was written
 */
record Ruler(List<Part> parts, List<Step> steps, List<Act> acts, List<Stop> stops, long end) {
    private static final Pattern IN_PART = Pattern.compile("(?:part )?([1-5])(?:\\.[A-Z])?");
    private static final String FAILOVER = "4.C";
    private static final Set<Outcome> FINE = EnumSet.of(Outcome.PASSED, Outcome.NOT_RUN);

    /** One of the five parts of the procedure, from its first step to the next part, or to its own last step. */
    record Part(int number, long from, long to) {}

    /**
     * @param id as the vendor's page has it for a lettered step: {@code 3.F}
     * @param outcome empty when the step did not finish
     */
    record Step(String id, long from, long to, Optional<Outcome> outcome) {
        private static final Pattern LETTERED = Pattern.compile("[1-5]\\.([A-Z])");

        /** What to write where the part is known: {@code F}, or what a step without a letter is. */
        String letter() {
            Matcher matcher = LETTERED.matcher(id);
            return matcher.matches()
                    ? matcher.group(1)
                    : id.replaceAll("^part .*", "check").replaceAll("^after .*", "after");
        }
    }

    /**
     * An act on the group.
     *
     * @param words what it was: {@code chassis 1 down}
     * @param failover whether it hands the traffic over
     */
    record Act(String step, String words, boolean failover, long at) {}

    /** @param words as {@code failed at 3.H} */
    record Stop(String words, long at) {}

    static Ruler of(HistoryFile run) {
        Reading reading = new Reading();
        run.entries().forEach(entry -> reading.read(entry.nanos(), entry.fact()));
        return reading.ruler(run.whole());
    }

    /** Follows a history line by line. */
    private static final class Reading {
        private final List<Step> steps = new ArrayList<>();
        private final List<Act> acts = new ArrayList<>();
        private final List<Stop> stops = new ArrayList<>();
        private Optional<Act> intended = Optional.empty();
        private Optional<Outcome> outcome = Optional.empty();
        private long now;

        void read(long nanos, Fact fact) {
            now = nanos;
            if (fact instanceof Fact.StepStarted step) {
                steps.add(new Step(step.id(), nanos, nanos, Optional.empty()));
            } else if (fact instanceof Fact.StepFinished step) {
                finish(step);
            } else if (fact instanceof Fact.ActIntended act) {
                intended = act(act);
                intended.ifPresent(acts::add);
            } else if (fact instanceof Fact.ActEnded act && act.end() == Fact.ActEnd.NOT_SENT) {
                intended.ifPresent(acts::remove);
            } else if (fact instanceof Fact.RunFinished run) {
                outcome = Optional.of(run.outcome());
            }
        }

        private void finish(Fact.StepFinished step) {
            int last = steps.size() - 1;
            if (last >= 0 && steps.get(last).id().equals(step.id())) {
                steps.set(last, new Step(step.id(), steps.get(last).from(), now, Optional.of(step.outcome())));
            }
            if (!FINE.contains(step.outcome())) {
                stops.add(new Stop(step.outcome() + " at " + step.id(), now));
            }
        }

        private Optional<Act> act(Fact.ActIntended act) {
            String chassis = act.chassis().replace("chassis", "chassis ");
            boolean failover = act.step().equals(FAILOVER) && act.kind().equals("chassisDown");
            Optional<String> words = switch (act.kind()) {
                case "chassisDown" -> Optional.of((failover ? "fail-over: " : "") + chassis + " down");
                case "chassisUp" -> Optional.of(chassis + " up");
                case "install" -> Optional.of("install");
                case "cloningOff" -> Optional.of("cloning off");
                default -> Optional.empty();
            };
            return words.map(what -> new Act(act.step(), what, failover, now));
        }

        Ruler ruler(boolean whole) {
            if (!whole) {
                steps.replaceAll(this::untilNow);
                stops.add(new Stop("the history ends here", now));
            } else if (stops.isEmpty() && outcome.filter(FINE::contains).isEmpty()) {
                outcome.ifPresent(how -> stops.add(new Stop("the run ended " + how, now)));
            }
            return new Ruler(parts(), List.copyOf(steps), List.copyOf(acts), List.copyOf(stops), now);
        }

        private Step untilNow(Step step) {
            return step.outcome().isPresent() ? step : new Step(step.id(), step.from(), now, Optional.empty());
        }

        private List<Part> parts() {
            List<Part> parts = new ArrayList<>();
            int open = 0;
            for (Step step : steps) {
                int part = part(step.id(), open);
                if (part == 0) {
                    continue;
                }
                int last = parts.size() - 1;
                if (part == open) {
                    parts.set(last, new Part(part, parts.get(last).from(), step.to()));
                } else {
                    if (last >= 0) {
                        parts.set(last, new Part(open, parts.get(last).from(), step.from()));
                    }
                    parts.add(new Part(part, step.from(), step.to()));
                }
                open = part;
            }
            return List.copyOf(parts);
        }

        /** The part that a step belongs to: the one it names, or the one that is going on; 0 before the first. */
        private static int part(String id, int open) {
            Matcher matcher = IN_PART.matcher(id);
            return matcher.matches() ? Integer.parseInt(matcher.group(1)) : open;
        }
    }
}
