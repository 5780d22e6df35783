package io.bywash.report;

import io.bywash.evidence.Outcome;
import io.qameta.allure.model.Status;
import java.util.Optional;

/**
 * How a step, a scenario or a whole run stands in the Allure report. Later values outweigh earlier ones.
 *
 * <p>Allure knows four colours and one for what has none; its categories tell the rest apart by the first word of the
 * message.
 */
enum Standing {
    PASSED("PASSED", "", Optional.of(Status.PASSED)),
    /** Nobody asked for it in this run, or the device proved that nothing of it was left to do. */
    LEFT_OUT("NOT RUN", "Not run: not selected, already done, or never reached", Optional.of(Status.SKIPPED)),
    /** It was asked for and never tried; Allure shows it as unknown, which is not the grey of what was left out. */
    NOT_REACHED("NOT RUN", "Not run: not selected, already done, or never reached", Optional.empty()),
    NOT_PROVEN("NOT PROVEN", "Not proven: a person has to look", Optional.of(Status.BROKEN)),
    /** Nobody knows how it ended, because the history does not go on. */
    INCOMPLETE("INCOMPLETE", "Incomplete: the run died here, or is under way", Optional.of(Status.BROKEN)),
    REFUSED(
            "REFUSED",
            "Refused: the Security Group is not as the procedure needs it, and nothing was sent",
            Optional.of(Status.BROKEN)),
    BROKEN("BROKEN", "Broken: the harness, its settings, the lab or the network", Optional.of(Status.BROKEN)),
    FAILED("FAILED", "Failed: the Security Group did what the procedure does not allow", Optional.of(Status.FAILED));

    private final String word;
    private final String category;
    private final Optional<Status> status;

    Standing(String word, String category, Optional<Status> status) {
        this.word = word;
        this.category = category;
        this.status = status;
    }

    /** How a step that ended stands. */
    static Standing of(Outcome outcome) {
        return of(Mark.of(outcome));
    }

    /** How a run stands; one that reached nothing was asked for all the same. */
    static Standing of(Mark mark) {
        return mark == Mark.NOT_RUN ? NOT_REACHED : valueOf(mark.name());
    }

    /** The word that the message of what did not pass begins with. */
    String word() {
        return word;
    }

    /** The category of the report that it belongs to; empty for what passed. */
    String category() {
        return category;
    }

    /** Null for what the report has to show as unknown, as the results of Allure write it. */
    Status status() {
        return status.orElse(null);
    }
}
