package io.bywash.group;

import java.util.function.Function;

/**
 * Something a person waits for, with the words for it.
 *
 * @param words what is waited for, as it is told on the console: {@code every SGM of chassis1 UP}
 */
public record GroupCondition(String words, Function<GroupStatus, Assessment> assess) {
    public Assessment of(GroupStatus status) {
        return assess.apply(status);
    }

    @Override
    public String toString() {
        return words;
    }
}
