package io.bywash.cluster;

import io.bywash.group.SgmId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * What one SGM says of something that it needs to carry traffic.
 *
 * @param word its own word, or what stands for one
 * @param good whether that word, and nothing else, says that the SGM has it
 */
public record Fit(String word, boolean good) {
    private static final String NO_ANSWER = "no answer";
    private static final int LONGEST_WORD = 160;

    public Fit {
        word = word.length() <= LONGEST_WORD ? word : word.substring(0, LONGEST_WORD) + "...";
    }

    static Fit silent() {
        return new Fit(NO_ANSWER, false);
    }

    /** The SGMs whose word is not the good one, in order. */
    public static List<SgmId> lacking(SortedMap<SgmId, Fit> all) {
        return all.entrySet().stream()
                .filter(sgm -> !sgm.getValue().good())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Who lacks it, with its word; those with the same word stand together: {@code 1_02, 1_03: Off - Boot; 2_01: no answer}. */
    public static String told(SortedMap<SgmId, Fit> all) {
        Map<String, List<SgmId>> byWord = new LinkedHashMap<>();
        lacking(all)
                .forEach(sgm -> byWord.computeIfAbsent(all.get(sgm).word(), first -> new ArrayList<>())
                        .add(sgm));
        return byWord.entrySet().stream()
                .map(word -> "%s: %s"
                        .formatted(
                                word.getValue().stream().map(SgmId::toString).collect(Collectors.joining(", ")),
                                word.getKey()))
                .collect(Collectors.joining("; "));
    }
}
