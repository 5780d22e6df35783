package io.bywash.verdict;

import io.bywash.evidence.Measurement;
import io.bywash.group.ChassisId;
import io.bywash.group.ChassisRole;
import io.bywash.group.SgmId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What was said to be so was really so: the promise of a stage that passed, and every measurement that was right. */
public final class NoFalsePass implements Checker<Reality> {
    @Override
    public String rule() {
        return "a run passes only if what its stage promises is really so";
    }

    @Override
    public Verdict check(Reality reality) {
        int looks = 0;
        for (RunTold run : reality.runs()) {
            if (run.passed()) {
                looks++;
                List<String> broken = broken(run, reality);
                if (!broken.isEmpty()) {
                    return new Verdict.Violated("%s, and really %s".formatted(run, broken));
                }
            }
            for (StepTold step : run.steps()) {
                for (Measurement measurement : step.measurements()) {
                    Optional<Claim> claim = claimed(measurement, step, reality);
                    looks += claim.isPresent() ? 1 : 0;
                    if (claim.isPresent() && !claim.get().everSo()) {
                        return new Verdict.Violated("step %s of %s says \"%s\", and really it was %s"
                                .formatted(
                                        step.id(), run, measurement, claim.get().really()));
                    }
                }
            }
        }
        return looks == 0 ? new Verdict.Unknown("no run said that anything was so") : new Verdict.Holds(looks);
    }

    private static Optional<Claim> claimed(Measurement measurement, StepTold step, Reality reality) {
        return measurement.asExpected() ? Claim.of(measurement, step, reality) : Optional.empty();
    }

    /** What a passed stage promises and was not so when its run had looked for the last time. */
    private static List<String> broken(RunTold run, Reality reality) {
        ChassisId chassisA = reality.plan().chassisA();
        ChassisId chassisB = chassisA.other();
        Instant from = run.lastLookBefore(run.until())
                .orElse(run.until())
                .minus(reality.plan().lookLasts());
        Promises promises = new Promises(reality, from, run.until());
        switch (run.stage()) {
            case "@preliminary" ->
                promises.packageOn(reality.plan().imports() ? reality.group().sgms() : List.of());
            case "@imageCloning" -> promises.cloningOff(lastStep(run));
            case "@chassisA" -> {
                promises.takeOn(reality.group().sgmsOf(chassisA));
                promises.whole(chassisA);
            }
            case "@failover" -> {
                promises.takeOn(reality.group().sgmsOf(chassisA));
                promises.whole(chassisA);
                promises.inRole(chassisA, ChassisRole.ACTIVE);
            }
            case "@chassisB" -> {
                promises.takeOn(reality.group().sgms());
                promises.whole(chassisA);
                promises.whole(chassisB);
                promises.inRole(chassisA, ChassisRole.ACTIVE);
                promises.inRole(chassisB, ChassisRole.STANDBY);
            }
            default -> promises.broken.add("it is for no stage that is known: " + run.stage());
        }
        return promises.broken;
    }

    private static Instant lastStep(RunTold run) {
        return run.steps().isEmpty()
                ? run.from()
                : run.steps().get(run.steps().size() - 1).from();
    }

    /** The promises of one stage, held against one span of time. */
    private record Promises(Reality reality, Instant from, Instant until, List<String> broken) {
        Promises(Reality reality, Instant from, Instant until) {
            this(reality, from, until, new ArrayList<>());
        }

        void packageOn(Collection<SgmId> sgms) {
            for (SgmId sgm : sgms) {
                boolean installed = Claim.take(sgm, from, until, reality).everSo();
                if (!installed && !reality.packageStored().get(sgm).ever(from, until, stored -> stored)) {
                    broken.add(sgm + " does not store the package");
                }
            }
        }

        void takeOn(Collection<SgmId> sgms) {
            for (SgmId sgm : sgms) {
                Claim take = Claim.take(sgm, from, until, reality);
                if (!take.everSo()) {
                    broken.add("%s has %s".formatted(sgm, take.really()));
                }
            }
        }

        void whole(ChassisId chassis) {
            Claim whole = Claim.whole(chassis, from, until, reality);
            if (!whole.everSo()) {
                broken.add(whole.really());
            }
        }

        void inRole(ChassisId chassis, ChassisRole role) {
            if (!reality.everInRole(chassis, role, from, until)) {
                broken.add("%s is not %s: %s"
                        .formatted(chassis, role, reality.roles().told(from, until)));
            }
        }

        void cloningOff(Instant since) {
            Claim off = Claim.cloningOff(since.minus(reality.plan().lookLasts()), until, reality);
            if (!off.everSo()) {
                broken.add("image cloning is on: " + off.really());
            }
        }
    }
}
