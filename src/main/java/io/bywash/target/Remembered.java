package io.bywash.target;

import io.bywash.evidence.Broken;
import io.bywash.evidence.Fact;
import io.bywash.evidence.History;
import io.bywash.evidence.HistoryFile;
import tools.jackson.databind.json.JsonMapper;

/** What a history remembers of the run's own side, beside what came over the lines. */
enum Remembered {
    TERMS("what the run was told to do"),
    JOURNAL("what earlier runs had sent");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String question;

    Remembered(String question) {
        this.question = question;
    }

    void ask(History history, Object answer) {
        history.take(question, () -> at -> new Fact.LocalAnswer(at, question, text(answer)));
    }

    /** As it stands in a history. */
    static String text(Object answer) {
        return JSON.writeValueAsString(answer);
    }

    /** Whether this is what a history says of it. */
    boolean is(Fact.LocalAnswer said) {
        return said.question().equals(question);
    }

    /**
     * @throws Broken when the history does not have it
     */
    <T> T in(HistoryFile history, Class<T> kind) {
        return history.facts().stream()
                .filter(Fact.LocalAnswer.class::isInstance)
                .map(Fact.LocalAnswer.class::cast)
                .filter(this::is)
                .findFirst()
                .map(said -> JSON.readValue(said.answer(), kind))
                .orElseThrow(() -> new Broken(
                        "The history does not say %s, so nothing can be derived from it: the run died before it wrote that."
                                .formatted(question)));
    }
}
