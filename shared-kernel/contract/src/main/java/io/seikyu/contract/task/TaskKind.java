package io.seikyu.contract.task;

import io.seikyu.contract.access.Role;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a person has to do, who may do it, and how it is done. */
public enum TaskKind {
    /** Decide on an invoice that the review sent to a person (請求書の確認). */
    REVIEW_INVOICE("POST /v1/invoices/{id}/decision", Role.REVIEWER, Role.CLIENT),
    /** Decide on a credit note (返還請求書の確認). */
    REVIEW_CREDIT_NOTE("POST /v1/credit-notes/{id}/decision", Role.REVIEWER, Role.CLIENT),
    /** Decide whether the payer is right who disputes an invoice (異議への回答). */
    RESOLVE_DISPUTE("POST /v1/invoices/{id}/disputes/{disputeId}/resolution", Role.REVIEWER, Role.CLIENT),
    /** Write the credit note that an upheld dispute calls for (返還請求書の作成). */
    WRITE_CREDIT_NOTE(null, Role.OPERATOR),
    /** Print a letter and post it (郵送). */
    POST_LETTER("POST /v1/invoices/{id}/deliveries/{deliveryId}/outcome", Role.OPERATOR),
    /** Find out whether a message left (送信結果の確認). */
    SETTLE_DELIVERY("POST /v1/invoices/{id}/deliveries/{deliveryId}/resolution", Role.OPERATOR),
    /** Find another way for a message that did not arrive (再送の手配). */
    FIX_DELIVERY(null, Role.OPERATOR),
    /** Find the receipt that a bank took back, and reverse it (入金取消の確認). */
    CHECK_CANCELLATION(null, Role.OPERATOR),
    /** Say which client company's money on a collective account is (集金口座の入金の振分け). */
    ASSIGN_RECEIPT("POST /v1/receipts/{id}/assignment", Role.OPERATOR),
    /** Say what money is for that no invoice took (入金の消込). */
    ALLOCATE_RECEIPT("POST /v1/receipts/{id}/allocations", Role.OPERATOR),
    /** Pay back what the payer paid too much (返金). */
    REFUND_CREDIT(null, Role.OPERATOR),
    /** Decide what waits for a second person of the agency (承認). */
    DECIDE_APPROVAL("POST /v1/approvals/{id}/decision", Role.REVIEWER),
    /** The same for what whoever answers for credit decides (与信の承認). */
    DECIDE_CREDIT("POST /v1/approvals/{id}/decision", Role.CREDIT),
    /** Find out whether what was heard of a payer is true (信用情報の確認). */
    JUDGE_SIGNAL("POST /v1/accounts/{id}/signals/{signalId}/judgement", Role.CREDIT),
    /** File the claim in the payer's proceeding (債権届出). */
    FILE_CLAIM(null, Role.OPERATOR, Role.CREDIT, Role.CLIENT),
    /** Find out whether the payer is insolvent (倒産の確認). */
    CHECK_INSOLVENCY(null, Role.OPERATOR, Role.CREDIT),
    /** Print a reminder and post it (督促状の郵送). */
    POST_REMINDER("POST /v1/reminders/{id}/outcome", Role.OPERATOR),
    /** Find out whether a reminder left (督促の送信結果の確認). */
    SETTLE_REMINDER("POST /v1/reminders/{id}/resolution", Role.OPERATOR),
    /** Find another way to a payer whom a reminder did not reach (連絡先の確認). */
    FIX_CONTACT(null, Role.OPERATOR),
    /** Call a payer (架電). */
    CALL_PAYER(null, Role.OPERATOR),
    /** Decide what is done at law, with the client company (法的手続の検討). */
    TAKE_LEGAL_STEPS(null, Role.OPERATOR, Role.CLIENT),
    /** See to it that a claim is not barred (時効の完成猶予・更新の検討). */
    PREVENT_LIMITATION("POST /v1/invoices/{id}/limitation-facts", Role.OPERATOR, Role.CLIENT),
    /** Find out why the client company does not answer (承認の督促). */
    CHASE_APPROVAL(null, Role.OPERATOR),
    /** Apologise for a reminder of what had been paid (お詫び). */
    APOLOGISE(null, Role.OPERATOR);

    private final String decision;
    private final Set<Role> workers;

    TaskKind(String decision, Role... workers) {
        this.decision = decision;
        this.workers = Set.of(workers);
    }

    /** Whose keys may work on it; those of administrators always. */
    public boolean isFor(Set<Role> roles) {
        return roles.contains(Role.ADMIN) || roles.stream().anyMatch(workers::contains);
    }

    /**
     * The call that decides what the task asks, and thereby completes it; empty for a task that is completed by saying
     * so.
     *
     * @param about the stream of the thing it is about
     * @param facts of the task; the call may name some of them
     */
    public Optional<String> decision(String about, Map<String, String> facts) {
        if (decision == null) {
            return Optional.empty();
        }
        String call = decision.replace("{id}", about.substring(about.lastIndexOf('/') + 1));
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            call = call.replace('{' + fact.getKey() + '}', fact.getValue());
        }
        return Optional.of(call);
    }
}
