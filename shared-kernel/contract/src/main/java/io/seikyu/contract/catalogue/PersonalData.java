package io.seikyu.contract.catalogue;

import io.seikyu.contract.access.AccessEvent.RequestAnswered;
import io.seikyu.contract.account.AccountDetails;
import io.seikyu.contract.account.AccountEvent.SignalRecorded;
import io.seikyu.contract.approval.ApprovalEvent.ApprovalRequested;
import io.seikyu.contract.bank.BankAccountEvent.BankAccountAmended;
import io.seikyu.contract.bank.BankAccountEvent.BankAccountOpened;
import io.seikyu.contract.client.ClientDetails;
import io.seikyu.contract.dunning.DunningEvent;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.ClientId;
import io.seikyu.contract.id.Ids;
import io.seikyu.contract.id.JobId;
import io.seikyu.contract.id.WebhookId;
import io.seikyu.contract.invoice.InvoiceEvent.DeliveryRecorded;
import io.seikyu.contract.job.JobEvent.JobRowsReceived;
import io.seikyu.contract.message.MessageEvent;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptRecorded;
import io.seikyu.contract.receipt.ReceiptEvent.RefundAsked;
import io.seikyu.contract.task.TaskEvent.TaskCompleted;
import io.seikyu.contract.webhook.WebhookEvent.WebhookSubscribed;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is personal in the events that hold personal data; a natural person is a contact or a sole proprietor. */
final class PersonalData {
    private PersonalData() {}

    static <E> PersonalFields<E> ofClient(Function<E, String> id, Function<E, ClientDetails> details) {
        return new PersonalFields<>(event -> all(
                details.apply(event).corporate()
                        ? List.of("details.email")
                        : List.of("details.email", "details.name", "details.bankAccount"),
                new ClientId(id.apply(event)).toString()));
    }

    static <E> PersonalFields<E> ofAccount(
            Function<E, String> client, Function<E, String> id, Function<E, AccountDetails> details) {
        return new PersonalFields<>(event -> all(
                details.apply(event).corporate()
                        // a sole proprietor who became a company is still known by the name of the person
                        ? List.of("details.email", "details.phone", "details.contactPerson", "details.payerNames")
                        : List.of(
                                "details.email",
                                "details.phone",
                                "details.contactPerson",
                                "details.name",
                                "details.nameKana",
                                "details.postalAddress",
                                "details.payerNames"),
                new AccountId(client.apply(event), id.apply(event)).toString()));
    }

    /** Words about or of somebody at the payer's. */
    static <E> PersonalFields<E> ofPayer(String path, Function<E, String> client, Function<E, String> account) {
        return new PersonalFields<>(
                event -> Map.of(path, new AccountId(client.apply(event), account.apply(event)).toString()));
    }

    /** The names on an invoice: the recipient's belongs to the payer, the issuer's to the client company. */
    static Map<String, String> ofParties(
            String clientId, String accountId, boolean personalRecipient, boolean personalIssuer) {
        Map<String, String> subjects = new HashMap<>();
        if (personalRecipient) {
            subjects.put("document.recipient.name", new AccountId(clientId, accountId).toString());
        }
        if (personalIssuer) {
            subjects.put("document.issuer.name", new ClientId(clientId).toString());
        }
        return subjects;
    }

    /** Who said it, what a person wrote, and whom the claims on a bankrupt are filed with. */
    static Map<String, String> of(SignalRecorded event) {
        String payer = new AccountId(event.clientId(), event.accountId()).toString();
        return Map.of("signal.source", payer, "signal.note", payer, "signal.representative", payer);
    }

    static Map<String, String> of(ReceiptRecorded event) {
        return Map.of("payerName", event.subject(), "source.remittance", event.subject());
    }

    static Map<String, String> of(RefundAsked event) {
        return Map.of("bankAccount", event.subject(), "reason", event.subject());
    }

    static Map<String, String> of(BankAccountOpened event) {
        return ofBankAccount(event.clientId());
    }

    static Map<String, String> of(BankAccountAmended event) {
        return ofBankAccount(event.clientId());
    }

    /** The agency is a company; a client company may be one person. */
    private static Map<String, String> ofBankAccount(String clientId) {
        return clientId.equals(Ids.AGENCY)
                ? Map.of()
                : all(List.of("details.holder", "details.number"), new ClientId(clientId).toString());
    }

    /** Why it is asked for, in a person's words, and whatever of it is personal. */
    static Map<String, String> of(ApprovalRequested event) {
        return Map.of("reason", event.subject(), "personal", event.subject());
    }

    /** A reason in the words of whoever decided. */
    static <E> PersonalFields<E> ofWords(Function<E, String> subject) {
        return new PersonalFields<>(event -> Map.of("reason", subject.apply(event)));
    }

    /** What a person wrote may name anybody at the payer's. */
    static Map<String, String> of(TaskCompleted event) {
        return Map.of("note", event.subject());
    }

    /** What was sent may hold anybody's name; its key is erased with the job. */
    static Map<String, String> of(JobRowsReceived event) {
        return Map.of("rows", new JobId(event.clientId(), event.jobId()).toString());
    }

    /** No personal data, but a secret: sealed with a key of its own, it stands in no copy of the log in clear. */
    static Map<String, String> of(WebhookSubscribed event) {
        return Map.of("secret", new WebhookId(event.clientId(), event.webhookId()).toString());
    }

    /** Where it goes, and what people and mail servers wrote about it, which may name anybody. */
    static <E extends MessageEvent> PersonalFields<E> ofMessage(String path) {
        return new PersonalFields<>(
                event -> Map.of(path, new AccountId(event.clientId(), event.accountId()).toString()));
    }

    /** The words of a reminder: they name the payer, and whoever answers for it there. */
    static <E extends DunningEvent> PersonalFields<E> ofReminder() {
        return new PersonalFields<>(event ->
                all(List.of("subject", "body"), new AccountId(event.clientId(), event.accountId()).toString()));
    }

    static <E extends DunningEvent> PersonalFields<E> ofCall() {
        return new PersonalFields<>(event ->
                all(List.of("spokeWith", "note"), new AccountId(event.clientId(), event.accountId()).toString()));
    }

    static Map<String, String> of(DeliveryRecorded event) {
        return Map.of("note", new AccountId(event.clientId(), event.accountId()).toString());
    }

    static Map<String, String> of(RequestAnswered event) {
        return event.subject() == null ? Map.of() : Map.of("body", event.subject());
    }

    private static Map<String, String> all(Collection<String> paths, String subject) {
        return paths.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), path -> subject));
    }
}
