package io.bywash.recording;

import io.bywash.evidence.Redaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What cannot be the same in two runs, and what stands in its place now: secrets, leases, the sum of a package. */
final class OfNow {
    private final Map<String, String> instead;
    private final String password;

    /**
     * @param instead what stands in the place of something that was recorded
     * @param password that stands for each secret
     */
    OfNow(Map<String, String> instead, String password) {
        this.instead = new HashMap<>(instead);
        this.password = password;
    }

    /** A recorded text that was typed, as a form of what has to be typed now; a lease that is not known yet is any. */
    Matcher typed(String recorded, CharSequence now) {
        Optional<String> lease = Leases.in(recorded).findFirst();
        if (lease.isEmpty()) {
            return Pattern.compile(quoted(recorded)).matcher(now);
        }
        int at = recorded.indexOf(lease.get());
        return Pattern.compile(quoted(recorded.substring(0, at))
                        + Optional.ofNullable(instead.get(lease.get()))
                                .map(this::quoted)
                                .orElse("(\\S+)")
                        + quoted(recorded.substring(at + lease.get().length())))
                .matcher(now);
    }

    /** Takes in the lease of now, where one was typed for the first time. */
    void learn(String recorded, Matcher typed) {
        if (typed.groupCount() > 0) {
            instead.put(Leases.in(recorded).findFirst().orElseThrow(), typed.group(1));
        }
    }

    private String quoted(String text) {
        return Pattern.quote(text.replace(Redaction.SHOWN, password));
    }

    /** A text that was typed now, without the secret. */
    String shown(String typed) {
        return typed.replace(password, Redaction.SHOWN);
    }

    /** The answers that were recorded, as they are to come now. */
    List<Cue.Answer> answers(List<Cue.Answer> recorded) {
        List<Cue.Answer> now = new ArrayList<>(recorded);
        for (String word : instead.keySet()) {
            recorded.stream().map(Cue.Answer::line).distinct().forEach(line -> join(word, line, now));
        }
        now.replaceAll(answer ->
                new Cue.Answer(answer.after(), answer.line(), answer.text().map(this::said)));
        return now;
    }

    private String said(String recorded) {
        String now = recorded.replace(Redaction.SHOWN, password);
        for (Map.Entry<String, String> change : instead.entrySet()) {
            now = now.replace(change.getKey(), change.getValue());
        }
        return now;
    }

    /** Moves a word that came in pieces into one of them. */
    private static void join(String word, String line, List<Cue.Answer> answers) {
        List<Integer> places = IntStream.range(0, answers.size())
                .filter(at -> answers.get(at).line().equals(line)
                        && answers.get(at).text().isPresent())
                .boxed()
                .toList();
        List<String> pieces = Unbroken.around(
                word,
                places.stream().map(at -> answers.get(at).text().orElseThrow()).toList());
        for (int place = 0; place < places.size(); place++) {
            Cue.Answer answer = answers.get(places.get(place));
            answers.set(places.get(place), new Cue.Answer(answer.after(), line, Optional.of(pieces.get(place))));
        }
    }
}
