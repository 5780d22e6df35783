package io.bywash.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The commands one Clish knows, as forms of words: literal ones, {@code <any>} word, and {@code ...} for the rest.
 *
 * <p>Not imitated: abbreviations and quoting.
 */
final class ClishGrammar {
    private final List<Form> forms = new ArrayList<>();

    /** What a command does. */
    interface Action {
        void run(ClishCall call);
    }

    /** Whether a command needs the configuration lock. */
    enum Lock {
        NEEDED,
        NOT_NEEDED
    }

    /** @param asks the change it asks for; empty for a command that only reads */
    record Form(List<String> words, Lock lock, Optional<Act.Kind> asks, Action action) {}

    /** A form that matched, with what stood in its places. */
    record Match(Form form, Map<String, String> arguments) {}

    void read(String form, Action action) {
        forms.add(new Form(words(form), Lock.NOT_NEEDED, Optional.empty(), action));
    }

    void change(String form, Action action) {
        forms.add(new Form(words(form), Lock.NEEDED, Optional.empty(), action));
    }

    /** A change that the ledger keeps as an act. */
    void act(String form, Act.Kind asks, Action action) {
        Lock lock = asks == Act.Kind.LOCK_OVERRIDE ? Lock.NOT_NEEDED : Lock.NEEDED;
        forms.add(new Form(words(form), lock, Optional.of(asks), action));
    }

    Optional<Match> match(List<String> typed) {
        return forms.stream().flatMap(form -> match(form, typed).stream()).findFirst();
    }

    /** Whether more words could still make a command of it. */
    boolean incomplete(List<String> typed) {
        return forms.stream()
                .anyMatch(form ->
                        typed.size() < form.words().size() && fits(form.words().subList(0, typed.size()), typed));
    }

    /** The first words of the commands, or what can follow the words typed. */
    String help(List<String> typed) {
        return String.join("\n", next(typed, "")) + "\n";
    }

    /** What can follow the words typed and begins so; the place of any word can be anything. */
    List<String> next(List<String> typed, String begun) {
        return forms.stream()
                .filter(form ->
                        form.words().size() > typed.size() && fits(form.words().subList(0, typed.size()), typed))
                .map(form -> form.words().get(typed.size()))
                .filter(word -> word.startsWith(begun) || place(word))
                .distinct()
                .sorted()
                .toList();
    }

    static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    private static Optional<Match> match(Form form, List<String> typed) {
        List<String> words = form.words();
        int last = words.size() - 1;
        boolean open = words.get(last).equals("...");
        List<String> fixed = open ? words.subList(0, last) : words;
        boolean longEnough = open ? typed.size() >= fixed.size() : typed.size() == fixed.size();
        if (!longEnough || !fits(fixed, typed.subList(0, fixed.size()))) {
            return Optional.empty();
        }
        Map<String, String> arguments = new LinkedHashMap<>();
        for (int i = 0; i < fixed.size(); i++) {
            if (place(fixed.get(i))) {
                arguments.put(fixed.get(i), typed.get(i));
            }
        }
        arguments.put("...", String.join(" ", typed.subList(fixed.size(), typed.size())));
        return Optional.of(new Match(form, arguments));
    }

    private static boolean fits(List<String> form, List<String> typed) {
        for (int i = 0; i < form.size(); i++) {
            if (!place(form.get(i)) && !form.get(i).equals(typed.get(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean place(String word) {
        return word.startsWith("<");
    }
}
