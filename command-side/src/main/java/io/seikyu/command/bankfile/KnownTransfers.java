package io.seikyu.command.bankfile;

import io.seikyu.command.work.WorkList;
import io.seikyu.contract.id.BankAccountId;
import io.seikyu.contract.id.Ids;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptRecorded;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptReversed;
import io.seikyu.contract.receipt.ReceiptSource;
import io.seikyu.projection.Folds;
import io.seikyu.projection.Recorded;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What banks told that came in, as it is looked for when another file tells of it: by day and amount, and by amount and
 * payer. Names are kept as keyed digests only.
 */
final class KnownTransfers implements WorkList<KnownTransfers.KnownTransfer> {
    static final String DAY = "day";
    static final String DAY_AND_AMOUNT = "dayAndAmount";
    static final String AMOUNT_AND_NAME = "amountAndName";

    private final Identities identities;
    private final Folds<KnownTransfer> folds;

    KnownTransfers(Identities identities) {
        this.identities = identities;
        this.folds = new Folds<KnownTransfer>()
                .startingWith(ReceiptRecorded.class, this::recorded)
                .on(ReceiptReversed.class, (view, event, recorded) -> view.reverse());
    }

    private KnownTransfer recorded(ReceiptRecorded event, Recorded recorded) {
        String account = account(event);
        boolean ofBank = !account.isEmpty();
        return new KnownTransfer(
                event.receiptId(),
                account,
                event.bookedOn(),
                event.amount(),
                ofBank ? identities.ofName(String.valueOf(event.payerName())) : "",
                false);
    }

    private static String account(ReceiptRecorded event) {
        ReceiptSource source = event.source() == null ? ReceiptSource.PERSON : event.source();
        return switch (source.kind()) {
            case BANK_FILE -> new BankAccountId(event.clientId(), source.bankAccountId()).toString();
            case COLLECTIVE -> new BankAccountId(Ids.AGENCY, source.bankAccountId()).toString();
            case PERSON, CREDIT_NOTE, AGENCY -> "";
        };
    }

    @Override
    public String name() {
        return "known-transfers";
    }

    @Override
    public int revision() {
        return 2;
    }

    @Override
    public String streamType() {
        return "receipt";
    }

    @Override
    public Class<KnownTransfer> view() {
        return KnownTransfer.class;
    }

    @Override
    public Folds<KnownTransfer> folds() {
        return folds;
    }

    /** What no bank told of, and what is reversed, is not looked for. */
    @Override
    public Map<String, Object> search(KnownTransfer view) {
        if (view.account().isEmpty() || view.reversed()) {
            return Map.of();
        }
        return Map.of(
                DAY,
                day(view.account(), view.bookedOn()),
                DAY_AND_AMOUNT,
                dayAndAmount(view.account(), view.bookedOn(), view.amount()),
                AMOUNT_AND_NAME,
                amountAndName(view.account(), view.amount(), view.name()));
    }

    @Override
    public List<List<String>> indexes() {
        return List.of();
    }

    /** What came in on an account of the agency is client companies'. */
    @Override
    public List<List<String>> indexesOverTenants() {
        return List.of(List.of(DAY), List.of(DAY_AND_AMOUNT), List.of(AMOUNT_AND_NAME));
    }

    static String day(String account, LocalDate day) {
        return account + " " + day;
    }

    static String dayAndAmount(String account, LocalDate day, BigDecimal amount) {
        return day(account, day) + " " + amount.toPlainString();
    }

    static String amountAndName(String account, BigDecimal amount, String name) {
        return account + " " + amount.toPlainString() + " " + name;
    }

    /**
     * @param account the stream of the account it came in on, which may be the agency's; empty when no bank told of it
     * @param name          as a keyed digest
     */
    record KnownTransfer(
            String receiptId, String account, LocalDate bookedOn, BigDecimal amount, String name, boolean reversed) {
        KnownTransfer reverse() {
            return new KnownTransfer(receiptId, account, bookedOn, amount, name, true);
        }
    }
}
