package io.seikyu.command.receipt;

import static org.axonframework.test.matchers.Matchers.matches;

import io.seikyu.command.Fixtures;
import io.seikyu.command.Samples;
import io.seikyu.command.decision.Refusal;
import io.seikyu.command.receipt.ReceiptResult.Allocation;
import io.seikyu.command.receipt.ReceiptResult.Status;
import io.seikyu.contract.account.Claim.Payment;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.id.ReceiptId;
import io.seikyu.contract.receipt.ReceiptCommand.RecordReceipt;
import io.seikyu.contract.receipt.ReceiptEvent.Method;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptAllocated;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptKeptUnapplied;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptRecorded;
import java.math.BigDecimal;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class ReceiptTest {
    private static final ReceiptId ID = new ReceiptId("acme", "r1");

    @Test
    void anInvoiceTakesTheWholeAmount() {
        receipt("100000")
                .givenNoPriorActivity()
                .when(record("40000", "i1"))
                .expectEvents(recorded("40000", "i1"), new ReceiptAllocated("acme", "r1", "i1", yen("40000")))
                .expectResultMessagePayload(new ReceiptResult(
                        "r1", Status.ALLOCATED, List.of(new Allocation("i1", yen("40000"))), List.of()));
    }

    @Test
    void whatIsTooMuchStaysThePayersCredit() {
        receipt("30000")
                .givenNoPriorActivity()
                .when(record("40000", "i1"))
                .expectEvents(
                        recorded("40000", "i1"),
                        new ReceiptAllocated("acme", "r1", "i1", yen("30000")),
                        new ReceiptKeptUnapplied("acme", "r1", yen("10000")))
                .expectResultMessagePayload(new ReceiptResult(
                        "r1", Status.PARTLY_ALLOCATED, List.of(new Allocation("i1", yen("30000"))), List.of()));
    }

    @Test
    void anInvoiceThatIsPaidTakesNothing() {
        receipt("0")
                .givenNoPriorActivity()
                .when(record("40000", "i1"))
                .expectEvents(recorded("40000", "i1"), new ReceiptKeptUnapplied("acme", "r1", yen("40000")))
                .expectResultMessagePayload(new ReceiptResult("r1", Status.UNMATCHED, List.of(), List.of()));
    }

    @Test
    void moneyThatNobodySaidAnythingOfWaitsForAMatch() {
        receipt("100000")
                .givenNoPriorActivity()
                .when(record("40000", null))
                .expectEvents(recorded("40000", null))
                .expectResultMessagePayload(new ReceiptResult("r1", Status.UNMATCHED, List.of(), List.of()));
    }

    @Test
    void anUnknownInvoiceIsRefusedAndNothingIsRecorded() {
        receipt("100000")
                .givenNoPriorActivity()
                .when(record("40000", "i9"))
                .expectNoEvents()
                .expectException(matches((Refusal refusal) -> refusal.code().equals("invoice-not-found")));
    }

    private static AggregateTestFixture<Receipt> receipt(String openBalance) {
        AggregateTestFixture<Receipt> fixture = Fixtures.of(Receipt.class);
        fixture.registerInjectableResources(Samples.clients(false), new OneInvoice(yen(openBalance)));
        return fixture;
    }

    private static RecordReceipt record(String amount, String invoiceId) {
        return new RecordReceipt(ID, Samples.TODAY, yen(amount), "モミジフーズ", Method.TRANSFER, null, null, invoiceId);
    }

    private static ReceiptRecorded recorded(String amount, String invoiceId) {
        String subject = invoiceId == null ? "acme/receipt/r1" : "acme/account/a1";
        return new ReceiptRecorded(
                "acme", "r1", Samples.TODAY, yen(amount), "モミジフーズ", Method.TRANSFER, null, null, invoiceId, subject);
    }

    private static BigDecimal yen(String amount) {
        return Samples.yen(amount);
    }

    private record OneInvoice(BigDecimal open) implements PayableInvoices {
        @Override
        public AccountId payerOf(InvoiceId invoice) {
            if (!invoice.value().equals("i1")) {
                throw Refusal.notFound("invoice-not-found", "there is no invoice");
            }
            return new AccountId("acme", "a1");
        }

        @Override
        public BigDecimal pay(InvoiceId invoice, Payment payment, BigDecimal amount) {
            return amount.min(open);
        }
    }
}
