package io.bywash.procedure;

import io.bywash.cluster.Patience;
import io.bywash.cluster.StatusScreen;
import io.bywash.cpuse.PackageFile;
import io.bywash.evidence.Fact;
import io.bywash.evidence.Finding;
import io.bywash.evidence.Outcome;
import io.bywash.gaia.Audit;
import io.bywash.gaia.Dialect;
import io.bywash.gaia.Phrase;
import io.bywash.gaia.Prompt;
import io.bywash.group.ChassisId;
import io.bywash.group.GatewayMode;
import io.bywash.group.GroupStatus;
import io.bywash.group.Release;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import io.bywash.group.SgmStatus;
import io.bywash.group.Take;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A run that is told by hand, fact by fact, up to its trouble. */
final class Story {
    static final Instant TROUBLE = Instant.parse("2026-11-22T02:03:40Z");
    private static final Patience SETTLE = new Patience("settle", Duration.ofSeconds(90), Duration.ofSeconds(5));
    private static final Waits WAITS = new Waits(SETTLE, SETTLE, SETTLE, SETTLE, SETTLE, Duration.ofSeconds(10));
    static final Dialect DIALECT = Dialect.of(Release.R81_10);

    private final List<Fact> facts = new ArrayList<>();
    private final int sgms;
    private String step = "";
    private Instant at = Instant.parse("2026-11-22T02:00:04Z");

    private Story(int sgms) {
        this.sgms = sgms;
    }

    /** A run on a group with this many SGMs on each chassis. */
    static Story on(int sgms) {
        return new Story(sgms);
    }

    Assignment assignment() {
        return new Assignment(
                SecurityGroup.dual("north-gate", sgms, sgms),
                ChassisId.CHASSIS1,
                GatewayMode.SECURITY_GATEWAY,
                Release.R81_10,
                new PackageFile(Path.of("Jumbo_T110.tgz"), 16, "00"),
                new Take(110),
                "/var/log",
                new Audit("Ada Operator", "Maintenance"),
                Optional.empty(),
                "-Dbywash.confirm=north-gate -Dbywash.target=north-gate.yaml",
                WAITS);
    }

    Story begins(String step) {
        this.step = step;
        facts.add(new Fact.StepStarted(at, step, "[%s] words".formatted(step)));
        return this;
    }

    /** What comes next comes this much later. */
    Story later(Duration by) {
        at = at.plus(by);
        return this;
    }

    /** What one line and its answer looked like. */
    Story types(String prompt, String line, String screen) {
        return types(prompt, line, screen, prompt);
    }

    /** An act, with the chassis it is for, or none, and what it looked like. */
    Story acts(Phrase what, String chassis, String prompt, String line, String screen, String ending) {
        facts.add(new Fact.ActIntended(at, step, line, what.key(), chassis));
        facts.add(new Fact.ActEnded(
                at, step, line, ending.equals(prompt) ? Fact.ActEnd.ANSWERED : Fact.ActEnd.UNANSWERED, ending));
        return types(prompt, line, screen, ending);
    }

    Story types(String prompt, String line, String screen, String ending) {
        String member =
                Prompt.read(prompt).flatMap(Prompt::member).map(SgmId::toString).orElse("");
        facts.add(new Fact.Exchanged(at, "watch", "", member, "", prompt, line, screen, ending, Duration.ZERO, ""));
        return this;
    }

    /** What both evidences of each SGM said, {@code Take 110} or {@code no take installed}. */
    Story reads(String onChassis1, String onChassis2) {
        List<List<String>> rows = new ArrayList<>();
        for (SgmId sgm : assignment().group().sgms()) {
            String take = sgm.chassis() == ChassisId.CHASSIS1 ? onChassis1 : onChassis2;
            rows.add(List.of(sgm.toString(), "UP", take, take));
        }
        facts.add(new Fact.TableKept(
                at, "Where the group stands", List.of("SGM", "state", "by installer", "by cpinfo"), rows));
        return this;
    }

    /** A look at the group. */
    Story sees(String screen) {
        facts.add(new Fact.StatusSeen(at, status(screen, at)));
        return types("[Expert@north-gate-ch02-01:0]#", "asg stat -v", screen);
    }

    List<Fact> facts() {
        return facts;
    }

    /** The page when the group can still be looked at, and shows this. */
    String page(Trouble trouble, String screen) {
        return page(trouble, StateNow.read(status(screen, TROUBLE.plusSeconds(2))));
    }

    String page(Trouble trouble, StateNow now) {
        Stage stage = Stage.ofStep(trouble.place()).orElse(Stage.PRELIMINARY);
        return String.join(
                        "\n",
                        new FailurePage(assignment(), DIALECT, List.of(stage), Set.of())
                                .of(trouble, facts, now, "reports/2026-11-22T020300Z-north-gate"))
                + "\n";
    }

    /** One SGM as a screen shows it. */
    static SgmStatus sgm(String screen, String id) {
        return status(screen, TROUBLE).sgms().get(SgmId.parse(id));
    }

    static GroupStatus status(String screen, Instant at) {
        return StatusScreen.read(screen, at, List.of("UP", "ACTIVE"));
    }

    /** A status screen with one word for each SGM of a chassis, or a word for each slot. */
    static String screen(String role1, String role2, List<String> words1, List<String> words2) {
        StringBuilder rows = new StringBuilder();
        for (int slot = 1; slot <= words1.size(); slot++) {
            rows.append("| %-22s %-28s %-24s |%n".formatted(slot, words1.get(slot - 1), words2.get(slot - 1)));
        }
        return """
                | Version                       | R81.10 (Build Number 338)                    |
                | FW Policy Date                | 11Nov21 10:03                                |
                | SGM ID                 Chassis 1                    Chassis 2                |
                |                        %-28s %-24s |
                %s| Synchronization                                                              |
                |   Sync to Active chassis:     Enabled                                        |
                """.formatted(role1, role2, rows);
    }

    static Trouble trouble(String step, String words, Outcome outcome, String expected, String seen) {
        return trouble(step, words, outcome, expected, seen, Finding.NONE);
    }

    static Trouble trouble(String step, String words, Outcome outcome, String expected, String seen, Finding finding) {
        return new Trouble(step, words, TROUBLE, outcome, expected, seen, true, finding);
    }
}
