package io.seikyu.web.problem;

import java.util.List;

/** What was sent is well-formed and invalid. Holds every fault that was found; answered with 422. */
public class InvalidInputException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    public InvalidInputException(List<Fault> faults) {
        super(summary(faults));
        this.faults = List.copyOf(faults);
    }

    /** At least one. */
    public List<Fault> faults() {
        return faults;
    }

    private static String summary(List<Fault> faults) {
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("invalid input has at least one fault");
        }
        Fault first = faults.get(0);
        String where = first.pointer().isEmpty() ? "the body" : first.pointer();
        String others = faults.size() == 1 ? "" : " (and " + (faults.size() - 1) + " more)";
        return where + " " + first.message() + others;
    }
}
