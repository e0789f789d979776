package io.seikyu.command.approval;

import io.seikyu.contract.approval.ApprovalKind;
import io.seikyu.contract.approval.Decider;
import io.seikyu.contract.id.AccountId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * An approval to be asked for.
 *
 * @param id        of the asker's choice, or null to have one made
 * @param about     what it is about: the text of an id, which is the name of a stream, e.g. {@code acme/invoice/i1}
 * @param payer     the payer it concerns, whose key seals what is personal; or null: the key of what it is about does
 * @param reason    why it is asked for, in a person's words; it is sealed
 * @param facts     what a person has to know to decide, by name; nothing personal
 * @param personal  the same of what is personal, be it to be shown or to be worked with; it is sealed
 * @param work      what the {@link ApprovedWork} needs, by name; nothing personal
 * @param expiresOn the last day on which it can be decided, or null where it waits as long as it takes
 * @param involved  keys of those who took part in asking, besides the actor of the running command
 */
public record NewApproval(
        String id,
        ApprovalKind kind,
        Decider decider,
        String about,
        AccountId payer,
        String reason,
        Map<String, String> facts,
        Map<String, String> personal,
        Map<String, String> work,
        LocalDate expiresOn,
        List<String> involved) {

    /** With nothing that a person has to know and nothing to work with; the others say more. */
    public static NewApproval of(ApprovalKind kind, Decider decider, Object about, String reason, LocalDate expiresOn) {
        return new NewApproval(
                null,
                kind,
                decider,
                about.toString(),
                null,
                reason,
                Map.of(),
                Map.of(),
                Map.of(),
                expiresOn,
                List.of());
    }

    /** @param unique within the client company, e.g. from what causes it */
    public NewApproval named(String unique) {
        return new NewApproval(unique, kind, decider, about, payer, reason, facts, personal, work, expiresOn, involved);
    }

    public NewApproval concerning(AccountId account) {
        return new NewApproval(id, kind, decider, about, account, reason, facts, personal, work, expiresOn, involved);
    }

    public NewApproval showing(Map<String, String> toKnow) {
        return new NewApproval(id, kind, decider, about, payer, reason, toKnow, personal, work, expiresOn, involved);
    }

    public NewApproval sealing(Map<String, String> whatIsPersonal) {
        return new NewApproval(
                id, kind, decider, about, payer, reason, facts, whatIsPersonal, work, expiresOn, involved);
    }

    public NewApproval thenDoing(Map<String, String> whatIsToBeDone) {
        return new NewApproval(
                id, kind, decider, about, payer, reason, facts, personal, whatIsToBeDone, expiresOn, involved);
    }

    public NewApproval involving(List<String> keys) {
        return new NewApproval(id, kind, decider, about, payer, reason, facts, personal, work, expiresOn, keys);
    }

    String tenant() {
        return about.substring(0, about.indexOf('/'));
    }

    String subject() {
        return payer == null ? about : payer.toString();
    }
}
