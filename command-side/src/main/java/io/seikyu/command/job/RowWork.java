package io.seikyu.command.job;

import io.seikyu.contract.job.InputRow;
import io.seikyu.contract.job.RowOutcome;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one kind of job does with a row. A bean of this type is all that a new kind of job needs besides the route that
 * accepts it.
 */
public interface RowWork {
    /** Of the jobs it works on, e.g. {@code INVOICE_IMPORT}. */
    String kind();

    /**
     * Reads a row. Nothing is changed yet.
     *
     * @return what to do with it
     * @throws io.seikyu.web.problem.ProblemException of status 503 when it is worth trying again later
     */
    Task prepare(JobState job, InputRow row);

    /**
     * What became of a row that was worked before, though nobody recorded it.
     *
     * @return null when it was not worked
     */
    @Nullable
    RowOutcome workedBefore(JobState job, InputRow row);

    /**
     * @param lane rows of one lane are worked in their order, those of different lanes side by side
     * @param work may be called again after a crash, and then finds what it did; throws {@link
     *             io.seikyu.web.problem.ProblemException} of status 503 when it is worth trying again later
     * @param last whether it waits until all rows before it are worked, and those behind it wait for it
     */
    record Task(String lane, Supplier<RowOutcome> work, boolean last) {
        public Task(String lane, Supplier<RowOutcome> work) {
            this(lane, work, false);
        }

        /** Of a row that sums up those before it. */
        public static Task behindAll(Supplier<RowOutcome> work) {
            return new Task("", work, true);
        }
    }
}
