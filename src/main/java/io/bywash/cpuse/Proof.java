package io.bywash.cpuse;

import io.bywash.gaia.Command;
import io.bywash.gaia.Dialect;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.MemberBlocks;
import io.bywash.gaia.Phrase;
import io.bywash.gaia.Reply;
import io.bywash.gaia.Shell;
import io.bywash.gaia.UnknownLine;
import io.bywash.group.Take;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What one SGM itself says about the installed hotfix, by two ways that do not know of each other; on a release without
 * CPUSE by the second alone.
 *
 * @param byInstaller the take of {@code show installer packages installed}, or what was there instead, in words
 * @param byCpinfo the take of {@code cpinfo -y all}, or what was there instead, in words
 */
public record Proof(String byInstaller, String byCpinfo) {
    /** What stands in the place of a list that the release does not have. */
    public static final String NO_LIST = "no such list";

    private static final Pattern INSTALLED = Pattern.compile("Installed|Hotfix|Jumbo Hotfix|Wrapper");
    private static final Pattern NOT_INSTALLED =
            Pattern.compile("Installed as part of\\b.*|Imported|Available for (?:Install|Download)");

    /**
     * Reads both on the member we are on.
     *
     * @throws UnknownLine when one of them has what is not known and could mean something for the take
     */
    public static Proof read(GaiaSession session, Dialect dialect) {
        Reply hotfixes = session.run(Command.read(Shell.EXPERT, dialect.say(Phrase.HOTFIXES)));
        if (!dialect.has(Phrase.SHOW_INSTALLED)) {
            return new Proof(NO_LIST, byCpinfo(hotfixes));
        }
        Reply installed = session.run(Command.read(Shell.CLISH, dialect.say(Phrase.SHOW_INSTALLED)));
        return new Proof(byInstaller(installed), byCpinfo(hotfixes));
    }

    /** What the first of them has to say; on a release without CPUSE there is nothing that could. */
    public static String expectedByInstaller(Take take, Dialect dialect) {
        return dialect.has(Phrase.SHOW_INSTALLED) ? take.toString() : NO_LIST;
    }

    /** Whether both say exactly this take; where the release has one of them only, that one. */
    public boolean shows(Take take) {
        return List.of(take.toString(), NO_LIST).contains(byInstaller) && byCpinfo.equals(take.toString());
    }

    /** Whether either of them says this take. */
    public boolean mentions(Take take) {
        return byInstaller.equals(take.toString()) || byCpinfo.equals(take.toString());
    }

    static String byInstaller(Reply reply) {
        return byInstaller(PackageList.entries(MemberBlocks.of(reply.prompt().member(), reply.text())));
    }

    /**
     * The highest take of a jumbo among the installed packages of one member.
     *
     * <p>A higher take installed over a lower one shows the lower as part of it, so the highest counts (REFERENCE 3.6, D).
     */
    public static String byInstaller(List<PackageList.Entry> entries) {
        return entries.stream()
                .filter(entry -> isJumbo(entry.name()))
                .filter(Proof::isInstalled)
                .map(Proof::takeOf)
                .max(Take::compareTo)
                .map(Take::toString)
                .orElse("no take installed");
    }

    private static boolean isJumbo(String name) {
        HotfixKind kind = HotfixKind.of(name);
        if (kind == HotfixKind.UNCLEAR) {
            throw new UnknownLine(
                    "The list of installed packages",
                    name,
                    "the name of a jumbo, or of a hotfix that is built for one");
        }
        return kind == HotfixKind.JUMBO;
    }

    private static Take takeOf(PackageList.Entry entry) {
        return PackageFile.takeIn(entry.name())
                .orElseThrow(() -> new UnknownLine(
                        "The list of installed packages", entry.name(), "a jumbo whose name says its take"));
    }

    /** A list of installed packages has a type or a status beside the name; only a known one says anything. */
    private static boolean isInstalled(PackageList.Entry entry) {
        if (INSTALLED.matcher(entry.remark()).matches()) {
            return true;
        }
        if (NOT_INSTALLED.matcher(entry.remark()).matches()) {
            return false;
        }
        throw new UnknownLine(
                "The list of installed packages",
                entry.name() + "  " + entry.remark(),
                "Installed, Installed as part of ..., Imported, Available for ..., or the type Hotfix beside a jumbo");
    }

    static String byCpinfo(Reply reply) {
        return byCpinfo("'%s' at %s".formatted(reply.command(), reply.prompt()), reply.lines());
    }

    /** The takes that one member's screen of cpinfo tells, in words. */
    public static String byCpinfo(String where, List<String> lines) {
        Cpinfo cpinfo = Cpinfo.read(String.join("\n", lines))
                .orElseThrow(() -> new UnknownLine(
                        where, String.join(" / ", lines), "a screen with the line \"This is Check Point CPinfo\""));
        List<Take> takes = cpinfo.jumboTakes();
        if (takes.isEmpty()) {
            return cpinfo.privateHotfixes().isEmpty()
                    ? "no take installed"
                    : "no take of a jumbo, but " + String.join(" and ", cpinfo.privateHotfixes());
        }
        return takes.stream().map(Take::toString).collect(Collectors.joining(" and "));
    }
}
