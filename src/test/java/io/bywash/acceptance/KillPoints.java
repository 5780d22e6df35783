package io.bywash.acceptance;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where to kill: a part evenly over the whole life of a procedure, and the others around its acts, which is where a run
 * has most to lose; some of the runs that go on are killed as well. The same life and number give the same points.
 */
final class KillPoints {
    private static final int EVENLY_OF_FIVE = 2;
    private static final int CTRL_C_OF = 20;
    private static final int TWICE_OF = 8;
    /** About as many facts as a stage leaves. */
    private static final int STAGE = 200;

    private static final int ONE_LEASE_ACT_OF = 9;
    /** Milliseconds after the first key of an act, where the questions of its dialogue stand open. */
    private static final int[] AMID_THE_DIALOGUE = {15, 40, 70, 100, 130, 170};

    private final List<ActSeen> acts;
    private final int facts;

    /** An act in an undisturbed life: its place among the intentions, and how long it took. */
    private record ActSeen(int number, int millis) {}

    private KillPoints(List<ActSeen> acts, int facts) {
        this.acts = acts;
        this.facts = facts;
    }

    /** Reads what an undisturbed child told of its facts. */
    static KillPoints of(List<String> said) {
        List<ActSeen> acts = new ArrayList<>();
        int facts = 0;
        int intended = 0;
        long since = 0;
        boolean lease = false;
        for (String line : said) {
            String[] words = line.split(" ", 4);
            if (!words[0].equals("fact")) {
                continue;
            }
            facts++;
            if (words[3].startsWith(KillPoint.INTENDED)) {
                intended++;
                since = Long.parseLong(words[2]);
                lease = words[3].contains("lease");
            } else if (words[3].startsWith(KillPoint.ENDED) && (!lease || intended % ONE_LEASE_ACT_OF == 0)) {
                acts.add(new ActSeen(intended, (int) (Long.parseLong(words[2]) - since)));
            }
        }
        return new KillPoints(acts, facts);
    }

    /** So many lives, each with the points at which it is killed: mostly one, sometimes another one as it goes on. */
    List<List<KillPoint>> choose(int wanted) {
        List<KillPoint> points = new ArrayList<>(points(wanted));
        for (int i = CTRL_C_OF - 1; i < points.size(); i += CTRL_C_OF) {
            points.set(i, points.get(i).byCtrlC());
        }
        List<List<KillPoint>> lives = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            lives.add(
                    i % TWICE_OF == TWICE_OF - 1
                            ? List.of(points.get(i), KillPoint.at(KillPoint.ANY, 1 + (int) (fraction(i) * STAGE)))
                            : List.of(points.get(i)));
        }
        return lives;
    }

    private Set<KillPoint> points(int wanted) {
        int evenly = acts.isEmpty() ? wanted : wanted * EVENLY_OF_FIVE / 5;
        Set<KillPoint> points = new LinkedHashSet<>();
        for (int i = 0; i < evenly; i++) {
            points.add(KillPoint.at(KillPoint.ANY, 1 + i * facts / evenly));
        }
        for (int round = 0; points.size() < wanted && round < wanted; round++) {
            for (ActSeen act : acts) {
                if (points.size() < wanted) {
                    points.add(around(act, round));
                }
            }
        }
        return points;
    }

    /** Before its first key, after its last, in the midst of its dialogue, and at some time while it goes on. */
    private static KillPoint around(ActSeen act, int round) {
        KillPoint before = KillPoint.at(KillPoint.INTENDED, act.number());
        if (round == 0) {
            return before;
        }
        if (round == 1) {
            return KillPoint.at(KillPoint.ENDED, act.number());
        }
        boolean dialogue = round % 2 == 0 && round / 2 <= AMID_THE_DIALOGUE.length;
        int within = Math.max(2, act.millis());
        return before.later(
                1 + (dialogue ? AMID_THE_DIALOGUE[round / 2 - 1] % within : (int) (fraction(round) * within)));
    }

    /** Fractions that fill the interval from 0 to 1 evenly, however many are taken. */
    private static double fraction(int number) {
        return number * 0.6180339887 % 1;
    }
}
