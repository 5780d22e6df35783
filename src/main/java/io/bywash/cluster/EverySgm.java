package io.bywash.cluster;

import io.bywash.gaia.Dialect;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.Phrase;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What every member says of its software, its boot, its interfaces and its connections, with one command each. */
public final class EverySgm {
    /** What stands for a member that did not answer. */
    public static final String NO_ANSWER = "no answer";

    private final GaiaSession session;
    private final Dialect dialect;
    private final SecurityGroup group;
    private final SortedMap<SgmId, SortedMap<String, String>> fields = new TreeMap<>();

    private EverySgm(GaiaSession session, Dialect dialect, SecurityGroup group) {
        this.session = session;
        this.dialect = dialect;
        this.group = group;
        group.sgms().forEach(sgm -> fields.put(sgm, new TreeMap<>()));
    }

    /**
     * The fields of each member of the group, by name: {@code release}, {@code build}, {@code booted}, {@code interface} with
     * a name behind it, and {@code connections}; what the dialect has no wording for is absent.
     *
     * @throws io.bywash.evidence.NotProven when an answer is in no form that is known
     */
    public static SortedMap<SgmId, SortedMap<String, String>> read(
            GaiaSession session, Dialect dialect, SecurityGroup group) {
        EverySgm all = new EverySgm(session, dialect, group);
        all.ask(Phrase.VERSION, "release", (sgm, lines, into) -> {
            SoftwareVersion.Told told = SoftwareVersion.in("The software version of " + sgm, lines);
            into.put("release", told.release());
            into.put("build", told.build());
        });
        all.ask(
                Phrase.BOOT_TIME,
                "booted",
                (sgm, lines, into) ->
                        into.put("booted", Boot.in(sgm.toString(), lines).toString()));
        all.ask(
                Phrase.INTERFACES,
                "interfaces",
                (sgm, lines, into) ->
                        Links.read(sgm, lines).forEach((name, state) -> into.put("interface " + name, state)));
        all.ask(
                Phrase.CONNECTIONS,
                "connections",
                (sgm, lines, into) -> into.put("connections", Integer.toString(Connections.read(sgm, lines))));
        return all.fields;
    }

    private interface Reading {
        void of(SgmId sgm, List<String> lines, Map<String, String> into);
    }

    private void ask(Phrase phrase, String name, Reading reading) {
        if (!dialect.has(phrase)) {
            return;
        }
        Map<SgmId, List<String>> answers = GlobalAnswer.to(session, dialect, phrase);
        fields.forEach((sgm, into) -> {
            if (answers.containsKey(sgm)) {
                reading.of(sgm, answers.get(sgm), into);
            } else {
                into.put(name, NO_ANSWER);
            }
        });
    }
}
