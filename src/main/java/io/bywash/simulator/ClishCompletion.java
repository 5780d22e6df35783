package io.bywash.simulator;

import java.util.List;

/**
 * Tab and {@code ?} in Clish: Tab completes a word that can be one only and lists the words otherwise; {@code ?} always
 * lists (D:vendor, Gaia administration guide on command completion; the layout of the list I).
 */
record ClishCompletion(ClishShell shell, ClishGrammar grammar) implements Completion {
    @Override
    public String rest(String typed) {
        String begun = begun(typed);
        if (begun.isEmpty()) {
            return "";
        }
        List<String> ways = grammar.next(before(typed), begun);
        return ways.size() == 1 && !ClishGrammar.place(ways.get(0))
                ? ways.get(0).substring(begun.length()) + " "
                : "";
    }

    @Override
    public String choices(String typed) {
        String packages = NumberedList.onTab(typed, shell);
        List<String> ways = grammar.next(before(typed), begun(typed));
        return packages.isEmpty() && !ways.isEmpty() ? String.join("\n", ways) + "\n" : packages;
    }

    @Override
    public boolean onQuestionMark() {
        return true;
    }

    /** The last word, as far as it was typed; empty after a blank. */
    private static String begun(String typed) {
        return typed.substring(typed.lastIndexOf(' ') + 1);
    }

    private static List<String> before(String typed) {
        return ClishGrammar.words(typed.substring(0, typed.lastIndexOf(' ') + 1));
    }
}
