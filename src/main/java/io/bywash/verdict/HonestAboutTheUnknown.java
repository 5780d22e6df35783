package io.bywash.verdict;

import io.bywash.evidence.Measurement;
import io.bywash.evidence.Outcome;
import io.bywash.group.SgmId;
import java.util.Optional;
import java.util.regex.Pattern;

/** What could not be known is not told as if it had been measured: neither as right nor as wrong. */
public final class HonestAboutTheUnknown implements Checker<Reality> {
    private static final Pattern NOT_READ =
            Pattern.compile("not measured|no table|.*that the screen does not say|not named by the prompt");

    @Override
    public String rule() {
        return "what could not be known is not told as measured";
    }

    @Override
    public Verdict check(Reality reality) {
        int looks = 0;
        for (RunTold run : reality.runs()) {
            for (StepTold step : run.steps()) {
                for (Measurement measurement : step.measurements()) {
                    looks++;
                    Optional<String> dishonest = dishonest(measurement, step, reality);
                    if (dishonest.isPresent()) {
                        return new Verdict.Violated("step %s of %s says \"%s\", and %s"
                                .formatted(step.id(), run, measurement, dishonest.get()));
                    }
                }
            }
            if (run.outcome() == Outcome.FAILED && !groupDidWrong(run, reality)) {
                return new Verdict.Violated("%s says that the group failed, and the group did nothing wrong: %s"
                        .formatted(run, firstLineOf(run.said())));
            }
            Optional<RunTold.Cut> unseen = unseen(run);
            if (unseen.isPresent()) {
                return new Verdict.Violated("%s ended without a look at what came of '%s', whose line was cut off"
                        .formatted(run, unseen.get().line()));
            }
        }
        return looks == 0 ? new Verdict.Unknown("nothing was measured") : new Verdict.Holds(looks);
    }

    private static boolean groupDidWrong(RunTold run, Reality reality) {
        return reality.struck().stream()
                .anyMatch(struck -> !struck.onTheWay() && !struck.at().isAfter(run.until()));
    }

    private static String firstLineOf(String said) {
        return said.lines().findFirst().orElse("it does not say why");
    }

    private static Optional<String> dishonest(Measurement measurement, StepTold step, Reality reality) {
        if (measurement.asExpected()) {
            return silent(measurement, step, reality)
                    ? Optional.of("that SGM let nobody in all the while")
                    : Optional.empty();
        }
        if (step.outcome() != Outcome.FAILED) {
            return Optional.empty();
        }
        if (NOT_READ.matcher(measurement.actual()).matches()) {
            return Optional.of("calls failed what was not read");
        }
        return Claim.of(measurement, step, reality)
                .filter(claim -> !claim.everOtherwise())
                .filter(claim -> !reality.lied(step.from().minus(reality.plan().lookLasts()), step.until()))
                .map(claim -> "really it was right all the while: " + claim.really());
    }

    private static boolean silent(Measurement measurement, StepTold step, Reality reality) {
        return reality.group().sgms().stream()
                .filter(sgm -> names(measurement, sgm))
                .anyMatch(sgm -> !reality.answering().get(sgm).ever(step.from(), step.until(), answers -> answers));
    }

    private static boolean names(Measurement measurement, SgmId sgm) {
        return measurement.name().contains(sgm.toString());
    }

    /** An act that was cut off and never looked after, though the run says how it came out. */
    private static Optional<RunTold.Cut> unseen(RunTold run) {
        return run.outcome() != Outcome.PASSED && run.outcome() != Outcome.FAILED
                ? Optional.empty()
                : run.cutOff().stream()
                        .filter(cut -> run.looks().stream().noneMatch(look -> look.isAfter(cut.at())))
                        .findFirst();
    }
}
