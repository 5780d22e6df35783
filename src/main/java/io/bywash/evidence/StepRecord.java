package io.bywash.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One step of the procedure and what was measured in it.
 *
 * <p>What it promises to measure is fixed when it starts. A promise that is not kept leaves the step not proven, and so
 * does a step that promises nothing.
 */
public final class StepRecord {
    private final String id;
    private final String title;
    private final Instant started;
    private final Map<String, Measurement> measurements = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, List<Deciding>> deciding = new LinkedHashMap<>();
    private final Map<String, String> silent = new LinkedHashMap<>();
    private Finding ifNot = Finding.NONE;

    public StepRecord(String id, String title, Instant started, List<String> promised) {
        this.id = id;
        this.title = title;
        this.started = started;
        promised.forEach(name -> measurements.put(name, null));
    }

    /** Measures a value that has to equal {@code expected}. */
    public void measure(String name, Object expected, Object actual) {
        measure(name, expected.toString(), actual.toString(), expected.equals(actual));
    }

    /**
     * Measures a value whose comparison the caller made.
     *
     * @throws IllegalArgumentException when the step did not promise to measure it
     */
    public void measure(String name, String expected, String actual, boolean asExpected) {
        if (!measurements.containsKey(name)) {
            throw new IllegalArgumentException("Step %s did not promise to measure '%s'.".formatted(id, name));
        }
        measurements.put(name, new Measurement(name, expected, actual, asExpected));
    }

    /** Adds a remark for the reader of the report; it proves nothing. */
    public void note(String remark) {
        notes.add(remark);
    }

    /**
     * Says that what a measurement is made of was not told by the device. That is neither as expected nor otherwise, so the
     * promise stays open.
     *
     * @param seen what stood in its place
     * @throws IllegalArgumentException when the step did not promise to measure it
     */
    public void silent(String name, String seen) {
        if (!measurements.containsKey(name)) {
            throw new IllegalArgumentException("Step %s did not promise to measure '%s'.".formatted(id, name));
        }
        silent.put(name, seen);
    }

    /** What the device did not tell, by the name of the measurement, with what stood in its place. */
    public Map<String, String> silences() {
        return new LinkedHashMap<>(silent);
    }

    /** Says what stood on the screens that a measurement was read from. */
    public void readFrom(String name, Deciding... seen) {
        deciding.computeIfAbsent(name, first -> new ArrayList<>()).addAll(List.of(seen));
    }

    /** Says what a person does first, on the Security Group, when a measurement is not as expected. */
    public void ifNot(String whatToDo) {
        ifNot(Finding.of(Remedy.ON_THE_GROUP, whatToDo));
    }

    /** Says what is known when a measurement is not as expected. */
    public void ifNot(Finding found) {
        ifNot = found;
    }

    /** What is known when a measurement is not as expected or was not told, with the screens that those were read from. */
    public Finding finding() {
        List<Deciding> wrong = measurements.entrySet().stream()
                .filter(promise -> promise.getValue() == null
                        ? silent.containsKey(promise.getKey())
                        : !promise.getValue().asExpected())
                .flatMap(promise -> deciding.getOrDefault(promise.getKey(), List.of()).stream())
                .toList();
        return wrong.isEmpty() ? ifNot : ifNot.with(wrong);
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public Instant started() {
        return started;
    }

    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** The names of what it promised to measure. */
    public List<String> promised() {
        return List.copyOf(measurements.keySet());
    }

    /** What was measured, in the order of the promises. */
    public List<Measurement> measurements() {
        return measurements.values().stream().filter(Objects::nonNull).toList();
    }

    /** The promises that nothing was measured for. */
    public List<String> unmeasured() {
        return measurements.entrySet().stream()
                .filter(entry -> entry.getValue() == null)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Failed when a measurement is not as expected, not proven when one is missing, passed otherwise. */
    public Outcome outcome() {
        if (measurements().stream().anyMatch(measurement -> !measurement.asExpected())) {
            return Outcome.FAILED;
        }
        return measurements.isEmpty() || !unmeasured().isEmpty() ? Outcome.NOT_PROVEN : Outcome.PASSED;
    }
}
