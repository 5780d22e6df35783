package io.bywash.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ScreenBytesTest {
    private final ScreenBytes bytes = new ScreenBytes();

    @Example
    void a_character_in_two_pieces_is_one_character() {
        byte[] text = "Größe".getBytes(StandardCharsets.UTF_8);

        assertThat(bytes.read(Arrays.copyOf(text, 3)) + bytes.read(Arrays.copyOfRange(text, 3, text.length)))
                .isEqualTo("Größe");
    }

    @Example
    void a_byte_that_is_no_text_is_read_as_a_lone_surrogate() {
        assertThat(bytes.read(new byte[] {'a', (byte) 0xE4, 'b'})).isEqualTo("a\uDCE4b");
    }

    @Example
    void a_surrogate_that_was_sent_as_three_bytes_is_three_stray_bytes() {
        assertThat(bytes.read(new byte[] {(byte) 0xED, (byte) 0xB2, (byte) 0x80}))
                .isEqualTo("\uDCED\uDCB2\uDC80");
    }

    @Example
    void the_beginning_of_a_character_that_never_ends_is_not_lost() {
        assertThat(bytes.read(new byte[] {(byte) 0xE2, (byte) 0x82}) + bytes.rest())
                .isEqualTo("\uDCE2\uDC82");
    }

    @Property
    void no_byte_is_lost_wherever_the_pieces_end(@ForAll byte[] sent, @ForAll @IntRange(min = 1, max = 7) int piece) {
        StringBuilder read = new StringBuilder();
        for (int from = 0; from < sent.length; from += piece) {
            read.append(bytes.read(Arrays.copyOfRange(sent, from, Math.min(from + piece, sent.length))));
        }

        assertThat(ScreenBytes.of(read.append(bytes.rest()).toString())).isEqualTo(sent);
    }

    @Property
    void the_same_is_read_wherever_the_pieces_end(@ForAll byte[] sent, @ForAll @IntRange(min = 1, max = 7) int piece) {
        StringBuilder read = new StringBuilder();
        for (int from = 0; from < sent.length; from += piece) {
            read.append(bytes.read(Arrays.copyOfRange(sent, from, Math.min(from + piece, sent.length))));
        }
        ScreenBytes whole = new ScreenBytes();

        assertThat(read.append(bytes.rest())).hasToString(whole.read(sent) + whole.rest());
    }
}
