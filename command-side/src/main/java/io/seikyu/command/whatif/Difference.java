package io.seikyu.command.whatif;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where two explanations differ. A number counts, not how many zeros stand behind its point.
 *
 * @param pointer  e.g. {@code /findings/0/code}
 * @param recorded null when there was nothing
 * @param now      null when there is nothing
 */
record Difference(String pointer, Object recorded, Object now) {
    static List<Difference> between(Map<String, Object> recorded, Map<String, Object> now) {
        List<Difference> found = new ArrayList<>();
        compare("", recorded, now, found);
        return found;
    }

    private static void compare(String pointer, Object recorded, Object now, List<Difference> found) {
        if (recorded instanceof Map<?, ?> one && now instanceof Map<?, ?> other) {
            Set<String> names = new TreeSet<>();
            one.keySet().forEach(name -> names.add(name.toString()));
            other.keySet().forEach(name -> names.add(name.toString()));
            names.forEach(name -> compare(pointer + "/" + name, one.get(name), other.get(name), found));
        } else if (recorded instanceof List<?> one && now instanceof List<?> other) {
            for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
                compare(pointer + "/" + i, at(one, i), at(other, i), found);
            }
        } else if (!same(recorded, now)) {
            found.add(new Difference(pointer, recorded, now));
        }
    }

    private static Object at(List<?> list, int index) {
        return index < list.size() ? list.get(index) : null;
    }

    private static boolean same(Object recorded, Object now) {
        return recorded instanceof BigDecimal one && now instanceof BigDecimal other
                ? one.compareTo(other) == 0
                : Objects.equals(recorded, now);
    }

    Map<String, Object> told() {
        return Told.of("pointer", pointer, "recorded", recorded, "now", now);
    }
}
