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
import io.bywash.gaia.UnknownLine;
import io.bywash.group.SgmId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Drives CPUSE with {@code installer ...} for one package (REFERENCE 3.3).
 *
 * <p>It never updates the CPUSE Agent, which is not supported on SGMs, and never trusts an exit status: success is the
 * expected sentence for every member.
 */
public final class Installer {
    private static final Pattern ANYTHING = Pattern.compile(".*");
    private static final Pattern INSTALLING = Pattern.compile(
            "Installing package\\.\\.\\.|(?:Preparing Installation|Extracting Bundle|Reading Configuration|Validating Install|Installing):\\s+\\d+%.*");
    private static final Pattern STORED = Pattern.compile(
            "The package '[^']*' was successfully imported\\.|The package you are trying to import already exists\\.?");
    private static final Pattern ALLOWED = Pattern.compile("(?:Installation|Upgrade) is allowed\\.");
    private static final Pattern BEFORE_INSTALLING =
            Pattern.compile("|Initiating package installation\\.\\.\\.|Package is ready for installation");

    /** The failure texts of REFERENCE 3.3 (D), and words by which others would say the same (I 80 %). */
    private static final Pattern TROUBLE = Pattern.compile(
            "(?i).*(?:fail|abort|error|cannot|can't|not ready|not allowed|not enough|already stored|corrupt|no response|doesn't exist|denied|refused|blocked).*");

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

    /** The line that installs it; the number is resolved on the very member just before. */
    public String installLine(String number, InstallScope scope) {
        return dialect.say(Phrase.INSTALL, "number", number).replace("{members}", scope.memberIds());
    }

    /** The line that installs the file on the SGMs of a chassis, on a release without CPUSE. */
    public String installFileLine(String path, InstallScope scope) {
        return dialect.say(Phrase.INSTALL, "path", path).replace("{members}", scope.memberIds());
    }

    /**
     * Installs the file, on a release without CPUSE, and follows it until the line ends or the prompt returns.
     *
     * <p>What it says meanwhile is not known, so nothing is concluded from it, and no key is typed: what looks like a question
     * may be an installer at work (REFERENCE 9).
     *
     * @return what it said, when the line died or nothing more came; empty when the prompt came back
     */
    public Optional<String> installFile(GaiaSession session, Permit permit) {
        try {
            session.run(Command.act(Shell.EXPERT, permit)
                    .amidst(List.of(ANYTHING))
                    .within(installLimit)
                    .goingOnByItself());
            return Optional.empty();
        } catch (Unanswered e) {
            return Optional.of(e.said());
        }
    }

    /**
     * Imports the package on every member.
     *
     * @return what the last table says of each member
     */
    public UpdateTable importPackage(GaiaSession session, Permit permit) {
        return known(table(session.run(Command.act(Shell.GCLISH, permit).within(importLimit))), STORED);
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
     * <p>Found in the list that Tab shows, and confirmed by asking for that number's file name.
     *
     * @throws Misbehaviour when this member does not list the package, or lists it under two numbers
     * @throws NotProven when the device does not confirm the number
     */
    public int number(GaiaSession session) {
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
        List<String> names = names(session, numbers.get(0));
        if (names.stream().noneMatch(file::shownAs)) {
            throw new NotProven(
                    "Number %d on %s should be %s, but 'show installer package %d' names %s. Nothing was installed."
                            .formatted(numbers.get(0), here.memberTold(), file.name(), numbers.get(0), names));
        }
        return numbers.get(0);
    }

    /** The names under which the device knows the package with this number on the member we are on. */
    private List<String> names(GaiaSession session, int number) {
        Reply reply = session.run(Command.read(Shell.GCLISH, "show installer package " + number));
        List<String> lines = MemberBlocks.of(reply.prompt().member(), reply.text());
        List<String> names = new ArrayList<>();
        lines.stream()
                .map(line -> KEY_VALUE.matcher(line.strip()))
                .filter(java.util.regex.Matcher::matches)
                .forEach(matcher -> names.add(matcher.group(2).strip()));
        return names;
    }

    /**
     * How far the member we are on has come with the package.
     *
     * @throws NotProven when it does not say so in words that are known
     */
    public PackageStanding standing(GaiaSession session) {
        return PackageStanding.read(session.run(Command.read(Shell.CLISH, "show installer package " + file.name()))
                .text());
    }

    /** Asks every member whether the package can be installed there; this changes nothing. */
    public UpdateTable verify(GaiaSession session, int number) {
        return known(
                table(session.run(Command.read(Shell.GCLISH, dialect.say(Phrase.VERIFY, "number", number))
                        .within(verifyLimit))),
                ALLOWED);
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
                .goingOnByItself();
        try {
            Reply reply = session.run(command);
            boolean cut = !session.here().text().equals(before.text());
            return start(reply.text(), reply.asked(), scope, cut);
        } catch (Unanswered e) {
            return start(e.said(), e.said().contains("Reason: " + audit.reason()) ? questions.size() : -1, scope, true);
        }
    }

    private Collection<String> names() {
        Set<String> names = new LinkedHashSet<>(List.of(file.name()));
        names.add(file.stem() + ".tgz");
        names.add(file.stem() + ".tar");
        return names;
    }

    private static InstallStart start(String said, int asked, InstallScope scope, boolean cut) {
        List<UpdateTable> tables = UpdateTable.allIn(said);
        Map<SgmId, String> lastWords = new TreeMap<>();
        Map<SgmId, Boolean> begun = new TreeMap<>();
        for (SgmId sgm : scope.sgms()) {
            lastWords.put(
                    sgm,
                    tables.isEmpty()
                            ? "no table"
                            : tables.get(tables.size() - 1).of(sgm));
            begun.put(sgm, begun(sgm, tables));
        }
        return new InstallStart(asked, lastWords, begun, cut);
    }

    /** Whether a member was ever shown installing; what it shows behind that is not known, and says nothing (REFERENCE 12). */
    private static boolean begun(SgmId sgm, List<UpdateTable> tables) {
        List<String> shown =
                tables.stream().map(table -> table.rows().getOrDefault(sgm, "")).toList();
        boolean begun =
                shown.stream().anyMatch(status -> INSTALLING.matcher(status).matches());
        shown.stream()
                .filter(status -> !begun
                        && !BEFORE_INSTALLING.matcher(status).matches()
                        && !TROUBLE.matcher(status).matches())
                .findFirst()
                .ifPresent(status -> {
                    throw unknown(sgm, status, INSTALLING);
                });
        return begun;
    }

    static boolean isTrouble(String words) {
        return TROUBLE.matcher(words).matches();
    }

    /** A status that says neither success nor a trouble may mean either, and so may a table of successes above a trouble. */
    private static UpdateTable known(UpdateTable table, Pattern success) {
        boolean allWell = table.rows().values().stream()
                .allMatch(status -> success.matcher(status).matches());
        table.below().stream()
                .filter(line -> allWell && isTrouble(line))
                .findFirst()
                .ifPresent(line -> {
                    throw new UnknownLine("The end below a table of successes", line, "no trouble");
                });
        table.rows().forEach((sgm, status) -> {
            if (!success.matcher(status).matches() && !TROUBLE.matcher(status).matches()) {
                throw unknown(sgm, status, success);
            }
        });
        return table;
    }

    private static UnknownLine unknown(SgmId sgm, String status, Pattern success) {
        return new UnknownLine("The status of " + sgm, status, "\"%s\", or a trouble".formatted(success));
    }

    private static UpdateTable table(Reply reply) {
        return UpdateTable.lastIn(reply.text())
                .orElseThrow(() -> new NotProven("'%s' at %s drew no table. It said: \"%s\"."
                        .formatted(reply.command(), reply.prompt(), String.join(" / ", reply.lines()))));
    }
}
