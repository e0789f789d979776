package io.seikyu.contract.planted;

import java.time.LocalDate;

/** Breaks a rule on purpose, so that the rule proves itself. */
public final class AsksTheClock {
    public LocalDate today() {
        return LocalDate.now();
    }
}
