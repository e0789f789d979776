package io.seikyu.query.invoice;

import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.contract.dated.DatedDataMissingException;
import io.seikyu.contract.interest.LateTerms;
import io.seikyu.contract.interest.LateTerms.Paid;
import io.seikyu.contract.interest.StatutoryRates;
import io.seikyu.contract.invoice.ChargeKind;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.projection.Dated;
import io.seikyu.projection.LiveProjection;
import io.seikyu.query.contract.ContractView;
import io.seikyu.query.invoice.AfterIssue.Charge;
import io.seikyu.web.access.TenantScope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Interest on late payment (遅延損害金) that accrued and was not claimed: computed when it is asked for. */
final class Interest {
    private final LiveProjection<ContractView> contracts;
    private final StatutoryRates rates = StatutoryRates.japan();

    Interest(LiveProjection<ContractView> contracts) {
        this.contracts = contracts;
    }

    /** @return yen, or null when no rate was agreed and none is announced */
    @Nullable
    BigDecimal accrued(InvoiceView invoice, LocalDate day) {
        if (invoice.claim() == null
                || invoice.cancellation() != null
                || invoice.after().standing().interestWaived()) {
            return BigDecimal.ZERO;
        }
        List<Paid> paid = invoice.payments().stream()
                .filter(payment -> payment.counts() && !payment.prepaid())
                .map(payment -> new Paid(payment.bookedOn(), payment.amount()))
                .toList();
        BigDecimal asked = invoice.after().charges().stream()
                .filter(charge -> charge.kind() == ChargeKind.INTEREST)
                .map(Charge::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        try {
            return terms(invoice)
                    .accrued(invoice.balance(), paid, day, rates)
                    .subtract(asked)
                    .max(BigDecimal.ZERO);
        } catch (DatedDataMissingException e) {
            return null;
        }
    }

    private LateTerms terms(InvoiceView invoice) {
        InvoiceDocument document = invoice.last().document();
        return agreed(invoice.clientId(), document)
                .map(agreed -> LateTerms.of(agreed, invoice.dueDate(), document.receivedOn()))
                .orElseGet(() -> LateTerms.byLaw(invoice.dueDate(), document.receivedOn()));
    }

    private Optional<ContractTerms> agreed(String client, InvoiceDocument document) {
        return contracts.views().find(TenantScope.of(client), "contract", document.contractId()).stream()
                .map(found -> Dated.on(document.transactionTo(), found.view().versions()))
                .findFirst();
    }
}
