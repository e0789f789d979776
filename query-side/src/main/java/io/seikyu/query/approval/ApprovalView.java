package io.seikyu.query.approval;

import io.seikyu.contract.approval.ApprovalKind;
import io.seikyu.contract.approval.Decider;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits, or waited, for a person's yes (承認).
 *
 * @param decider   who has to decide
 * @param about     the stream of the thing it is about, e.g. {@code acme/invoice/i1}
 * @param accountId the payer it concerns
 * @param reason    why it is asked for, in a person's words
 * @param facts     what a person has to know to decide, by name
 * @param askedBy   the key of whoever asked, who may not decide
 * @param involved  keys of others who took part in asking; they may not decide either
 * @param expiresOn the last day on which it can be decided; absent where it waits as long as it takes
 * @param decision  the call that decides it; absent when it waits no more
 * @param end       absent while it waits
 * @param notDone   why what was approved was not carried out
 */
public record ApprovalView(
        String approvalId,
        String clientId,
        ApprovalKind kind,
        Decider decider,
        State state,
        String about,
        @Nullable String accountId,
        String reason,
        Map<String, String> facts,
        @Nullable String askedBy,
        Instant askedAt,
        List<String> involved,
        @Nullable LocalDate expiresOn,
        @Nullable String decision,
        @Nullable End end,
        @Nullable NotDone notDone) {

    public enum State {
        WAITING,
        /** Approved, and to be carried out in the same commit; never seen for long. */
        GRANTED,
        CARRIED_OUT,
        NOT_CARRIED_OUT,
        REJECTED,
        WITHDRAWN,
        EXPIRED
    }

    /**
     * How the waiting ended.
     *
     * @param by     the key of whoever decided or withdrew; absent when its time was over
     * @param reason in that person's words
     */
    public record End(
            boolean approved,
            Instant at,
            @Nullable String by,
            @Nullable String reason) {}

    /** @param code as the same call would be refused with, e.g. {@code write-off-above-balance} */
    public record NotDone(String code, String detail) {}

    ApprovalView ended(State next, End how) {
        return with(next, how, null);
    }

    ApprovalView done() {
        return with(State.CARRIED_OUT, end, null);
    }

    ApprovalView notDone(NotDone why) {
        return with(State.NOT_CARRIED_OUT, end, why);
    }

    private ApprovalView with(State next, @Nullable End how, @Nullable NotDone why) {
        return new ApprovalView(
                approvalId,
                clientId,
                kind,
                decider,
                next,
                about,
                accountId,
                reason,
                facts,
                askedBy,
                askedAt,
                involved,
                expiresOn,
                null,
                how,
                why);
    }
}
