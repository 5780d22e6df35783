package io.bywash.cluster;

import io.bywash.gaia.CommandRefused;
import io.bywash.gaia.Dialect;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.MemberRefused;
import io.bywash.gaia.Phrase;
import io.bywash.gaia.UnknownLine;
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

    /** What stands for something that the devices have no command for, or tell in a form that is not known. */
    public static final String NOT_READ = "not read";

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
     * a name behind it, and {@code connections}; what the dialect has no wording for is absent. Interfaces and connections are
     * beside the procedure: where a device does not tell them, {@code interfaces} or {@code connections} of every member is
     * {@link #NOT_READ}, unless the site demands them.
     *
     * @throws io.bywash.evidence.NotProven when an answer is in no form that is known
     * @throws io.bywash.evidence.Broken when the device refuses to answer
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
        all.askBeside(
                Phrase.INTERFACES,
                "interfaces",
                (sgm, lines, into) ->
                        Links.read(sgm, lines).forEach((name, state) -> into.put("interface " + name, state)));
        all.askBeside(
                Phrase.CONNECTIONS,
                "connections",
                (sgm, lines, into) -> into.put("connections", Integer.toString(Connections.read(sgm, lines))));
        return all.fields;
    }

    private interface Reading {
        void of(SgmId sgm, List<String> lines, Map<String, String> into);
    }

    private void ask(Phrase phrase, String name, Reading reading) {
        if (dialect.has(phrase)) {
            answers(phrase, name, reading)
                    .forEach((sgm, answer) -> fields.get(sgm).putAll(answer));
        }
    }

    /** Something that the procedure does not rest on; a device without it is no reason to stop. */
    private void askBeside(Phrase phrase, String name, Reading reading) {
        try {
            ask(phrase, name, reading);
        } catch (CommandRefused | MemberRefused | UnknownLine e) {
            if (dialect.isDemanded(phrase)) {
                throw e;
            }
            fields.values().forEach(into -> into.put(name, NOT_READ));
        }
    }

    /** What each member answers; nothing when the answer of one cannot be read. */
    private Map<SgmId, Map<String, String>> answers(Phrase phrase, String name, Reading reading) {
        Map<SgmId, List<String>> lines = GlobalAnswer.to(session, dialect, phrase);
        Map<SgmId, Map<String, String>> answers = new TreeMap<>();
        fields.keySet().forEach(sgm -> {
            Map<String, String> answer = new TreeMap<>();
            if (lines.containsKey(sgm)) {
                reading.of(sgm, lines.get(sgm), answer);
            } else {
                answer.put(name, NO_ANSWER);
            }
            answers.put(sgm, answer);
        });
        return answers;
    }
}
