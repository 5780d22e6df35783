package io.bywash.cpuse;

import io.bywash.evidence.Misbehaviour;
import io.bywash.evidence.NotProven;
import io.bywash.gaia.Audit;
import io.bywash.gaia.Command;
import io.bywash.gaia.Dialect;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.MemberBlocks;
import io.bywash.gaia.Permit;
import io.bywash.gaia.Phrase;
import io.bywash.gaia.Prompt;
import io.bywash.gaia.Question;
import io.bywash.gaia.Reply;
import io.bywash.gaia.Shell;
import io.bywash.gaia.Unanswered;
import io.bywash.group.SgmId;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Drives CPUSE with {@code installer ...} for one package (REFERENCE 3.3).
 *
 * <p>It never updates the CPUSE Agent, which is not supported on SGMs, and never trusts an exit status: success is the
 * expected sentence for every member.
 */
public final class Installer {
    private static final Pattern ANYTHING = Pattern.compile(".*");
    private static final Pattern STORED = Pattern.compile(
            "The package '[^']*' was successfully imported\\.|The package you are trying to import already exists\\.?");
    private static final Pattern ALLOWED = Pattern.compile("Installation is allowed\\.");
    /** The failure texts of REFERENCE 3.3 (D), and words by which others would say the same (I 80 %). */
    private static final Pattern TROUBLE = Pattern.compile(
            "(?i).*(?:fail|abort|error|cannot|can't|unable|not ready|not allowed|not available|not enough|not supported|already stored|corrupt|no response|doesn't exist|does not exist|invalid|denied|refused|rejected|blocked).*");

    private static final Pattern KEY_VALUE = Pattern.compile("(Display name|File name)\\s*:\\s*(\\S.*)");

    private final Dialect dialect;
    private final Audit audit;
    private final PackageFile file;
    private final Duration importLimit;
    private final Duration verifyLimit;
    private final Duration installLimit;

    /**
     * The limits say how long the device may be silent during each action.
     */
    public Installer(
            Dialect dialect,
            Audit audit,
            PackageFile file,
            Duration importLimit,
            Duration verifyLimit,
            Duration installLimit) {
        this.dialect = dialect;
        this.audit = audit;
        this.file = file;
        this.importLimit = importLimit;
        this.verifyLimit = verifyLimit;
        this.installLimit = installLimit;
    }

    /** The line that imports the package from a path on the device. */
    public String importLine(String path) {
        return dialect.say(Phrase.IMPORT_PACKAGE, "path", path);
    }

    /**
     * The line that installs it, to be typed on this session at once.
     *
     * @throws io.bywash.evidence.Refused when the number is of another member
     */
    public String installLine(PackageNumber number, GaiaSession session, InstallScope scope) {
        return installLine(number.typedOn(session), scope);
    }

    /** The line that installs it, for a plan: the words stand for a number that is not known yet. */
    public String plannedInstallLine(String words, InstallScope scope) {
        return installLine(words, scope);
    }

    private String installLine(String number, InstallScope scope) {
        return dialect.say(Phrase.INSTALL, "number", number).replace("{members}", scope.memberIds());
    }

    /** The line that installs the file on the SGMs of a chassis, on a release without CPUSE. */
    public String installFileLine(String path, InstallScope scope) {
        return dialect.say(Phrase.INSTALL, "path", path).replace("{members}", scope.memberIds());
    }

    /**
     * Installs the file, on a release without CPUSE, and follows it until the line ends or the prompt returns.
     *
     * <p>What it says meanwhile is not known, so no key is typed: what looks like a question may be an installer at work
     * (REFERENCE 9).
     */
    public FileInstallStart installFile(GaiaSession session, Permit permit) {
        try {
            Reply reply = session.run(Command.act(Shell.EXPERT, permit)
                    .amidst(List.of(ANYTHING))
                    .within(installLimit)
                    .goingOnByItself());
            return FileInstallStart.answered(reply.lines());
        } catch (Unanswered e) {
            return FileInstallStart.cut(e.said());
        }
    }

    /**
     * Imports the package on every member.
     *
     * @throws NotProven when it cannot be told how it ended
     */
    public ActionEnd importPackage(GaiaSession session, Permit permit) {
        return ActionEnd.of(session.run(Command.act(Shell.GCLISH, permit).within(importLimit)), STORED);
    }

    /** Whether a member's row says that the package is stored there now. */
    public static boolean stored(String status) {
        return STORED.matcher(status).matches();
    }

    /** The imported packages of each member. */
    public Map<SgmId, List<PackageList.Entry>> imported(GaiaSession session) {
        return PackageList.read(session.run(Command.read(Shell.GCLISH, dialect.say(Phrase.SHOW_IMPORTED)))
                .text());
    }

    /** The installed packages of each member. */
    public Map<SgmId, List<PackageList.Entry>> installed(GaiaSession session) {
        return PackageList.read(session.run(Command.read(Shell.GCLISH, dialect.say(Phrase.SHOW_INSTALLED)))
                .text());
    }

    /** Whether the package is shown under this name. */
    public boolean isShownAs(String name) {
        return file.shownAs(name);
    }

    /** Whether the package is among these. */
    public boolean among(List<PackageList.Entry> entries) {
        return entries.stream().anyMatch(entry -> file.shownAs(entry.name()));
    }

    /**
     * The number of the package on the member we are on, at this moment.
     *
     * <p>Found in the list that Tab shows in gClish, and confirmed by what this member alone says of that number: in gClish the
     * others would be asked as well, each of which counts in its own list (REFERENCE 14.3, I 90 %).
     *
     * @throws Misbehaviour when this member does not list the package, or lists it under two numbers
     * @throws NotProven when there is no list, or the device does not confirm the number
     */
    public PackageNumber number(GaiaSession session) {
        String shown = session.continuations(Shell.GCLISH, dialect.say(Phrase.PACKAGE_NUMBER));
        List<NumberedList.Entry> listed = NumberedList.read(shown);
        List<Integer> numbers = listed.stream()
                .filter(entry -> file.shownAs(entry.name()))
                .map(NumberedList.Entry::number)
                .toList();
        Prompt here = session.here();
        if (numbers.size() != 1) {
            throw new Misbehaviour("""
                    %s lists the package %s %s; it lists: %s. Import it on this member, or remove the copy that is one too \
                    many, and run the stage again.""".formatted(
                            here.memberTold(),
                            file.name(),
                            numbers.isEmpty() ? "under no number" : "under the numbers " + numbers,
                            listed.isEmpty() ? "nothing" : listed));
        }
        Reply reply = session.aside(Command.read(Shell.CLISH, "show installer package " + numbers.get(0)));
        if (names(reply).stream().noneMatch(file::shownAs)) {
            throw NotProven.by(reply.lines(), """
                    Number %d on %s should be %s, and '%s' there does not say so. It said: "%s". Nothing was sent. Look at \
                    the list of packages of this member, and run the stage again.""".formatted(
                            numbers.get(0),
                            here.memberTold(),
                            file.name(),
                            reply.command(),
                            String.join(" / ", reply.lines())));
        }
        return new PackageNumber(numbers.get(0), here);
    }

    /** The names under which the member that answered knows the package it was asked for. */
    private static List<String> names(Reply reply) {
        return MemberBlocks.of(reply.prompt().member(), reply.text()).stream()
                .map(line -> KEY_VALUE.matcher(line.strip()))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(2).strip())
                .toList();
    }

    /**
     * How far the member we are on has come with the package.
     *
     * @throws NotProven when it does not say so in words that are known
     */
    public PackageStanding standing(GaiaSession session) {
        return PackageStanding.read(
                session.run(Command.read(Shell.CLISH, standingLine())).text());
    }

    /** The line by which one member says how far it has come with the package. */
    private String standingLine() {
        return "show installer package " + file.name();
    }

    /**
     * Asks every member whether the package can be installed there; this changes nothing.
     *
     * @throws NotProven when it cannot be told how it ended
     */
    public ActionEnd verify(GaiaSession session, PackageNumber number) {
        String line = dialect.say(Phrase.VERIFY, "number", number.typedOn(session));
        return ActionEnd.of(session.run(Command.read(Shell.GCLISH, line).within(verifyLimit)), ALLOWED);
    }

    /** Whether a member's row allows the installation. */
    public static boolean allowed(String status) {
        return ALLOWED.matcher(status).matches();
    }

    /**
     * Installs the package on the members of the scope, and follows it until the line ends or the prompt returns.
     *
     * <p>The installation goes on in the background when the line dies (REFERENCE 7, row 1, D), so an end of the line is
     * no verdict.
     */
    public InstallStart install(GaiaSession session, Permit permit, InstallScope scope) {
        Prompt before = session.here();
        List<Question> questions = InstallDialogue.of(names(), scope, audit);
        Command command = Command.act(Shell.GCLISH, permit)
                .asking(questions)
                .amidst(UpdateTable.DRAWING)
                .within(installLimit)
                .goingOnByItself()
                .until(said -> InstallStart.failsFor(scope, said));
        try {
            Reply reply = session.run(command);
            boolean cut = !session.here().text().equals(before.text());
            return InstallStart.of(reply.text(), reply.asked(), scope, cut);
        } catch (Unanswered e) {
            return InstallStart.of(
                    e.said(), e.said().contains("Reason: " + audit.reason()) ? questions.size() : -1, scope, true);
        }
    }

    private Collection<String> names() {
        Set<String> names = new LinkedHashSet<>(List.of(file.name()));
        names.add(file.stem() + ".tgz");
        names.add(file.stem() + ".tar");
        return names;
    }

    static boolean isTrouble(String words) {
        return TROUBLE.matcher(words).matches();
    }
}
