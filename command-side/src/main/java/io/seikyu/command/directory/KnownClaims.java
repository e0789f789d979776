package io.seikyu.command.directory;

import io.seikyu.command.work.WorkList;
import io.seikyu.contract.account.AccountEvent.AccountOpened;
import io.seikyu.contract.account.AccountEvent.ClaimMoved;
import io.seikyu.contract.account.Claim;
import io.seikyu.contract.account.Claim.Stage;
import io.seikyu.projection.Folds;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What payers have open, by the yen: who may have sent an amount, where nothing else says it. */
final class KnownClaims implements WorkList<KnownClaims.OpenAmounts> {
    static final String AMOUNTS = "amounts";
    static final String OLDEST_DUE = "oldestDue";

    private static final Folds<OpenAmounts> FOLDS = new Folds<OpenAmounts>()
            .startingWith(AccountOpened.class, (event, recorded) -> new OpenAmounts(Map.of(), Map.of()))
            .on(ClaimMoved.class, (open, event, recorded) -> open.with(event.claim()));

    @Override
    public String name() {
        return "known-claims";
    }

    @Override
    public int revision() {
        return 2;
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
        List<String> amounts = view.byInvoice().values().stream().distinct().toList();
        return view.dueByInvoice().values().stream()
                .min(String::compareTo)
                .<Map<String, Object>>map(due -> Map.of(AMOUNTS, amounts, OLDEST_DUE, due))
                .orElseGet(() -> Map.of(AMOUNTS, amounts));
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(List.of(AMOUNTS), List.of(OLDEST_DUE));
    }

    /** How an amount is listed. */
    static String text(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    /**
     * @param byInvoice    yen, as texts
     * @param dueByInvoice dates, as texts
     */
    record OpenAmounts(Map<String, String> byInvoice, Map<String, String> dueByInvoice) {
        OpenAmounts with(Claim claim) {
            Map<String, String> next = new TreeMap<>(byInvoice);
            Map<String, String> due = new TreeMap<>(dueByInvoice);
            if (claim.stage() == Stage.ISSUED) {
                next.put(claim.invoiceId(), text(claim.balance()));
                due.put(claim.invoiceId(), claim.dueDate().toString());
            } else {
                next.remove(claim.invoiceId());
                due.remove(claim.invoiceId());
            }
            return new OpenAmounts(next, due);
        }
    }
}
