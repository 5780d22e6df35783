package io.bywash.report;

import static io.bywash.report.RunFacts.cut;

import io.bywash.evidence.Fact;
import java.util.ArrayList;
import java.util.List;

/** Who did what, when and with what, a line each. */
final class Particulars {
    private final RunFacts run;
    private final StepTable steps;
    private final SgmReadings sgms;

    Particulars(RunFacts run, StepTable steps, SgmReadings sgms) {
        this.run = run;
        this.steps = steps;
        this.sgms = sgms;
    }

    /** All of them. */
    Html told() {
        Fact.RunStarted started = run.started();
        List<Html> facts = new ArrayList<>();
        facts.add(fact("operator", cut(90, started.change().operator())));
        facts.add(fact("reason", cut(140, started.change().reason())));
        facts.add(fact("change ticket", ticket()));
        facts.add(fact("parts run", parts()));
        facts.add(fact("begun", RunFacts.utc(started.at()) + " UTC"));
        facts.add(fact(
                "ended",
                run.finished().isPresent()
                        ? RunFacts.utc(run.end()) + " UTC"
                        : "no end in the history; last fact %s UTC".formatted(RunFacts.utc(run.end()))));
        facts.add(fact("took", run.told(steps.whole()) + (run.simulated() ? " of the simulated device" : "")));
        facts.add(fact("longest wait", steps.longestWait()));
        facts.add(fact(
                "group",
                "%s at %s, %d SGMs on two chassis"
                        .formatted(
                                cut(60, started.group()),
                                cut(60, started.gear().address()),
                                run.sgms().size())));
        facts.add(fact(
                "release, mode",
                "%s, %s".formatted(started.gear().release(), started.gear().mode())));
        facts.add(fact(
                "package",
                "%s, %d bytes"
                        .formatted(
                                cut(90, started.hotfix().file()),
                                started.hotfix().size())));
        facts.add(fact("SHA-256 of it", Html.of("code", started.hotfix().sha256())));
        facts.add(fact("take before", cut(200, sgms.before())));
        facts.add(fact("take after", cut(200, sgms.after())));
        return Html.of("dl", facts);
    }

    private static Html fact(String name, Object value) {
        return Html.of("div", Html.of("dt", name), Html.of("dd", value));
    }

    private Html ticket() {
        String ticket = run.started().change().ticket();
        return ticket.isEmpty()
                ? Html.all("none given")
                : Ticket.told(cut(60, ticket), run.started().settings().ticketLink());
    }

    private String parts() {
        long all = run.all(Fact.Planned.class).stream()
                .mapToLong(plan -> plan.features().size())
                .sum();
        return run.started().stages().size() == all
                ? "all %d".formatted(all)
                : String.join(", ", run.started().stages()).replace("@", "");
    }
}
