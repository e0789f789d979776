package io.seikyu.command.directory;

import io.seikyu.command.work.WorkList;
import io.seikyu.contract.access.AccessEvent;
import io.seikyu.contract.account.AccountEvent;
import io.seikyu.contract.account.AccountEvent.AccountAmended;
import io.seikyu.contract.account.AccountEvent.AccountOpened;
import io.seikyu.contract.approval.ApprovalEvent;
import io.seikyu.contract.bank.BankAccountEvent;
import io.seikyu.contract.client.ClientEvent;
import io.seikyu.contract.contract.ContractEvent;
import io.seikyu.contract.invoice.InvoiceEvent;
import io.seikyu.contract.job.JobEvent;
import io.seikyu.contract.receipt.ReceiptEvent;
import io.seikyu.contract.webhook.WebhookEvent;
import io.seikyu.projection.Folds;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Payers by their ids, numbers and names, see {@link PartyKeys}; earlier ones count as well. */
final class KnownPayers implements WorkList<KnownPayers.KnownPayer> {
    static final String KEYS = "keys";

    private final PartyKeys keys;
    private final Folds<KnownPayer> folds = new Folds<KnownPayer>()
            .startingWith(AccountOpened.class, (event, recorded) -> new KnownPayer(Set.of()).and(keysOf(event)))
            .on(AccountAmended.class, (payer, event, recorded) -> payer.and(keysOf(event)))
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

    KnownPayers(PartyKeys keys) {
        this.keys = keys;
    }

    private Set<String> keysOf(AccountOpened event) {
        return keys.of(event.accountId(), event.details());
    }

    private Set<String> keysOf(AccountAmended event) {
        return keys.of(event.accountId(), event.details());
    }

    @Override
    public String name() {
        return "known-payers";
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
    public Class<KnownPayer> view() {
        return KnownPayer.class;
    }

    @Override
    public Folds<KnownPayer> folds() {
        return folds;
    }

    @Override
    public Map<String, Object> search(KnownPayer view) {
        return Map.of(KEYS, List.copyOf(view.keys()));
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(List.of(KEYS));
    }

    record KnownPayer(Set<String> keys) {
        KnownPayer and(Set<String> more) {
            Set<String> all = new LinkedHashSet<>(keys);
            all.addAll(more);
            return new KnownPayer(all);
        }
    }
}
