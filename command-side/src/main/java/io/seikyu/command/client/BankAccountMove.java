package io.seikyu.command.client;

import io.seikyu.command.approval.ApprovalState;
import io.seikyu.command.approval.NewApproval;
import io.seikyu.contract.approval.ApprovalKind;
import io.seikyu.contract.approval.Decider;
import io.seikyu.contract.client.BankDetails;
import io.seikyu.contract.client.ClientCommand.AmendClient;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * Payers are to pay to another bank account (口座変更). A wrong account sends every payer's money astray, so it holds only
 * when a second person has looked at it.
 */
record BankAccountMove(LocalDate effectiveFrom, String reason, BankDetails account) {
    private static final int DAYS_TO_DECIDE = 14;
    private static final String EFFECTIVE_FROM = "effectiveFrom";
    private static final String REASON = "reason";
    private static final String FORMER = "former";

    static NewApproval asked(AmendClient command, BankDetails present, BankDetails wanted) {
        Map<String, String> accounts = new TreeMap<>(fields("", wanted));
        if (present != null) {
            accounts.putAll(fields(FORMER, present));
        }
        return NewApproval.of(
                        ApprovalKind.BANK_ACCOUNT_CHANGE,
                        Decider.REVIEWER,
                        command.target(),
                        command.reason(),
                        command.today().plusDays(DAYS_TO_DECIDE))
                .showing(Map.of(EFFECTIVE_FROM, command.effectiveFrom().toString()))
                .sealing(accounts)
                .thenDoing(Map.of(EFFECTIVE_FROM, command.effectiveFrom().toString(), REASON, command.reason()));
    }

    static BankAccountMove approved(ApprovalState approval) {
        Map<String, String> account = approval.notErased();
        return new BankAccountMove(
                LocalDate.parse(approval.work().get(EFFECTIVE_FROM)),
                approval.work().get(REASON),
                new BankDetails(
                        account.get("bank"),
                        account.get("branch"),
                        account.get("kind"),
                        account.get("number"),
                        account.get("holder")));
    }

    private static Map<String, String> fields(String prefix, BankDetails account) {
        return Map.of(
                name(prefix, "bank"), account.bank(),
                name(prefix, "branch"), account.branch(),
                name(prefix, "kind"), account.kind(),
                name(prefix, "number"), account.number(),
                name(prefix, "holder"), account.holder());
    }

    private static String name(String prefix, String field) {
        return prefix.isEmpty() ? field : prefix + Character.toUpperCase(field.charAt(0)) + field.substring(1);
    }
}
