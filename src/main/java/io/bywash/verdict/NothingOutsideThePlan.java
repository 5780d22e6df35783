package io.bywash.verdict;

import io.bywash.group.ChassisId;
import io.bywash.group.ChassisRole;
import io.bywash.group.SgmId;
import io.bywash.verdict.ActReceived.Kind;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Every line that was received is one that reads, or an act that the vendor's procedure has in this very stage, in its own
 * words and for the right SGMs.
 */
public final class NothingOutsideThePlan implements Checker<Reality> {
    private static final Pattern READ = Pattern.compile(
            "|expert|exit|clish|gclish|unlock database|member [12]_\\d{1,2}|asg stat(?: [a-z0-9_-]+){0,3}|show [A-Za-z0-9 ._-]+"
                    + "|installer verify \\d+ member_ids all|cpinfo -y [a-z]+|fw ver(?: -k)?|cphaprob (?:stat|state)"
                    + "|uptime(?: -s)?|(?:cat|grep [a-z]+|ls -l?d|stat -c \\S+|sha256sum|readlink|date|hostname)(?: [/+%.\\w-]+)*"
                    + "|(?:g_all -a )?(?:fw tab -t connections -s|ip -o link|cphaprob syncstat)|asg policy verify|g_all -a (?:fw ver|cpinfo -y all|grep btime /proc/stat)");
    private static final Map<Kind, Pattern> FORMS = Map.of(
            Kind.IMPORT, Pattern.compile("installer import local /[\\w./-]+"),
            Kind.CLONING_OFF, Pattern.compile("set (?:smo|cluster configuration) image auto-clone state off"),
            Kind.CHASSIS_DOWN, Pattern.compile("asg chassis_admin -c [12] down"),
            Kind.CHASSIS_UP, Pattern.compile("asg chassis_admin -c [12] up"),
            Kind.INSTALL,
                    Pattern.compile(
                            "installer install \\d+ member_ids [12]_[\\d_,12-]+|asg_hf_installer -b [12]_[\\d_,12-]+ install file /[\\w./-]+ no_confirm admin_up"),
            Kind.LOCK_OVERRIDE, Pattern.compile("lock database override"),
            Kind.UPLOAD,
                    Pattern.compile(
                            "(?:upload|remove) /[\\w./-]+|rename /[\\w./-]+ /[\\w./-]+|mv -fT /[\\w./-]+ /[\\w./-]+|scp -t -- '/[\\w./-]+'"),
            Kind.LEASE_TAKEN, Pattern.compile("ln -sT \\S+ /[\\w./-]*/bywash\\.lease"),
            Kind.LEASE_GIVEN_BACK, Pattern.compile("unlink /[\\w./-]*/bywash\\.lease"));
    private static final Set<Kind> ANYWHERE = Set.of(Kind.LOCK_OVERRIDE, Kind.LEASE_TAKEN, Kind.LEASE_GIVEN_BACK);

    @Override
    public String rule() {
        return "every act is one of the plan";
    }

    @Override
    public Verdict check(Reality reality) {
        Set<String> acts = new HashSet<>();
        for (ActReceived act : reality.acts()) {
            acts.add(act.line().strip());
            Optional<String> why = outside(act, reality);
            if (why.isPresent()) {
                return new Verdict.Violated("%s: %s".formatted(act, why.get()));
            }
        }
        for (Reality.LineReceived line : reality.lines()) {
            String typed = line.line().strip();
            if (!acts.contains(typed) && !READ.matcher(typed).matches() && !isUpload(line, reality)) {
                return new Verdict.Violated(
                        "'%s' on %s at %s is not known to read only".formatted(typed, line.on(), line.at()));
            }
        }
        return reality.lines().isEmpty()
                ? new Verdict.Unknown("no line was received")
                : new Verdict.Holds(reality.lines().size());
    }

    /** One that the device did not take, and that would have been of the plan. */
    private static boolean isUpload(Reality.LineReceived line, Reality reality) {
        return FORMS.get(Kind.UPLOAD).matcher(line.line().strip()).matches()
                && reality.runAt(line.at())
                        .filter(run -> kinds(run.stage(), reality.plan()).contains(Kind.UPLOAD))
                        .isPresent();
    }

    private static Optional<String> outside(ActReceived act, Reality reality) {
        Optional<RunTold> run = reality.runAt(act.at());
        if (run.isEmpty()) {
            return Optional.of("no run was under way");
        }
        if (!Optional.ofNullable(FORMS.get(act.kind()))
                .map(form -> form.matcher(act.line().strip()).matches())
                .orElse(false)) {
            return Optional.of("the procedure has no such act");
        }
        if (!ANYWHERE.contains(act.kind())
                && !kinds(run.get().stage(), reality.plan()).contains(act.kind())) {
            return Optional.of("it has no place in " + run.get().stage());
        }
        if (act.kind() == Kind.LOCK_OVERRIDE) {
            return overrides(run.get(), reality) > 1
                    ? Optional.of("the lock was taken over more than once in this stage")
                    : Optional.empty();
        }
        return onTheWrongChassis(act, run.get(), reality);
    }

    /** Without CPUSE the package is brought to where it is installed from. */
    private static Set<Kind> kinds(String stage, Reality.Plan plan) {
        if (!plan.imports() && stage.startsWith("@chassis")) {
            return Set.of(Kind.CHASSIS_DOWN, Kind.CHASSIS_UP, Kind.INSTALL, Kind.UPLOAD);
        }
        if (!plan.imports() && stage.equals("@preliminary")) {
            return Set.of(Kind.UPLOAD);
        }
        return switch (stage) {
            case "@preliminary" -> Set.of(Kind.UPLOAD, Kind.IMPORT);
            case "@imageCloning" -> Set.of(Kind.CLONING_OFF);
            case "@failover" -> Set.of(Kind.CHASSIS_DOWN);
            case "@chassisA", "@chassisB" -> Set.of(Kind.CHASSIS_DOWN, Kind.CHASSIS_UP, Kind.INSTALL);
            default -> Set.of();
        };
    }

    private static long overrides(RunTold run, Reality reality) {
        return reality.acts().stream()
                .filter(act -> act.kind() == Kind.LOCK_OVERRIDE && run.holds(act.at()))
                .count();
    }

    private static Optional<String> onTheWrongChassis(ActReceived act, RunTold run, Reality reality) {
        ChassisId planned = run.stage().equals("@chassisA")
                ? reality.plan().chassisA()
                : reality.plan().chassisB();
        return switch (act.kind()) {
            case CHASSIS_DOWN, CHASSIS_UP ->
                act.line().contains(" -c %d ".formatted(planned.number()))
                        ? Optional.empty()
                        : Optional.of("this stage is for " + planned);
            case INSTALL -> install(act, planned, reality);
            default -> Optional.empty();
        };
    }

    private static Optional<String> install(ActReceived act, ChassisId planned, Reality reality) {
        if (act.line().contains("asg_hf_installer") == reality.plan().imports()) {
            return Optional.of("it is not the way to install on this release");
        }
        ChassisId typedOn = reality.plan().imports() ? planned : planned.other();
        if (act.on().chassis() != typedOn) {
            return Optional.of("it was typed outside of " + typedOn);
        }
        String members = act.line().strip().replaceFirst(".* (?:member_ids|-b) (\\S+).*", "$1");
        if (!members(members).equals(reality.group().sgmsOf(planned))) {
            return Optional.of("it is not for exactly the SGMs of " + planned);
        }
        Instant seen = reality.runAt(act.at())
                .flatMap(run -> run.lastLookBefore(act.at()))
                .orElse(act.at());
        Instant from = seen.minus(reality.plan().lookLasts());
        boolean down = reality.everInRole(planned, ChassisRole.DOWN, from, seen) || reality.lied(from, seen);
        return down ? Optional.empty() : Optional.of(planned + " was not down");
    }

    private static Set<SgmId> members(String ids) {
        Set<SgmId> members = new HashSet<>();
        for (String part : ids.split(",")) {
            SgmId first = SgmId.parse(part.split("-")[0]);
            SgmId last = SgmId.parse(part.split("-")[part.split("-").length - 1]);
            for (int slot = first.slot(); slot <= last.slot(); slot++) {
                members.add(new SgmId(first.chassis(), slot));
            }
            members.add(last);
        }
        return members;
    }
}
