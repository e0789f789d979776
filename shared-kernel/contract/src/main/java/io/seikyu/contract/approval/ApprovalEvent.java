package io.seikyu.contract.approval;

import io.seikyu.contract.Event;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The life of an approval (承認): asked for, decided by a person, and carried out or not. */
public sealed interface ApprovalEvent extends Event {
    String clientId();

    String approvalId();

    /**
     * Something waits for a person. Who asked is the actor of this event.
     *
     * @param about     the stream of the thing it is about, e.g. {@code acme/invoice/i1}
     * @param accountId the payer it concerns, or null
     * @param reason    why it is asked for, in a person's words; sealed
     * @param facts     what a person has to know to decide, plain values by name; nothing personal
     * @param personal  the same of what is personal; sealed as a whole
     * @param work      what is to be done then, plain values by name; nothing personal: that stands in {@code personal}
     * @param expiresOn the last day on which it can be decided, or null where it waits as long as it takes
     * @param involved  keys of those who took part in asking, besides whoever asked; none of them may decide
     * @param subject   whose personal data it may hold, named by the stream of their thing
     */
    record ApprovalRequested(
            String clientId,
            String approvalId,
            ApprovalKind kind,
            Decider decider,
            String about,
            String accountId,
            String reason,
            Map<String, String> facts,
            Map<String, String> personal,
            Map<String, String> work,
            LocalDate expiresOn,
            List<String> involved,
            String subject)
            implements ApprovalEvent {}

    /** @param reason in the person's words; sealed */
    record ApprovalGranted(String clientId, String approvalId, String reason, String subject)
            implements ApprovalEvent {}

    /** @param reason in the person's words; sealed */
    record ApprovalRejected(String clientId, String approvalId, String reason, String subject)
            implements ApprovalEvent {}

    /**
     * It is not asked for any more.
     *
     * @param reason in the words of whoever asked, or what happened meanwhile; sealed
     */
    record ApprovalWithdrawn(String clientId, String approvalId, String reason, String subject)
            implements ApprovalEvent {}

    /** Nobody decided in time. */
    record ApprovalExpired(String clientId, String approvalId, LocalDate on) implements ApprovalEvent {}

    /** What waited was done, in the commit of the approval. */
    record ApprovalCarriedOut(String clientId, String approvalId) implements ApprovalEvent {}

    /**
     * It was approved, but what waited does not fit any more: nothing of it was done.
     *
     * @param code as the refusal of the work says, e.g. {@code write-off-above-balance}
     * @param why  for a person
     */
    record ApprovalNotCarriedOut(String clientId, String approvalId, String code, String why)
            implements ApprovalEvent {}
}
