package io.bywash.recording;

import io.bywash.evidence.Fact;
import io.bywash.evidence.HistoryFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the cues out of a recording. */
final class Script {
    private final List<Cue> cues = new ArrayList<>();
    private final Set<String> open = new HashSet<>();
    private int waits;
    private int wait;
    private long movedAt;
    private String lineAtHand = "";

    private Script() {}

    /** The cues of all its runs, in order. */
    static List<Cue> of(Recording recording) {
        Script script = new Script();
        recording.runs().forEach(script::read);
        return List.copyOf(script.cues);
    }

    private void read(HistoryFile run) {
        open.clear();
        wait = 0;
        for (HistoryFile.Entry entry : run.entries()) {
            read(entry);
        }
    }

    private void read(HistoryFile.Entry entry) {
        Fact fact = entry.fact();
        if (fact instanceof Fact.WaitStarted) {
            wait = ++waits;
        } else if (fact instanceof Fact.WaitEnded || fact instanceof Fact.ActIntended) {
            wait = 0;
        } else if (fact instanceof Fact.TimeUp) {
            timeIsUp();
        } else if (fact instanceof Fact.LinkOpened opened) {
            open.add(opened.terminal());
            move(new Cue.Opened(opened.terminal()), entry);
        } else if (fact instanceof Fact.Typed typed) {
            move(new Cue.Typed(typed.terminal(), typed.text()), entry);
        } else if (fact instanceof Fact.Heard heard) {
            answer(heard.terminal(), Optional.of(heard.text()), entry);
        } else if (fact instanceof Fact.Transferred sent) {
            send(sent.file(), sent.bytes(), Optional.empty(), entry);
        } else if (fact instanceof Fact.TransferEnded sent) {
            end(sent.file(), Optional.empty(), entry);
        } else if (fact instanceof Fact.LineFailed failed) {
            fail(failed, entry);
        }
    }

    private void fail(Fact.LineFailed failed, HistoryFile.Entry entry) {
        switch (failed.kind()) {
            case UNREACHED, HOST_REFUSED, LOGIN_REFUSED ->
                move(new Cue.NotOpened(failed.terminal(), failed.kind()), entry);
            case LOST_TYPING -> lose(failed, entry);
            case LOST, BROKEN -> {
                if (open.contains(failed.terminal())) {
                    lose(failed, entry);
                } else {
                    end(failed.terminal(), Optional.of(failed.kind()), entry);
                }
            }
        }
    }

    private void lose(Fact.LineFailed failed, HistoryFile.Entry entry) {
        open.remove(failed.terminal());
        answer(failed.terminal(), Optional.empty(), entry);
    }

    private void move(Cue.Move move, HistoryFile.Entry entry) {
        movedAt = entry.nanos();
        lineAtHand = move.line();
        int of = waitOf(move);
        cues.add(new Cue(move, of, wait == 0 && of > 0 && last().timeWasUp(), new ArrayList<>()));
    }

    /** What is typed right behind a wait and was typed in it is one more of its looks. */
    private int waitOf(Cue.Move move) {
        if (wait > 0 || cues.isEmpty() || last().inWait() == 0) {
            return wait;
        }
        boolean same = cues.stream()
                .filter(cue -> cue.inWait() == last().inWait())
                .anyMatch(cue -> cue.move() instanceof Cue.Typed && cue.move().equals(move));
        return same ? last().inWait() : 0;
    }

    private void timeIsUp() {
        cues.replaceAll(cue -> cue.inWait() == wait && wait > 0 ? new Cue(cue.move(), wait, true, cue.answers()) : cue);
    }

    /**
     * What came while the run listened came at that time. What it found when it turned to a line again may have been there
     * since the move, and is not to come later than the run turns to that line now.
     */
    private void answer(String line, Optional<String> text, HistoryFile.Entry entry) {
        if (!cues.isEmpty()) {
            Duration after = line.equals(lineAtHand) ? Duration.ofNanos(entry.nanos() - movedAt) : Duration.ZERO;
            last().answers().add(new Cue.Answer(after, line, text));
            lineAtHand = line;
        }
    }

    private Cue last() {
        return cues.get(cues.size() - 1);
    }

    private void send(String file, long bytes, Optional<Fact.LineTrouble> trouble, HistoryFile.Entry entry) {
        if (isUnderWay(file)) {
            cues.remove(cues.size() - 1);
        }
        move(new Cue.Sent(file, bytes, trouble), entry);
    }

    private void end(String file, Optional<Fact.LineTrouble> trouble, HistoryFile.Entry entry) {
        send(file, isUnderWay(file) ? ((Cue.Sent) last().move()).bytes() : 0, trouble, entry);
    }

    private boolean isUnderWay(String file) {
        return !cues.isEmpty()
                && last().move() instanceof Cue.Sent sent
                && sent.line().equals(file)
                && sent.trouble().isEmpty();
    }
}
