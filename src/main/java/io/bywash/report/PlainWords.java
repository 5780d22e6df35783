package io.bywash.report;

import io.bywash.evidence.Fact;
import io.bywash.evidence.Outcome;
import io.bywash.group.ChassisId;
import io.bywash.group.Take;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happened, for a reader who is no engineer; each sentence is taken from facts, and says so when there are none. */
final class PlainWords {
    private final RunFacts run;
    private final Mark mark;
    private final StepTable steps;
    private final SgmReadings sgms;

    PlainWords(RunFacts run, Mark mark, StepTable steps, SgmReadings sgms) {
        this.run = run;
        this.mark = mark;
        this.steps = steps;
        this.sgms = sgms;
    }

    /** A few sentences. */
    String told() {
        List<String> sentences = new ArrayList<>();
        if (mark == Mark.PASSED) {
            sentences.addAll(done());
        } else {
            sentences.add(notDone());
            sentences.add(howFar());
        }
        sentences.add(traffic());
        run.all(Fact.NotChecked.class)
                .forEach(not ->
                        sentences.add("Not checked: %s (%s).".formatted(not.what(), RunFacts.cut(120, not.why()))));
        if (run.simulated()) {
            sentences.add("It was a simulated group: nothing was done to any device, and nothing is proven of one.");
        }
        return String.join(" ", sentences);
    }

    private List<String> done() {
        boolean whole = run.started().stages().size()
                == run.all(Fact.Planned.class).stream()
                        .mapToInt(plan -> plan.features().size())
                        .sum();
        boolean nothingLeftOut = run.all(Fact.StagePassedOver.class).isEmpty();
        int all = run.sgms().size();
        if (whole && nothingLeftOut && sgms.proven() == all) {
            return List.of(
                    "The hotfix %s was installed on all %d firewall blades (SGMs) of the group %s, and each of them shows it in %s."
                            .formatted(take(), all, run.started().group(), sgms.ways()));
        }
        return run.started().stages().stream().map(this::done).toList();
    }

    private String done(String stage) {
        Optional<Fact.StagePassedOver> over = run.passedOver(stage);
        if (over.isPresent()) {
            return "Already done: %s."
                    .formatted(RunFacts.cut(240, over.get().why().replaceFirst("\\.$", "")));
        }
        ChassisId chassisA = run.chassisA();
        return switch (stage) {
            case "@preliminary" ->
                "The package of the hotfix %s was brought to the group %s, and every blade (SGM) says that it can be installed."
                        .formatted(take(), run.started().group());
            case "@imageCloning" ->
                "Copying of software from one blade to another (SMO Image Cloning) is off on every blade.";
            case "@chassisA" -> installed(chassisA, 'A');
            case "@failover" ->
                "The traffic was moved from %s to %s, which has the hotfix.".formatted(chassisA.other(), chassisA);
            case "@chassisB" -> installed(chassisA.other(), 'B');
            default -> "The part %s passed.".formatted(stage);
        };
    }

    private String installed(ChassisId chassis, char letter) {
        return "The hotfix %s was installed on %s (\"%s\"); %d of its %d firewall blades (SGMs) show it in %s."
                .formatted(
                        take(),
                        chassis,
                        letter,
                        sgms.proven(chassis),
                        run.sgmsOf(chassis).size(),
                        sgms.ways());
    }

    private String notDone() {
        if (mark == Mark.INCOMPLETE) {
            return "This record has no end: it stops at %s UTC%s. The run is still under way, or it died; what came after is not known from here."
                    .formatted(
                            RunFacts.utc(run.end()),
                            run.last(Fact.StepStarted.class)
                                    .map(step -> ", at or after step %s".formatted(step.id()))
                                    .orElse(", before its first step"));
        }
        if (run.trouble().isEmpty()) {
            return mark == Mark.NOT_RUN
                    ? "Nothing was changed: the run only read and checked, or had nothing to do."
                    : "No step went wrong, and still the run is %s; see below.".formatted(mark.word());
        }
        Fact.StepFinished trouble = run.trouble().get();
        return "The work stopped at step %s, \"%s\", which is %s: %s."
                .formatted(
                        trouble.id(),
                        RunFacts.cut(120, trouble.title().replaceFirst("^\\[\\d\\.[A-Z]\\] ", "")),
                        trouble.outcome(),
                        meaning(trouble.outcome()));
    }

    private static String meaning(Outcome outcome) {
        return switch (outcome) {
            case FAILED -> "the group did what the procedure does not allow";
            case REFUSED -> "the group was not as the step needs it";
            case BROKEN ->
                "the tool, its settings, the lab or the network had trouble, which says nothing of the group";
            case NOT_PROVEN -> "it cannot be said whether it succeeded, and a person has to look";
            case NOT_RUN, PASSED -> "see below";
        };
    }

    private String howFar() {
        int[] passed = steps.passedOfAll();
        int acts = run.acts().size();
        return "%d of the %d steps had passed, %s. The hotfix %s is seen in %s on %d of the %d blades (SGMs)%s."
                .formatted(
                        passed[0],
                        passed[1],
                        acts == 0
                                ? "and nothing that changes the group was sent"
                                : "and %d %s the group had been given"
                                        .formatted(acts, acts == 1 ? "order that changes" : "orders that change"),
                        take(),
                        sgms.ways(),
                        sgms.proven(),
                        run.sgms().size(),
                        unread());
    }

    private String unread() {
        long unread = sgms.rows().stream()
                .filter(row -> SgmReadings.isUnread(row.byInstaller()))
                .count();
        return unread == 0
                ? ""
                : "; of %d it is not known, as they were not asked, or not since the order to install"
                        .formatted(unread);
    }

    private String traffic() {
        int looks = run.looks();
        int shown = run.looksThatShowTraffic();
        if (looks == 0) {
            return "Whether the traffic was carried is not known: this run did not look.";
        }
        return shown == looks
                ? "Whenever it was looked at, a whole chassis carried the traffic: in %d of %d looks."
                        .formatted(shown, looks)
                : "A whole chassis was seen to carry the traffic in %d of %d looks, and not in the other %d."
                        .formatted(shown, looks, looks - shown);
    }

    private String take() {
        return new Take(run.started().hotfix().take()).toString();
    }
}
