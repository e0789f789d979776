package io.seikyu.command.approval;

import io.seikyu.command.decision.Refusal;
import io.seikyu.contract.approval.ApprovalEvent.ApprovalRequested;
import io.seikyu.contract.approval.ApprovalKind;
import io.seikyu.contract.approval.Decider;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.ApprovalId;
import io.seikyu.contract.id.TaskId;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What an approval has to know to decide, and what whoever carries it out needs.
 *
 * @param about    the stream of the thing it is about
 * @param personal what of the work is personal; null once it was erased
 * @param askers   who asked and who took part in asking; none of them may decide
 * @param subject  whose personal data it holds
 */
public record ApprovalState(
        String clientId,
        String approvalId,
        ApprovalKind kind,
        Decider decider,
        String about,
        String accountId,
        Map<String, String> facts,
        Map<String, String> personal,
        Map<String, String> work,
        LocalDate expiresOn,
        Set<String> askers,
        String subject,
        ApprovalStatus status) {

    static ApprovalState of(ApprovalRequested event, String actor) {
        Set<String> askers = new LinkedHashSet<>(event.involved());
        if (actor != null) {
            askers.add(actor);
        }
        return new ApprovalState(
                event.clientId(),
                event.approvalId(),
                event.kind(),
                event.decider(),
                event.about(),
                event.accountId(),
                event.facts(),
                event.personal(),
                event.work(),
                event.expiresOn(),
                Set.copyOf(askers),
                event.subject(),
                ApprovalStatus.WAITING);
    }

    ApprovalState with(ApprovalStatus next) {
        return new ApprovalState(
                clientId,
                approvalId,
                kind,
                decider,
                about,
                accountId,
                facts,
                personal,
                work,
                expiresOn,
                askers,
                subject,
                next);
    }

    public ApprovalId id() {
        return new ApprovalId(clientId, approvalId);
    }

    /**
     * What of the work is personal.
     *
     * @throws Refusal when it was erased meanwhile
     */
    public Map<String, String> notErased() {
        if (personal == null) {
            throw Refusal.conflict(
                    "personal-data-erased", "what was to be done was erased with the person's data: ask for it anew");
        }
        return personal;
    }

    /** The payer it concerns, or null. */
    public AccountId payer() {
        return accountId == null ? null : new AccountId(clientId, accountId);
    }

    String aboutType() {
        return about.substring(about.indexOf('/') + 1, about.lastIndexOf('/'));
    }

    /** The id of the thing it is about, within its client company. */
    public String aboutId() {
        return about.substring(about.lastIndexOf('/') + 1);
    }

    boolean isOver(LocalDate today) {
        return expiresOn != null && today.isAfter(expiresOn);
    }

    TaskId task() {
        return id().isInternal() ? TaskId.of(clientId, approvalId) : TaskId.of(clientId, "approval", approvalId);
    }
}
