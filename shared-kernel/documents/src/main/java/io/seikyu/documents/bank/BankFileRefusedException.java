package io.seikyu.documents.bank;

import java.util.List;

/** Why nothing of a file is used: all that is wrong with it, in the order of the file. */
public final class BankFileRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<BankFileFault> faults;

    BankFileRefusedException(List<BankFileFault> faults) {
        super(faults.size() + " faults, the first of them: " + faults.get(0), null, false, false);
        this.faults = List.copyOf(faults);
    }

    public List<BankFileFault> faults() {
        return faults;
    }
}
