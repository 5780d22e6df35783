package io.bywash.custody;

import static io.bywash.custody.Damage.FAILURE;
import static io.bywash.custody.Damage.HISTORY;
import static io.bywash.custody.Damage.RESULT;
import static io.bywash.custody.Damage.another;
import static io.bywash.custody.Damage.anyFile;
import static io.bywash.custody.Damage.bytes;
import static io.bywash.custody.Damage.change;
import static io.bywash.custody.Damage.copy;
import static io.bywash.custody.Damage.cut;
import static io.bywash.custody.Damage.delete;
import static io.bywash.custody.Damage.forged;
import static io.bywash.custody.Damage.lines;
import static io.bywash.custody.Damage.payload;
import static io.bywash.custody.Damage.putIn;
import static io.bywash.custody.Damage.rename;
import static io.bywash.custody.Damage.spoil;

import io.bywash.evidence.HistoryFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Something that somebody does to the evidence of a run, at a place that chance chooses. */
enum Manipulation {
    BYTE_CHANGED(With.NOTHING, (run, other, random) -> bytes(run.resolve(HISTORY), random, 0)),
    BYTE_PUT_IN(With.NOTHING, (run, other, random) -> bytes(run.resolve(HISTORY), random, 1)),
    BYTE_TAKEN_OUT(With.NOTHING, (run, other, random) -> bytes(run.resolve(HISTORY), random, -1)),
    LINE_TAKEN_OUT(With.NOTHING, (run, other, random) -> lines(run, (lines, i) -> lines.remove(i), random)),
    LINES_SWAPPED(
            With.NOTHING,
            (run, other, random) ->
                    lines(run, (lines, i) -> Collections.swap(lines, i, another(i, lines.size(), random)), random)),
    LINE_TWICE(
            With.NOTHING,
            (run, other, random) ->
                    lines(run, (lines, i) -> lines.add(random.nextInt(lines.size() + 1), lines.get(i)), random)),
    LINE_PUT_IN(
            With.NOTHING,
            (run, other, random) -> lines(
                    run,
                    (lines, i) ->
                            lines.add(i, lines.get(i).replaceFirst("\"fact\":.*", "\"fact\":\"Noted\",\"nanos\":0}")),
                    random)),
    LINE_PUT_AT_THE_END(
            With.NOTHING,
            (run, other, random) -> lines(
                    run,
                    (lines, i) -> lines.add("{\"before\":\"%s\",\"fact\":\"Noted\",\"nanos\":%d}"
                            .formatted(HistoryFile.read(run).head(), Long.MAX_VALUE)),
                    random)),
    TAIL_CUT(
            With.NOTHING,
            (run, other, random) ->
                    lines(run, (lines, i) -> lines.subList(i, lines.size()).clear(), random)),
    TAIL_CUT_WITHIN_A_LINE(With.NOTHING, (run, other, random) -> cut(run.resolve(HISTORY), random)),
    TAIL_CUT_AND_THE_REST_TAKEN_AWAY(With.HEAD, (run, other, random) -> {
        lines(run, (lines, i) -> lines.subList(Math.max(i, 1), lines.size()).clear(), random);
        delete(run.resolve(Statement.FILE));
        delete(run.resolve(RESULT));
    }),
    FILE_TAKEN_AWAY(
            With.NOTHING,
            (run, other, random) ->
                    delete(run.resolve(List.of(HISTORY, Statement.FILE, RESULT).get(random.nextInt(3))))),
    FACT_CHANGED_AND_CHAINED_ANEW(
            With.NOTHING, (run, other, random) -> forged(run, random).write()),
    LINE_TAKEN_OUT_AND_CHAINED_ANEW(With.NOTHING, (run, other, random) -> {
        lines(run, (lines, i) -> lines.remove(i), random);
        Forgery.of(run).write();
    }),
    ALL_MADE_ANEW(With.KEY_OR_HEAD, (run, other, random) -> forged(run, random).makeAllAnew(Optional.empty())),
    ALL_MADE_ANEW_AND_SIGNED(
            With.KEY_OR_HEAD,
            (run, other, random) -> forged(run, random).makeAllAnew(Optional.of(SampleRun.ANOTHER_KEY))),
    ALL_MADE_ANEW_BESIDE_THE_OLD_SIGNATURE(With.KEY_OR_HEAD, (run, other, random) -> {
        String old = SampleRun.read(run.resolve(Statement.FILE)).replaceFirst(".*\"signatures\"", "");
        forged(run, random).makeAllAnew(Optional.empty());
        change(run.resolve(Statement.FILE), "\"signatures\".*\n", "\"signatures\"" + old);
    }),
    STATEMENT_BYTE_CHANGED(With.KEY, (run, other, random) -> bytes(run.resolve(Statement.FILE), random, 0)),
    STATEMENT_BYTE_PUT_IN(With.KEY, (run, other, random) -> bytes(run.resolve(Statement.FILE), random, 1)),
    STATEMENT_BYTE_TAKEN_OUT(With.KEY, (run, other, random) -> bytes(run.resolve(Statement.FILE), random, -1)),
    STATEMENT_CUT(With.NOTHING, (run, other, random) -> cut(run.resolve(Statement.FILE), random)),
    PAYLOAD_CHANGED(With.NOTHING, (run, other, random) -> payload(run, random)),
    PAYLOAD_CHANGED_AND_SIGNED(With.NOTHING, (run, other, random) -> {
        payload(run, random);
        change(
                run.resolve(Statement.FILE),
                "\"keyid\":\"\\w+\"",
                "\"keyid\":\"%s\"".formatted(SampleRun.ANOTHER_KEY.id()));
    }),
    SIGNATURE_TAKEN_AWAY(With.KEY, (run, other, random) -> change(run.resolve(Statement.FILE), "\\[\\{.*}]", "[]")),
    SIGNATURE_BIT_CHANGED(With.KEY, (run, other, random) -> {
        String text = SampleRun.read(run.resolve(Statement.FILE));
        String was = text.replaceFirst("(?s).*\"sig\":\"([^\"]*)\".*", "$1");
        byte[] signature = Base64.getDecoder().decode(was);
        signature[random.nextInt(signature.length)] ^= (byte) (1 << random.nextInt(8));
        SampleRun.write(
                run.resolve(Statement.FILE),
                text.replace(was, Base64.getEncoder().encodeToString(signature)));
    }),
    SIGNED_WITH_ANOTHER_KEY(
            With.KEY, (run, other, random) -> SampleRun.makeStatementAnew(run, Optional.of(SampleRun.ANOTHER_KEY))),
    SIGNED_WITH_ANOTHER_KEY_UNDER_THE_SAME_NAME(With.KEY, (run, other, random) -> {
        SampleRun.makeStatementAnew(run, Optional.of(SampleRun.ANOTHER_KEY));
        change(run.resolve(Statement.FILE), SampleRun.ANOTHER_KEY.id(), SampleRun.KEY_ID);
    }),
    SIGNATURE_OF_ANOTHER_RUN(
            With.KEY,
            (run, other, random) -> change(
                    run.resolve(Statement.FILE),
                    "\"signatures\".*\n",
                    "\"signatures\""
                            + SampleRun.read(other.resolve(Statement.FILE)).replaceFirst(".*\"signatures\"", ""))),
    ENVELOPE_CHANGED(With.NOTHING, (run, other, random) -> {
        String[] change = List.of(
                        new String[] {"in-toto\\+json", "in-toto.test-result+json"},
                        new String[] {"\\{\"payload\"", "{\"more\":1,\"payload\""},
                        new String[] {"\\{\"payload\"", "{\"payload\":\"\",\"payload\""},
                        new String[] {":\\[", ": ["},
                        new String[] {"\n", "\n\n"},
                        new String[] {"(\\{\"keyid.*})]", "$1,$1]"},
                        new String[] {"\"sig\"", "\"cert\":\"\",\"sig\""},
                        new String[] {"\\{(\"payload\":\"[^\"]*\"),(\"payloadType\":\"[^\"]*\")", "{$2,$1"})
                .get(random.nextInt(8));
        change(run.resolve(Statement.FILE), change[0], change[1]);
    }),
    STATEMENT_OF_ANOTHER_RUN(With.NOTHING, (run, other, random) -> copy(Statement.FILE, other, run)),
    HISTORY_OF_ANOTHER_RUN(With.NOTHING, (run, other, random) -> copy(HISTORY, other, run)),
    RESULT_OF_ANOTHER_RUN(With.NOTHING, (run, other, random) -> copy(RESULT, other, run)),
    ALL_OF_ANOTHER_RUN(With.HEAD, (run, other, random) -> {
        delete(run.resolve(FAILURE));
        for (String file : List.of(HISTORY, Statement.FILE, RESULT, FAILURE)) {
            if (Files.exists(other.resolve(file))) {
                copy(file, other, run);
            }
        }
    }),
    RESULT_HEAD_CHANGED(
            With.NOTHING,
            (run, other, random) -> change(
                    run.resolve(RESULT),
                    "\"head\" : \"\\w",
                    "\"head\" : \"" + (HistoryFile.read(run).head().startsWith("0") ? "1" : "0"))),
    RESULT_OUTCOME_CHANGED(
            With.NOTHING,
            (run, other, random) -> change(
                    run.resolve(RESULT),
                    "\"outcome\" : \"(?!BROKEN)\\w+\",\n  \"verdict\"",
                    "\"outcome\" : \"BROKEN\",\n  \"verdict\"")),
    RESULT_VERDICT_CHANGED(
            With.NOTHING,
            (run, other, random) -> change(run.resolve(RESULT), "\"verdict\" : \"", "\"verdict\" : \"NOT ")),
    RESULT_TARGET_CHANGED(
            With.NOTHING,
            (run, other, random) -> change(
                    run.resolve(RESULT),
                    "\"simulated\" : \\w+",
                    "\"simulated\" : " + SampleRun.read(run.resolve(RESULT)).contains("\"simulated\" : false"))),
    RESULT_STEP_CHANGED(
            With.NOTHING,
            (run, other, random) -> change(
                    run.resolve(RESULT),
                    "(\"words\" : \".*),\n *\"outcome\" : \"\\w+\"",
                    "$1, \"outcome\" : \"%s\"".formatted(random.nextBoolean() ? "REFUSED" : "NOT_PROVEN"))),
    RESULT_STEP_TAKEN_OUT(
            With.NOTHING, (run, other, random) -> change(run.resolve(RESULT), "(?s)\\{\\s+\"id\" : \"3.A\".*?}, ", "")),
    RESULT_WHY_CHANGED(
            With.NOTHING,
            (run, other, random) ->
                    change(run.resolve(RESULT), "(\"words\" : \"\\[(?s:.*?)\"why\" : \")", "$1because ")),
    FAILURE_PAGE_CHANGED(With.NOTHING, (run, other, random) -> {
        if (random.nextBoolean() && Files.exists(run.resolve(FAILURE))) {
            bytes(run.resolve(FAILURE), random, random.nextInt(3) - 1);
        } else {
            SampleRun.write(run.resolve(FAILURE), "FAILED at another place\n");
        }
    }),
    RESULT_BYTE_CHANGED(
            With.NOTHING, (run, other, random) -> bytes(run.resolve(RESULT), random, random.nextInt(3) - 1)),
    RESULT_STAGE_ADDED(
            With.NOTHING,
            (run, other, random) -> change(
                    run.resolve(RESULT),
                    "\"stages\" : \\[ ",
                    "\"stages\" : [ {\"part\":1,\"tag\":\"@preliminary\",\"title\":\"\",\"passedOver\":\"proven by hand\",\"steps\":[]}, ")),
    RESULT_FIELD_CHANGED(With.NOTHING, (run, other, random) -> {
        String[] change = List.of(
                        new String[] {"@chassisA\"", "@chassisB\""},
                        new String[] {"(?s)\\{\\s+\"id\" : \"part 3\".*?}, ", ""},
                        new String[] {"\"part\" : 1", "\"part\" : 3"},
                        new String[] {"\"passedOver\" : \"", "\"passedOver\" : \"done already"},
                        new String[] {"\"goOn\"", "\"approvedBy\" : \"Ada\",\n  \"goOn\""},
                        new String[] {"\"ended\" : \"2026", "\"ended\" : \"2025"},
                        new String[] {"4200", "4100"},
                        new String[] {"3 times", "4 times"})
                .get(random.nextInt(8));
        change(run.resolve(RESULT), change[0], change[1]);
    }),
    ANY_FILE_SPOILT(With.KEY, (run, other, random) -> {
        String file = anyFile(run, random, List.of());
        spoil(run.resolve(file), other.resolve(Files.exists(other.resolve(file)) ? file : HISTORY), random);
    }),
    ANY_FILE_SPOILT_WITHOUT_A_KEY(With.HEAD, (run, other, random) -> {
        String file = anyFile(run, random, List.of(Statement.FILE));
        spoil(run.resolve(file), other.resolve(Files.exists(other.resolve(file)) ? file : HISTORY), random);
    }),
    DERIVED_FILE_BYTE_CHANGED(
            With.NOTHING, (run, other, random) -> bytes(run.resolve(derived(random)), random, random.nextInt(3) - 1)),
    DERIVED_FILE_OF_ANOTHER_RUN(With.NOTHING, (run, other, random) -> copy(derived(random), other, run)),
    DERIVED_FILE_CHANGED_AND_LISTED_ANEW(With.KEY_OR_HEAD, (run, other, random) -> {
        bytes(run.resolve(derived(random)), random, 0);
        SampleRun.makeDerivedAnew(run, random.nextBoolean() ? Optional.of(SampleRun.ANOTHER_KEY) : Optional.empty());
    }),
    DERIVED_FILE_CHANGED_AND_THE_LIST_TAKEN_AWAY(With.KEY_OR_HEAD, (run, other, random) -> {
        String file = derived(random);
        if (random.nextBoolean()) {
            bytes(run.resolve(file), random, 0);
        } else {
            delete(run.resolve(file));
        }
        delete(run.resolve(DerivedFiles.FILE));
    }),
    LIST_OF_ANOTHER_RUN(With.KEY, (run, other, random) -> copy(DerivedFiles.FILE, other, run)),
    LIST_AND_FILES_OF_ANOTHER_RUN(With.KEY, (run, other, random) -> {
        copy(DerivedFiles.FILE, other, run);
        SampleRun.DERIVED.forEach(file -> copy(file, other, run));
    }),
    FILE_PUT_IN(With.KEY_OR_HEAD, (run, other, random) -> putIn(run, random)),
    FILE_RENAMED(With.KEY_OR_HEAD, (run, other, random) -> {
        Path file = run.resolve(anyFile(run, random, List.of()));
        rename(file, file.resolveSibling("old-" + file.getFileName()));
    }),
    DIRECTORY_RENAMED(With.KEY_OR_HEAD, (run, other, random) -> {
        String[] change = List.of(
                        new String[] {"north", "south"},
                        new String[] {"-03-01", "-03-02"},
                        new String[] {"T22", "T21"},
                        new String[] {"chassisA", "all"},
                        new String[] {"chassisA", "chassisA+failover"})
                .get(random.nextInt(5));
        rename(run, run.resolveSibling(run.getFileName().toString().replace(change[0], change[1])));
    });

    /** What a check has to be given so that it can find this. */
    enum With {
        NOTHING,
        KEY,
        HEAD,
        KEY_OR_HEAD
    }

    private interface Doing {
        void to(Path run, Path other, Random random);
    }

    private final With with;
    private final Doing doing;

    private static String derived(Random random) {
        return SampleRun.DERIVED.get(random.nextInt(SampleRun.DERIVED.size()));
    }

    Manipulation(With with, Doing doing) {
        this.with = with;
        this.doing = doing;
    }

    With with() {
        return with;
    }

    /**
     * @param run the directory that is changed
     * @param other another run of the same site, signed with the same key
     */
    void to(Path run, Path other, Random random) {
        doing.to(run, other, random);
    }
}
