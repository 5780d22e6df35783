package io.bywash.verdict;

import io.bywash.evidence.Fact;
import io.bywash.group.ChassisId;
import io.bywash.group.SgmId;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Every installation that was sent named members of one chassis, and of no other. */
public final class OneChassisAtATime implements Checker<List<Fact>> {
    private static final Pattern INSTALL = Pattern.compile("installer (?:un)?install .*|asg_hf_installer .*");
    private static final Pattern MEMBERS = Pattern.compile("(?:member_ids (?=\\S+$)| -b )(\\S+)");
    private static final Pattern MEMBER = Pattern.compile("[12]_\\d{1,2}");

    @Override
    public String rule() {
        return "an installation names members of one chassis only, never all";
    }

    @Override
    public Verdict check(List<Fact> history) {
        List<String> sent = history.stream()
                .filter(Fact.Exchanged.class::isInstance)
                .map(fact -> ((Fact.Exchanged) fact).command())
                .filter(command -> INSTALL.matcher(command).matches() && !command.endsWith("<Tab>"))
                .toList();
        return sent.stream()
                .filter(command -> chassisOf(command).size() != 1)
                .findFirst()
                .<Verdict>map(Verdict.Violated::new)
                .orElseGet(() -> sent.isEmpty()
                        ? new Verdict.Unknown("no installation was sent in this run")
                        : new Verdict.Holds(sent.size()));
    }

    private static Set<ChassisId> chassisOf(String command) {
        List<String> members =
                MEMBERS.matcher(command).results().map(found -> found.group(1)).toList();
        if (members.size() != 1 || !members.get(0).matches("[12]_\\d{1,2}(?:[,-][12]_\\d{1,2})*")) {
            return Set.of();
        }
        return MEMBER.matcher(members.get(0))
                .results()
                .map(found -> SgmId.parse(found.group()).chassis())
                .collect(Collectors.toSet());
    }
}
