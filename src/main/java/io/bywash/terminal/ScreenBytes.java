package io.bywash.terminal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 as a device sends it: in pieces that may end within a character, and not always well-formed.
 *
 * <p>A byte that belongs to no character is read as the char {@code 0xDC00 + byte}, a lone surrogate, which no text can
 * contain. So nothing is lost: {@link #of} gives back the bytes of whatever was read.
 */
public final class ScreenBytes {
    private static final char STRAY = 0xDC00;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private ByteBuffer begun = ByteBuffer.allocate(0);

    /** The characters that are complete with these bytes; the beginning of another one waits for its end. */
    String read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.allocate(begun.remaining() + bytes.length)
                .put(begun)
                .put(bytes)
                .flip();
        CharBuffer out = CharBuffer.allocate(in.remaining());
        for (CoderResult ended = decoder.decode(in, out, false);
                ended.isMalformed();
                ended = decoder.decode(in, out, false)) {
            for (int count = 0; count < ended.length(); count++) {
                out.put(stray(in.get()));
            }
        }
        begun = in;
        return out.flip().toString();
    }

    /** What is left of a character whose end never came. */
    String rest() {
        StringBuilder rest = new StringBuilder();
        while (begun.hasRemaining()) {
            rest.append(stray(begun.get()));
        }
        return rest.toString();
    }

    /** The bytes that were read as {@code characters}. */
    public static byte[] of(String characters) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(characters.length());
        characters.codePoints().forEach(character -> {
            if (character >= STRAY + 0x80 && character <= STRAY + 0xFF) {
                bytes.write(character - STRAY);
            } else {
                bytes.writeBytes(Character.toString(character).getBytes(StandardCharsets.UTF_8));
            }
        });
        return bytes.toByteArray();
    }

    private static char stray(byte raw) {
        return (char) (STRAY + Byte.toUnsignedInt(raw));
    }
}
