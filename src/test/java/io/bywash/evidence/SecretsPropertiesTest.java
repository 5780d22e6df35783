package io.bywash.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for each secret, of whatever shape, without a device; {@code -Djqwik.tries.default} says how many are tried. */
class SecretsPropertiesTest {
    /** One line of a run that knows one secret. */
    private static final class Heard {
        private final History history = new History(Clock.systemUTC());
        private final Redaction.Stream stream = history.redaction().stream();
        private final StringBuilder read = new StringBuilder();
        private final StringBuilder written = new StringBuilder();
        private final List<Fact> told = new ArrayList<>();
        private final boolean hidden;

        Heard(String secret) {
            history.keep(Secret.named("expertPasswordFrom", secret));
            history.follow(told::add);
            hidden = history.redaction().inTheOpen().isEmpty();
        }

        private void take(Redaction.Piece piece) {
            assertThat(piece.shown().isEmpty()).isEqualTo(piece.text().isEmpty());
            read.append(piece.text());
            written.append(piece.shown());
        }

        /**
         * What a line says, in pieces of any size.
         *
         * @param silences after one piece of so many; 0 for none
         */
        Heard says(String text, Random dice, int silences) {
            int from = 0;
            while (from < text.length()) {
                int to = Math.min(text.length(), from + 1 + dice.nextInt(9));
                take(stream.heard(text.substring(from, to)));
                if (silences > 0 && dice.nextInt(silences) == 0) {
                    take(stream.silence());
                }
                from = to;
            }
            take(stream.silence());
            return this;
        }
    }

    @Property
    void what_is_read_is_what_was_said_however_it_came(@ForAll long seed) {
        String secret = AnySecret.of(seed);
        String said = "host> " + secret + " and " + secret + secret + "\r\nhost> ";

        assertThat(new Heard(secret).says(said, new Random(seed), 4).read).hasToString(said);
    }

    @Property
    void what_is_written_of_a_line_has_no_secret_that_can_be_hidden(@ForAll long seed) {
        String secret = AnySecret.of(seed);
        String said = "Kept: " + secret + ".\r\n~ " + secret + secret + " ~";
        Heard line = new Heard(secret).says(said, new Random(seed), 0);

        assertThat(line.written.toString()).isEqualTo(line.hidden ? "Kept: (secret).\r\n~ (secret)(secret) ~" : said);
    }

    @Property
    void what_is_written_of_a_line_that_halts_has_it_nowhere_whole(@ForAll long seed) {
        String secret = AnySecret.of(seed);
        Heard line = new Heard(secret).says("~ " + secret + secret + " ~", new Random(seed), 3);

        assertThat(line.hidden && line.written.toString().contains(secret)).isFalse();
    }

    @Property
    void an_echo_is_neither_written_nor_read_whatever_the_secret_is(@ForAll long seed) {
        String secret = AnySecret.of(seed);
        Heard line = new Heard(secret).says("~ ", new Random(seed), 0);
        line.stream.typed(Secret.of(secret));

        line.says(secret + "\r\n~ ", new Random(seed + 1), 0);

        assertThat(line.written).hasToString("~ (secret)\r\n~ ");
        assertThat(line.read).hasToString("~ (secret)\r\n~ ");
    }

    @Property
    void what_is_no_echo_is_read_and_written_as_it_is(@ForAll long seed) {
        String secret = AnySecret.of(seed);
        String said = "\r\n~\t~ ";
        Heard line = new Heard(secret);
        line.stream.typed(Secret.of(secret));

        line.says(said, new Random(seed), 2);

        assertThat(line.read).hasToString(said);
        assertThat(line.written).hasToString(said);
    }

    @Property
    void a_fact_is_one_line_of_ascii_and_the_same_when_it_is_read_again(@ForAll long seed) {
        String secret = AnySecret.of(seed);
        Heard line = new Heard(secret);

        line.history.note("It said: " + secret + "!");
        String written = HistoryFile.line(HistoryFile.NOTHING, 17, line.told.get(0));

        assertThat(written).matches("[ -~]+").startsWith("{\"before\":\"0000");
        assertThat(HistoryFile.parsed(written).fact()).isEqualTo(line.told.get(0));
        assertThat(((Fact.Noted) line.told.get(0)).sentence())
                .isEqualTo(line.hidden ? "It said: (secret)!" : "It said: " + secret + "!");
    }
}
