package io.bywash.gaia;

import io.bywash.evidence.Deciding;
import io.bywash.evidence.Finding;
import io.bywash.evidence.NotProven;
import io.bywash.evidence.Remedy;
import java.util.List;

/** A screen has a line, a word or a column whose meaning is not known here; it is shown and never guessed at. */
public final class UnknownLine extends NotProven {
    /**
     * @param screen what is being read, as the subject of a sentence: {@code The status of the Security Group}
     * @param line as it stands on the screen
     * @param known what would have been understood
     */
    public UnknownLine(String screen, String line, String known) {
        super(
                known,
                "%s shows what is not known here, so it is not guessed at: \"%s\". Known is: %s."
                        .formatted(screen, line.strip(), known),
                Finding.of(Remedy.UNKNOWN, "Look at it by hand, and tell the authors of this harness the line.")
                        .with(List.of(Deciding.lines(List.of(line)))));
    }
}
