package io.bywash.verdict;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All the checkers that hold what runs said against what really happened, asked one after another. */
public final class Inquest {
    private static final List<Checker<Reality>> CHECKERS = List.of(
            new NoFalsePass(),
            new NoOutageByUs(),
            new NeverBothDown(),
            new NoActTwice(),
            new NoFailoverOntoTheUnfit(),
            new NoOrderUnderWay(),
            new NothingOutsideThePlan(),
            new NoHang(),
            new HonestAboutTheUnknown(),
            new WayBackTold(),
            new SameAgain());

    private Inquest() {}

    /** What each checker concludes, by its name and in a fixed order. */
    public static Map<String, Verdict> into(Reality reality) {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        CHECKERS.forEach(checker -> verdicts.put(checker.getClass().getSimpleName(), checker.check(reality)));
        return verdicts;
    }
}
