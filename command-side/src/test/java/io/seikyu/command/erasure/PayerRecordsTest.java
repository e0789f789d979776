package io.seikyu.command.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceWrittenOff;
import io.seikyu.contract.invoice.WriteOffGround;
import io.seikyu.contract.receipt.ReceiptEvent.Method;
import io.seikyu.contract.receipt.ReceiptEvent.PayerIdentified;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptAssigned;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptRecorded;
import io.seikyu.contract.receipt.ReceiptSource;
import io.seikyu.contract.task.TaskEvent.TaskOpened;
import io.seikyu.contract.task.TaskKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whose money a receipt is is often said later than it came in. */
class PayerRecordsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final String RECEIPT = "acme/receipt/r1";

    private final PayerRecords records = new PayerRecords(new AccountId("acme", "a1"));

    @Test
    void moneyThatNobodyCouldTellIsThePayersOnceAPersonSaysSo() {
        records.hear(RECEIPT, recorded("acme", "r1"));
        records.hear("acme/task/t1", task(RECEIPT));
        assertThat(records.subjects()).containsExactly("acme/account/a1");
        assertThat(records.days()).isEmpty();

        records.hear(RECEIPT, new PayerIdentified("acme", "r1", "a1"));
        assertThat(records.subjects()).containsExactly("acme/account/a1", RECEIPT, "acme/task/t1");
        assertThat(records.days()).containsEntry(RECEIPT, DAY);

        records.hear(RECEIPT, new PayerIdentified("acme", "r1", "a2"));
        assertThat(records.subjects()).containsExactly("acme/account/a1");
    }

    @Test
    void moneyOnACollectiveAccountThatWasPassedOnToIt() {
        records.hear("agency/receipt/r1", recorded("agency", "r1"));
        records.hear(
                "agency/receipt/r1",
                new ReceiptAssigned("agency", "r1", "acme", "agency-r1", "a1", BigDecimal.TEN, "-", null));
        assertThat(records.subjects()).contains("agency/receipt/r1");
    }

    @Test
    void whatIsOfAnotherPayerIsNotItsRecord() {
        records.hear(
                "acme/invoice/i9",
                new InvoiceWrittenOff("acme", "i9", "ap", WriteOffGround.SMALL, DAY, BigDecimal.TEN, BigDecimal.ZERO));
        records.hear("beta/receipt/r1", recorded("beta", "r1"));
        records.hear("beta/receipt/r1", new PayerIdentified("beta", "r1", "a1"));
        assertThat(records.days()).isEmpty();
        assertThat(records.subjects()).containsExactly("acme/account/a1");
    }

    private static ReceiptRecorded recorded(String client, String id) {
        return new ReceiptRecorded(
                client,
                id,
                DAY,
                BigDecimal.TEN,
                "ﾀﾅｶ",
                Method.TRANSFER,
                null,
                null,
                null,
                client + "/receipt/" + id,
                null,
                new ReceiptSource(ReceiptSource.Kind.PERSON, null, null, null));
    }

    private static TaskOpened task(String about) {
        return new TaskOpened("acme", "t1", TaskKind.ALLOCATE_RECEIPT, about, null, Map.of(), null, "-");
    }
}
