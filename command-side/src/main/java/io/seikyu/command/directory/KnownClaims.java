package io.seikyu.command.directory;

import io.seikyu.command.work.WorkList;
import io.seikyu.contract.access.AccessEvent;
import io.seikyu.contract.account.AccountEvent;
import io.seikyu.contract.account.AccountEvent.AccountOpened;
import io.seikyu.contract.account.AccountEvent.ClaimMoved;
import io.seikyu.contract.account.Claim;
import io.seikyu.contract.account.Claim.Stage;
import io.seikyu.contract.approval.ApprovalEvent;
import io.seikyu.contract.bank.BankAccountEvent;
import io.seikyu.contract.client.ClientEvent;
import io.seikyu.contract.contract.ContractEvent;
import io.seikyu.contract.invoice.InvoiceEvent;
import io.seikyu.contract.job.JobEvent;
import io.seikyu.contract.receipt.ReceiptEvent;
import io.seikyu.contract.webhook.WebhookEvent;
import io.seikyu.projection.Folds;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What payers have open, by the yen: who may have sent an amount, where nothing else says it. */
final class KnownClaims implements WorkList<KnownClaims.OpenAmounts> {
    static final String AMOUNTS = "amounts";

    private static final Folds<OpenAmounts> FOLDS = new Folds<OpenAmounts>()
            .startingWith(AccountOpened.class, (event, recorded) -> new OpenAmounts(Map.of()))
            .on(ClaimMoved.class, (open, event, recorded) -> open.with(event.claim()))
            .ignoring(
                    BankAccountEvent.class,
                    ApprovalEvent.class,
                    AccountEvent.class,
                    ClientEvent.class,
                    ContractEvent.class,
                    InvoiceEvent.class,
                    ReceiptEvent.class,
                    AccessEvent.class,
                    JobEvent.class,
                    WebhookEvent.class);

    @Override
    public String name() {
        return "known-claims";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public String streamType() {
        return "account";
    }

    @Override
    public Class<OpenAmounts> view() {
        return OpenAmounts.class;
    }

    @Override
    public Folds<OpenAmounts> folds() {
        return FOLDS;
    }

    @Override
    public Map<String, Object> search(OpenAmounts view) {
        return Map.of(AMOUNTS, view.byInvoice().values().stream().distinct().toList());
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(List.of(AMOUNTS));
    }

    /** @param byInvoice yen, as texts */
    record OpenAmounts(Map<String, String> byInvoice) {
        OpenAmounts with(Claim claim) {
            Map<String, String> next = new TreeMap<>(byInvoice);
            if (claim.stage() == Stage.ISSUED) {
                next.put(claim.invoiceId(), claim.balance().stripTrailingZeros().toPlainString());
            } else {
                next.remove(claim.invoiceId());
            }
            return new OpenAmounts(next);
        }
    }
}
