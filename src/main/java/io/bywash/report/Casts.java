package io.bywash.report;

import io.bywash.evidence.Fact;
import io.bywash.evidence.HistoryFile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The terminals of a run as recordings that a player can replay, in the format asciicast v2.
 *
 * <p>A line that is opened again is a recording of its own. What was typed is in it as input, what the device sent as
 * output, to the character; a byte that was no text is a replacement character. The steps of the procedure and the end of
 * a line are markers, which a player can jump to.
 */
public final class Casts {
    private static final int COLUMNS = 250;
    private static final int ROWS = 24;
    private static final String TERM = "vt100";

    /** Seconds; a player makes any longer silence this short. */
    private static final double LONGEST_SILENCE = 1.5;

    private static final int MICROSECONDS = 6;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final List<Cast> casts = new ArrayList<>();
    private final Map<String, Cast> open = new LinkedHashMap<>();
    private String run = "NO RUN";
    private String step = "";

    /** One recording. */
    private static final class Cast {
        private final String terminal;
        private final long opened;
        private final StringBuilder lines = new StringBuilder();
        private String step = "";

        Cast(String terminal, long opened) {
            this.terminal = terminal;
            this.opened = opened;
        }

        void add(long nanos, String kind, String text) {
            BigDecimal seconds = BigDecimal.valueOf(nanos - opened, 9).setScale(MICROSECONDS, RoundingMode.DOWN);
            lines.append(JSON.writeValueAsString(List.of(seconds, kind, text))).append('\n');
        }

        void reach(long nanos, String now) {
            if (!now.equals(step)) {
                add(nanos, "m", now);
                step = now;
            }
        }
    }

    private Casts() {}

    /**
     * Gives every recording by the name of its file: {@code 01-watch.cast}, {@code 02-chassis-A.cast}, in the order in which
     * the lines were opened.
     *
     * @return none for a run that opened no line
     */
    public static SortedMap<String, String> of(HistoryFile history) {
        Casts casts = new Casts();
        history.entries().forEach(casts::read);
        return casts.files();
    }

    private void read(HistoryFile.Entry entry) {
        long nanos = entry.nanos();
        if (entry.fact() instanceof Fact.RunStarted began) {
            run = "%s Security Group %s".formatted(began.target(), began.group());
        } else if (entry.fact() instanceof Fact.StepStarted began) {
            step = began.id();
        } else if (entry.fact() instanceof Fact.LinkOpened link) {
            begin(link, nanos);
        } else if (entry.fact() instanceof Fact.Heard heard) {
            said(heard.terminal(), nanos, "o", heard.text());
        } else if (entry.fact() instanceof Fact.Typed typed) {
            said(typed.terminal(), nanos, "i", typed.text());
        } else if (entry.fact() instanceof Fact.LineFailed failed && open.containsKey(failed.terminal())) {
            open.remove(failed.terminal()).add(nanos, "m", "the line is gone: " + failed.kind());
        }
    }

    private void begin(Fact.LinkOpened link, long nanos) {
        Cast cast = new Cast(link.terminal(), nanos);
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("version", 2);
        header.put("width", COLUMNS);
        header.put("height", ROWS);
        header.put("timestamp", link.at().getEpochSecond());
        header.put("title", "%s, terminal %s".formatted(run, link.terminal()));
        header.put("idle_time_limit", LONGEST_SILENCE);
        header.put("env", Map.of("TERM", TERM));
        cast.lines.append(JSON.writeValueAsString(header)).append('\n');
        casts.add(cast);
        open.put(link.terminal(), cast);
    }

    private void said(String terminal, long nanos, String kind, String text) {
        Cast cast = open.get(terminal);
        if (cast != null && !text.isEmpty()) {
            if (!step.isEmpty()) {
                cast.reach(nanos, step);
            }
            cast.add(nanos, kind, text(text));
        }
    }

    /** Text without the stand-ins for bytes that are no text, which no file in UTF-8 can hold. */
    private static String text(String recorded) {
        StringBuilder text = new StringBuilder();
        recorded.codePoints()
                .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? '\uFFFD' : point)
                .forEach(text::appendCodePoint);
        return text.toString();
    }

    private SortedMap<String, String> files() {
        int digits = Math.max(2, String.valueOf(casts.size()).length());
        SortedMap<String, String> files = new TreeMap<>();
        for (int number = 0; number < casts.size(); number++) {
            Cast cast = casts.get(number);
            String name = cast.terminal.replaceAll("[^A-Za-z0-9._]+", "-");
            files.put(("%0" + digits + "d-%s.cast").formatted(number + 1, name), cast.lines.toString());
        }
        return files;
    }
}
