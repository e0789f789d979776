package io.seikyu.web.body;

import io.seikyu.web.problem.Fault;
import io.seikyu.web.problem.InvalidInputException;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong while a body is read. Names a hundred faults; who sends more has enough to begin with. */
final class Faults {
    private static final int NAMED = 100;

    private final List<Fault> faults = new ArrayList<>();
    private int count;

    void add(String pointer, String code, String message) {
        count++;
        if (count <= NAMED) {
            faults.add(new Fault(pointer, code, message));
        } else if (count == NAMED + 1) {
            faults.add(new Fault("", "too-many-faults", "has more than " + NAMED + " faults; only these are named"));
        }
    }

    int count() {
        return count;
    }

    void throwIfAny() {
        if (count > 0) {
            throw new InvalidInputException(faults);
        }
    }
}
