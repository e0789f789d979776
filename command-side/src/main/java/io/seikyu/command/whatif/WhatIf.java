package io.seikyu.command.whatif;

import io.seikyu.command.job.InProcessWork.Progress;
import io.seikyu.command.policy.PolicyReading;
import java.time.LocalDate;
import java.util.Map;

/** What another policy of one kind would have decided. Each is a bean; the kind is that of its {@link #reading}. */
public interface WhatIf {
    PolicyReading<?> reading();

    /**
     * @param cases is told each case
     * @return the answer, plain values by name; it says in words what it does not know
     */
    Map<String, Object> evaluate(Question question, Cases cases, Progress progress);

    /**
     * @param policy its text, which was read and found to be one
     * @param from   business date of the first decisions
     * @param to     of the last ones
     */
    record Question(String policy, LocalDate from, LocalDate to) {
        public boolean isAbout(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }
}
