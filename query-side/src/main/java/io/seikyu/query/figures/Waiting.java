package io.seikyu.query.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How long things take of which some have not happened yet: the estimate of Kaplan and Meier (1958). What is still open
 * counts as long as it was watched, so that the median is not made short by those who have not come.
 */
public final class Waiting {
    private record Watched(long days, boolean happened) {}

    private final List<Watched> all = new ArrayList<>();

    public void happened(long days) {
        all.add(new Watched(days, true));
    }

    /** @param days that it was watched without its happening */
    public void open(long days) {
        all.add(new Watched(days, false));
    }

    /** After how many days half of them have happened; empty while fewer have. */
    public Optional<Integer> median() {
        List<Watched> inOrder = all.stream()
                .sorted(Comparator.comparingLong(Watched::days).thenComparing(it -> !it.happened))
                .toList();
        double left = 1;
        for (int i = 0; i < inOrder.size(); i++) {
            if (inOrder.get(i).happened) {
                int watched = inOrder.size() - i;
                left *= 1 - 1.0 / watched;
                // as long as it is half in sum, however it was multiplied
                if (left <= 0.5 + 1e-9) {
                    return Optional.of((int) inOrder.get(i).days);
                }
            }
        }
        return Optional.empty();
    }
}
