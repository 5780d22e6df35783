package io.bywash.gaia;

import io.bywash.evidence.Fact;
import io.bywash.evidence.Finding;
import io.bywash.evidence.History;
import io.bywash.evidence.Refused;
import io.bywash.evidence.Remedy;
import io.bywash.group.ChassisId;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes permits, and only for the acts of the vendor's procedure in the words of the dialect.
 *
 * <p>No permit can be made for an installation on all members, on none, or on members of both chassis; for another chassis
 * than the step's; for any line that is not, as a whole, one of the dialect's acts (REFERENCE 6).
 */
public final class Permits {
    private static final String CHASSIS = "(?<chassis>[12])";
    private static final String NUMBER = "\\d{1,3}";
    private static final String PATH = "/[A-Za-z0-9](?:[A-Za-z0-9_/-]|\\.(?!\\.))*";
    private static final String LEASE_FILE = "/bywash.lease";
    private static final String LEASE = "[A-Za-z0-9][A-Za-z0-9._:@/-]{0,200}";
    private static final String UPLOAD = "upload";
    private static final String MEMBERS = "(?<members>[12]_\\d{1,2}(?:[,-][12]_\\d{1,2})*)";
    private static final Pattern PLAIN = Pattern.compile("(?:[A-Za-z _/.:-]|\\{[a-z]+}(?= |$))+");
    private static final Pattern TWICE = Pattern.compile(".*(\\{[a-z]+}).*\\1.*");
    private static final Pattern LOOSE = Pattern.compile("[;&|`$<>\\\\\"'!*?~#\\p{Cntrl}]|[^\\x20-\\x7e]");
    private static final Pattern NEVER = Pattern.compile(
            "(?i).*(?:\\ball\\b|reboot|shutdown|poweroff|\\bhalt\\b|agent|auto_confirm|state on\\b|\\boverride\\b|uninstall|chassis_active|\\brm ).*");
    private static final Set<Phrase> FOR_CHASSIS = Set.of(Phrase.CHASSIS_DOWN, Phrase.CHASSIS_UP, Phrase.INSTALL);
    private static final Set<Phrase> FOR_GROUP = Set.of(Phrase.CLONING_OFF, Phrase.IMPORT_PACKAGE);
    private static final Set<Phrase> FOR_LEASE = Set.of(Phrase.LEASE_TAKE, Phrase.LEASE_RELEASE);
    private static final Pattern RANGE = Pattern.compile("(\\d_\\d{1,2})(?:-(\\d_\\d{1,2}))?");

    private final SecurityGroup group;
    private final boolean installedFromTheSmo;
    private final Map<Phrase, Pattern> forms = new EnumMap<>(Phrase.class);
    private final Map<String, AtomicBoolean> lockTakenIn = new ConcurrentHashMap<>();
    private final History history;
    private Supplier<Optional<String>> violation = Optional::empty;

    /**
     * @param history where each act is written down before it goes out
     */
    public Permits(Dialect dialect, SecurityGroup group, History history) {
        this.group = group;
        this.installedFromTheSmo = !dialect.release().hasCpuse();
        this.history = history;
        Arrays.stream(Phrase.values())
                .filter(Phrase::isAct)
                .filter(dialect::has)
                .forEach(act -> forms.put(act, form(dialect.say(act))));
    }

    /**
     * Nothing that concerns the group goes out any more once a rule of the run is violated, whatever a permit was given for.
     * What takes the lease of the run away still does.
     *
     * @param violated asked right before and right behind the looks at the device: the rule that is violated, and where
     */
    public void haltWhen(Supplier<Optional<String>> violated) {
        violation = violated;
    }

    /** Looks at the device as the safeguard does, and at the rules of the run. */
    private Safeguard alsoKeeping(String line, Safeguard safeguard) {
        return new Safeguard() {
            @Override
            public void examine() {
                refuseAfterViolation(line);
                safeguard.examine();
            }

            @Override
            public void look() {
                safeguard.look();
                refuseAfterViolation(line);
            }
        };
    }

    private void refuseAfterViolation(String line) {
        violation.get().ifPresent(rule -> {
            throw new Refused(
                    "every rule of the run kept",
                    "'%s' was not sent: a rule of this run is violated, and nothing is sent after that. %s."
                            .formatted(line, rule),
                    Finding.of(Remedy.ON_THE_GROUP, "Look at both chassis and find out why."));
        });
    }

    /**
     * Whether the wording of an act leaves it to the run alone which SGMs it is for: it has no figure and no comma of its
     * own, each word in braces once, and nothing right behind one.
     */
    public static boolean namesNobody(String wording) {
        return PLAIN.matcher(wording).matches() && !TWICE.matcher(wording).matches();
    }

    private static Pattern form(String wording) {
        if (!namesNobody(wording)) {
            throw new Forbidden(wording, "the wording of an act is one plain command that names no SGM of its own.");
        }
        refuseWords(wording, wording);
        String regex = Pattern.quote(wording)
                .replace("{chassis}", "\\E" + CHASSIS + "\\Q")
                .replace("{number}", "\\E" + NUMBER + "\\Q")
                .replace("{path}", "\\E" + PATH + "\\Q")
                .replace("{lease}", "\\E" + LEASE + "\\Q")
                .replace("{members}", "\\E" + MEMBERS + "\\Q");
        return Pattern.compile(regex);
    }

    /**
     * The leave to send an act that is for one chassis.
     *
     * @throws Forbidden when the act is not one of the procedure's, or is not for exactly this chassis
     */
    public Permit forChassis(String step, ChassisId chassis, Phrase act, String line, Safeguard safeguard) {
        Matcher matcher = matched(FOR_CHASSIS, act, line);
        refuseWords(line, line);
        Optional<Boolean> itsNumber =
                named(matcher, "chassis").map(number -> number.equals(Integer.toString(chassis.number())));
        Optional<Boolean> itsMembers = named(matcher, "members").map(members -> membersAreOf(members, chassis));
        if (itsNumber.or(() -> itsMembers).isEmpty() || !itsNumber.orElse(true) || !itsMembers.orElse(true)) {
            throw new Forbidden(
                    line, "step %s is for %s, and this line is not, or not for it alone.".formatted(step, chassis));
        }
        Set<SgmId> from = act == Phrase.INSTALL ? installsFrom(chassis) : group.sgms();
        return given(
                new Permit.Act(step, line, act.key(), Optional.of(chassis)),
                from,
                alsoKeeping(line, safeguard),
                lockOf(step));
    }

    /** With CPUSE its own SGMs (REFERENCE 5, D); without it those that carry, one of which is the SMO. */
    private Set<SgmId> installsFrom(ChassisId chassis) {
        return group.sgmsOf(installedFromTheSmo ? chassis.other() : chassis);
    }

    /** The leave to send an act that concerns the whole group and stops no traffic. */
    public Permit forGroup(String step, Phrase act, String line, Safeguard safeguard) {
        Matcher matcher = matched(FOR_GROUP, act, line);
        refuseWords(line, line);
        if (named(matcher, "chassis").isPresent() || named(matcher, "members").isPresent()) {
            throw new Forbidden(line, "it is for a chassis, and step %s is for the whole group.".formatted(step));
        }
        return given(
                new Permit.Act(step, line, act.key(), Optional.empty()),
                group.sgms(),
                alsoKeeping(line, safeguard),
                lockOf(step));
    }

    /** The leave to put the sign that a run is at work on one SGM, or to take it away; it touches no traffic. */
    public Permit forLease(Phrase act, SgmId sgm, String line) {
        matched(FOR_LEASE, act, line);
        if (!line.endsWith(LEASE_FILE)) {
            throw new Forbidden(line, "a lease is kept under the name 'bywash.lease' and no other.");
        }
        return ofOurOwn("lease", line, act.key(), Set.of(sgm), () -> {});
    }

    /** The leave to put a file on the device under this path. */
    public Permit forUpload(String step, String path, Safeguard safeguard) {
        if (!path.matches(PATH)) {
            throw new Forbidden("upload to " + path, "the path is not a plain absolute path.");
        }
        refuseWords("upload to " + path, path);
        return ofOurOwn(step, "upload to " + path, UPLOAD, group.sgms(), safeguard);
    }

    /**
     * The leave to give a file of our own its name, by a line that is typed on a member.
     *
     * @param from what the file is called while it is sent: the path, with something behind a full stop
     */
    public Permit forRename(String step, String from, String to, Safeguard safeguard) {
        String line = "mv -fT %s %s".formatted(from, to);
        if (!from.matches(PATH) || !to.matches(PATH) || !from.matches(Pattern.quote(to) + "\\.[a-z]+")) {
            throw new Forbidden(line, "it is not a file of our own that gets the name it was sent for.");
        }
        refuseWords(line, line);
        return ofOurOwn(step, line, UPLOAD, group.sgms(), safeguard);
    }

    /** An act on a file of our own, which stops no traffic and needs no configuration lock. */
    private Permit ofOurOwn(String step, String line, String kind, Set<SgmId> members, Safeguard safeguard) {
        return given(new Permit.Act(step, line, kind, Optional.empty()), members, safeguard, new AtomicBoolean(true));
    }

    private Permit given(Permit.Act act, Set<SgmId> members, Safeguard safeguard, AtomicBoolean lockTaken) {
        history.record(new Fact.PermitGiven(
                history.now(),
                act.step(),
                act.line(),
                act.kind(),
                act.chassis().map(ChassisId::toString).orElse("")));
        return new Permit(act, members, safeguard, history, lockTaken);
    }

    private Matcher matched(Set<Phrase> here, Phrase act, String line) {
        if (LOOSE.matcher(line).find()) {
            throw new Forbidden(line, "it holds a character that could mean more than one plain command.");
        }
        if (!here.contains(act)) {
            throw new Forbidden(line, "'%s' is no act that is permitted this way.".formatted(act.key()));
        }
        Pattern form = forms.get(act);
        if (form == null) {
            throw new Forbidden(line, "this release has nothing for '%s'.".formatted(act.key()));
        }
        Matcher matcher = form.matcher(line);
        if (!matcher.matches()) {
            throw new Forbidden(line, "it is not what the dialect says for '%s'.".formatted(act.key()));
        }
        return matcher;
    }

    private static void refuseWords(String line, String words) {
        if (NEVER.matcher(words).matches()) {
            throw new Forbidden(line, "it holds a word that this procedure never uses in an act.");
        }
    }

    private static Optional<String> named(Matcher matcher, String name) {
        return matcher.pattern().pattern().contains("(?<" + name + ">")
                ? Optional.ofNullable(matcher.group(name))
                : Optional.empty();
    }

    /** Whether each of these members is of this chassis and of the group. */
    private boolean membersAreOf(String members, ChassisId chassis) {
        for (String part : members.split(",")) {
            Matcher range = RANGE.matcher(part);
            if (!range.matches() || !isOf(range, chassis)) {
                return false;
            }
        }
        return true;
    }

    private boolean isOf(Matcher range, ChassisId chassis) {
        try {
            SgmId first = SgmId.parse(range.group(1));
            SgmId last = range.group(2) == null ? first : SgmId.parse(range.group(2));
            boolean ordered = first.compareTo(last) <= 0 && first.chassis() == chassis && last.chassis() == chassis;
            boolean known = true;
            for (int slot = first.slot(); ordered && slot <= last.slot(); slot++) {
                known &= group.sgms().contains(new SgmId(chassis, slot));
            }
            return ordered && known;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The configuration lock of a colleague is taken over at most once a part of the procedure. */
    private AtomicBoolean lockOf(String step) {
        return lockTakenIn.computeIfAbsent(partOf(step), part -> new AtomicBoolean());
    }

    private static String partOf(String step) {
        return step.substring(0, 1);
    }
}
