package io.seikyu.command.invoice;

import io.seikyu.command.contract.ContractHistory;
import io.seikyu.command.contract.Contracts;
import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.contract.contract.ContractTerms.ClaimHolder;
import io.seikyu.contract.contract.ContractTerms.TransferFee;
import io.seikyu.contract.dated.DatedDataMissingException;
import io.seikyu.contract.id.ContractId;
import io.seikyu.contract.interest.LateTerms;
import io.seikyu.contract.interest.StatutoryRates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What was agreed about paying an invoice: by the version of its contract that was in force on the last day of the
 * transaction. Where there is none the law alone holds, and the payer bears the bank's fee (民法 485).
 */
public final class ClaimTerms {
    private final Contracts contracts;
    private final StatutoryRates rates;

    public ClaimTerms(Contracts contracts, StatutoryRates rates) {
        this.contracts = contracts;
        this.rates = rates;
    }

    LateTerms late(InvoiceState invoice) {
        ReviewedDocument document = invoice.document();
        return agreed(invoice)
                .map(terms -> LateTerms.of(terms, document.dueDate(), document.receivedOn()))
                .orElseGet(() -> LateTerms.byLaw(document.dueDate(), document.receivedOn()));
    }

    /**
     * Interest on late payment until {@code day} and its rate on that day; empty when the rate is not known, and before
     * anything accrued.
     */
    public Optional<LateCharge> lateCharge(InvoiceState invoice, LocalDate day) {
        if (!day.isAfter(invoice.document().dueDate())) {
            return Optional.empty();
        }
        LateTerms terms = late(invoice);
        try {
            return Optional.of(new LateCharge(
                    terms.rateOn(day, rates).percent(),
                    invoice.settlement().accrued(invoice.balance(), day, terms, rates)));
        } catch (DatedDataMissingException e) {
            return Optional.empty();
        }
    }

    /**
     * @param rate    per cent a year
     * @param accrued that was not claimed yet, yen
     */
    public record LateCharge(BigDecimal rate, BigDecimal accrued) {}

    /** Under 取適法 no fee may be kept back, whatever the contract says. */
    public AgreedFee fee(InvoiceState invoice) {
        return agreed(invoice)
                .filter(terms -> !terms.subcontractLaw())
                .map(ContractTerms::transferFee)
                .map(ClaimTerms::fee)
                .orElse(AgreedFee.NONE);
    }

    /** Who holds the claim today: as the last version of the contract says, unless the agency paid for it since. */
    public ClaimHolder holder(InvoiceState invoice) {
        ClaimHolder agreed = contracts
                .find(new ContractId(invoice.clientId(), invoice.document().contractId()))
                .map(history -> history.latest().claimHolder())
                .orElseThrow(() -> new IllegalStateException(invoice.id() + " was issued without a contract"));
        return invoice.after().standing().holder(agreed, invoice.balance());
    }

    StatutoryRates rates() {
        return rates;
    }

    private static AgreedFee fee(TransferFee agreed) {
        return new AgreedFee(agreed.deductible(), agreed.cap() == null ? BigDecimal.ZERO : agreed.cap());
    }

    private Optional<ContractTerms> agreed(InvoiceState invoice) {
        ReviewedDocument document = invoice.document();
        return contracts
                .find(new ContractId(invoice.clientId(), document.contractId()))
                .flatMap((ContractHistory history) -> history.inForceOn(document.transactionTo()));
    }
}
