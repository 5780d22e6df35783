package io.bywash.evidence;

import io.bywash.group.GroupStatus;
import io.bywash.group.SgmId;
import io.bywash.group.SgmStatus;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Changes the free texts of a record, value by value, and leaves all else as it is. */
final class FreeTexts {
    private static final Map<Class<?>, Shape> SHAPES = new ConcurrentHashMap<>();

    private final UnaryOperator<String> change;

    FreeTexts(UnaryOperator<String> change) {
        this.change = change;
    }

    /** What a record is made of. */
    private record Shape(RecordComponent[] parts, Constructor<?> whole) {
        static Shape of(Class<?> kind) {
            try {
                RecordComponent[] parts = kind.getRecordComponents();
                Class<?>[] types =
                        Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
                Constructor<?> whole = kind.getDeclaredConstructor(types);
                whole.setAccessible(true);
                for (RecordComponent part : parts) {
                    part.getAccessor().setAccessible(true);
                }
                return new Shape(parts, whole);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The same record when nothing of it changes. */
    <R extends Record> R in(R record) {
        Shape shape = SHAPES.computeIfAbsent(record.getClass(), Shape::of);
        try {
            boolean changed = false;
            Object[] values = new Object[shape.parts().length];
            for (int at = 0; at < values.length; at++) {
                RecordComponent part = shape.parts()[at];
                Object before = part.getAccessor().invoke(record);
                values[at] = value(before, part.isAnnotationPresent(FreeText.class));
                changed |= values[at] != before;
            }
            @SuppressWarnings("unchecked")
            R same = changed ? (R) shape.whole().newInstance(values) : record;
            return same;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object value(Object value, boolean free) {
        if (value instanceof String text) {
            return free ? changed(text) : text;
        }
        if (value instanceof List<?> list) {
            return list(list, free);
        }
        if (value instanceof SortedMap<?, ?> map) {
            return map(map, free);
        }
        if (value instanceof GroupStatus status) {
            return status(status);
        }
        return value instanceof Record record && record.getClass().getPackage() == FreeTexts.class.getPackage()
                ? in(record)
                : value;
    }

    private String changed(String text) {
        String now = change.apply(text);
        return now.equals(text) ? text : now;
    }

    private List<?> list(List<?> list, boolean free) {
        List<Object> values = new ArrayList<>(list.size());
        boolean changed = false;
        for (Object before : list) {
            Object now = value(before, free);
            values.add(now);
            changed |= now != before;
        }
        return changed ? Collections.unmodifiableList(values) : list;
    }

    private SortedMap<?, ?> map(SortedMap<?, ?> map, boolean free) {
        SortedMap<Object, Object> values = new TreeMap<>();
        boolean changed = false;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            Object now = value(entry.getValue(), free);
            values.put(entry.getKey(), now);
            changed |= now != entry.getValue();
        }
        return changed ? Collections.unmodifiableSortedMap(values) : map;
    }

    /** The words of a screen that are none of the known ones. */
    private GroupStatus status(GroupStatus status) {
        SortedMap<SgmId, SgmStatus> sgms = new TreeMap<>();
        status.sgms()
                .forEach((id, sgm) -> sgms.put(id, new SgmStatus(sgm.id(), sgm.state(), change.apply(sgm.word()))));
        Optional<String> policy = status.policy().map(change);
        Optional<String> version = status.version().map(change);
        boolean same = sgms.equals(status.sgms()) && policy.equals(status.policy()) && version.equals(status.version());
        return same
                ? status
                : new GroupStatus(status.at(), status.roles(), sgms, status.synchronised(), policy, version);
    }
}
