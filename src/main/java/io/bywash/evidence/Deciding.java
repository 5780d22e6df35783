package io.bywash.evidence;

import io.bywash.group.SgmId;
import io.bywash.group.SgmStatus;
import java.util.List;
import java.util.Optional;

/**
 * What stood on a screen and decided; given by the reader that decided, and shown as it stood there.
 *
 * @param member where it was read; empty for any, or where the prompt names none
 * @param command that was answered so; empty for any whose answer has the lines
 * @param lines as they stand on the screen; none for the end of the answer
 * @param rows the SGMs of a status screen whose rows they are
 */
public record Deciding(
        Optional<SgmId> member,
        @FreeText String command,
        @FreeText List<String> lines,
        List<SgmStatus> rows) {
    public Deciding {
        lines = List.copyOf(lines);
        rows = List.copyOf(rows);
    }

    /** These lines, wherever they stood last. */
    public static Deciding lines(List<String> lines) {
        return new Deciding(Optional.empty(), "", lines, List.of());
    }

    /** These lines of the answer to a command. */
    public static Deciding answer(String command, List<String> lines) {
        return new Deciding(Optional.empty(), command, lines, List.of());
    }

    /** The end of what a member answered to a command. */
    public static Deciding of(SgmId member, String command) {
        return new Deciding(Optional.of(member), command, List.of(), List.of());
    }

    /** The rows of these SGMs on the last status screen. */
    public static Deciding status(List<SgmStatus> rows) {
        return new Deciding(Optional.empty(), "", List.of(), rows);
    }

    boolean isEmpty() {
        return member.isEmpty() && command.isEmpty() && lines.isEmpty() && rows.isEmpty();
    }
}
