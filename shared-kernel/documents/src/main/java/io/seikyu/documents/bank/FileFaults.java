package io.seikyu.documents.bank;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a file; of a file that is all wrong, enough to see it. */
final class FileFaults {
    private static final int MOST = 500;

    private final List<BankFileFault> faults = new ArrayList<>();
    private boolean more;

    void add(int record, String field, String code, String message) {
        if (faults.size() < MOST) {
            faults.add(new BankFileFault(record, field, code, message));
        } else {
            more = true;
        }
    }

    boolean any() {
        return !faults.isEmpty();
    }

    /** @throws BankFileRefusedException if there is any fault */
    void refuse() throws BankFileRefusedException {
        if (more) {
            faults.add(new BankFileFault(
                    0, "", "too-many-faults", "the file has more than " + MOST + " faults; only these are named"));
        }
        if (any()) {
            throw new BankFileRefusedException(faults);
        }
    }
}
