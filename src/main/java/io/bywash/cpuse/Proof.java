package io.bywash.cpuse;

import io.bywash.gaia.Command;
import io.bywash.gaia.Dialect;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.Phrase;
import io.bywash.gaia.Reply;
import io.bywash.gaia.Shell;
import io.bywash.group.SgmId;
import io.bywash.group.Take;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one SGM itself says about the installed hotfix, by two ways that do not know of each other.
 *
 * @param byInstaller the take of {@code show installer packages installed}, or what was there instead, in words
 * @param byCpinfo the take of {@code cpinfo -y all}, or what was there instead, in words
 */
public record Proof(String byInstaller, String byCpinfo) {
    /** Reads both on the member we are on. */
    public static Proof read(GaiaSession session, Dialect dialect) {
        Reply hotfixes = session.run(Command.read(Shell.EXPERT, dialect.say(Phrase.HOTFIXES)));
        Reply installed = session.run(Command.read(Shell.CLISH, dialect.say(Phrase.SHOW_INSTALLED)));
        return new Proof(byInstaller(installed), byCpinfo(hotfixes));
    }

    /** Whether both say exactly this take. */
    public boolean shows(Take take) {
        return byInstaller.equals(take.toString()) && byCpinfo.equals(take.toString());
    }

    /** Whether either of them says this take. */
    public boolean mentions(Take take) {
        return byInstaller.equals(take.toString()) || byCpinfo.equals(take.toString());
    }

    /**
     * The highest take of a jumbo among the installed packages.
     *
     * <p>A higher take installed over a lower one shows the lower as part of it, so the highest counts (REFERENCE 3.6, D).
     */
    static String byInstaller(Reply reply) {
        Map<SgmId, List<PackageList.Entry>> lists = PackageList.read(reply.text());
        List<PackageList.Entry> entries = reply.prompt()
                .member()
                .flatMap(member -> Optional.ofNullable(lists.get(member)))
                .orElseGet(() -> PackageList.entries(reply.text().lines().toList()));
        return entries.stream()
                .filter(entry -> !entry.remark().startsWith("Installed as part of"))
                .map(PackageList.Entry::name)
                .filter(PackageFile::jumbo)
                .flatMap(name -> PackageFile.takeIn(name).stream())
                .max(Take::compareTo)
                .map(Take::toString)
                .orElse("no take installed");
    }

    static String byCpinfo(Reply reply) {
        Optional<Cpinfo> cpinfo = Cpinfo.read(reply.text());
        if (cpinfo.isEmpty()) {
            return "no cpinfo";
        }
        List<Take> takes = cpinfo.get().jumboTakes();
        return takes.isEmpty()
                ? "no take installed"
                : takes.stream().map(Take::toString).collect(Collectors.joining(" and "));
    }
}
