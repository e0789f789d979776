package io.seikyu.documents.pint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.seikyu.contract.account.AccountDetails;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceDocument.Adjustment;
import io.seikyu.contract.invoice.InvoiceDocument.Line;
import io.seikyu.contract.invoice.InvoiceDocument.TaxTotal;
import io.seikyu.contract.money.Rounding;
import io.seikyu.contract.money.TaxCategory;
import io.seikyu.documents.Invoices;
import io.seikyu.documents.IssuedInvoice;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

class PintWriterTest {
    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void whatIsWrittenPassesTheOfficialRulesAndIsReadAsItWas(@ForAll long seed) {
        IssuedInvoice invoice = RandomInvoices.of(seed);

        byte[] xml = PintWriter.write(invoice);

        assertThat(PintRules.faults(xml)).isEmpty();
        assertThat(figures(read(xml).document("aozora", "K-1", invoice.pricesIncludeTax())))
                .isEqualTo(figures(invoice.document()));
    }

    @Test
    void holdsWhatThePaperHolds() {
        PintInvoice read = read(PintWriter.write(Invoices.full("ja")));

        assertThat(read.seller().registrationNumber()).isEqualTo("T7123456789012");
        assertThat(read.buyer())
                .isEqualTo(new PintParty(
                        new PintParty.Id("0188", "4011001098993"),
                        List.of(new PintParty.Id(null, "aozora"), new PintParty.Id("0188", "4011001098993")),
                        "T4011001098993",
                        "青空フーズ株式会社"));
        assertThat(read.contractId()).isEqualTo("K-1");
    }

    @Test
    void movesTheBaseByAYenWhereTheRulesWouldNotTakeTheTax() {
        IssuedInvoice invoice = gross(Rounding.CEILING, "10000");

        String xml = new String(PintWriter.write(invoice), StandardCharsets.UTF_8);

        assertThat(xml)
                .contains("<cbc:TaxableAmount currencyID=\"JPY\">9091<", "<cbc:TaxAmount currencyID=\"JPY\">910<")
                .contains(
                        "<cbc:PayableRoundingAmount currencyID=\"JPY\">-1<",
                        "<cbc:PayableAmount currencyID=\"JPY\">10000<");
    }

    @Test
    void sharesWhatIsDueAmongTheLinesToTheYen() {
        InvoiceDocument document = gross(Rounding.FLOOR, "100", "100", "100").document();

        NetAmounts net = NetAmounts.of(document, true);

        assertThat(net.lines()).containsExactly(new BigDecimal("91"), new BigDecimal("91"), new BigDecimal("91"));
        assertThat(NetAmounts.of(gross(Rounding.FLOOR, "100", "101", "100").document(), true)
                        .lines())
                .containsExactly(new BigDecimal("91"), new BigDecimal("92"), new BigDecimal("91"));
    }

    @Test
    void saysWhyAnInvoiceCannotBeWritten() {
        IssuedInvoice whole = Invoices.full("ja");
        AccountDetails p = whole.payer();
        AccountDetails person = new AccountDetails(
                "山田", "ヤマダ", false, null, null, null, null, null, null, null, null, null, null, null, "ja");
        IssuedInvoice without =
                new IssuedInvoice("i", whole.document(), false, whole.issuedOn(), whole.client(), person);

        assertThat(PintWriter.obstacle(whole)).isEmpty();
        assertThat(PintWriter.obstacle(without))
                .hasValueSatisfying(text -> assertThat(text).contains("corporateNumber"));
        assertThatThrownBy(() -> PintWriter.write(without)).isInstanceOf(IllegalArgumentException.class);
        assertThat(p.corporateNumber()).isNotNull();
    }

    @Test
    void makesTheSameFileForTheSameInvoice() {
        assertThat(PintWriter.write(Invoices.full("ja"))).isEqualTo(PintWriter.write(Invoices.full("ja")));
    }

    private static PintInvoice read(byte[] xml) {
        PintReading reading = PintReader.read(xml);
        assertThat(reading.faults()).isEmpty();
        return reading.invoice().orElseThrow();
    }

    private static IssuedInvoice gross(Rounding rounding, String... prices) {
        List<Line> lines = Arrays.stream(prices)
                .map(price -> Invoices.line("A", "品", "1", price, TaxCategory.STANDARD))
                .toList();
        return Invoices.invoice("ja", true, rounding, lines, List.of(), List.of(), null);
    }

    /** Numbers as values, and no sums of categories that nothing falls under. */
    private static InvoiceDocument figures(InvoiceDocument d) {
        return new InvoiceDocument(
                d.invoiceNumber(),
                d.accountId(),
                d.contractId(),
                d.kind(),
                d.transactionFrom(),
                d.transactionTo(),
                d.issueDate(),
                d.dueDate(),
                d.issuer(),
                d.recipient(),
                d.lines().stream().map(PintWriterTest::figures).toList(),
                d.adjustments().stream()
                        .map(a ->
                                new Adjustment(a.kind(), a.code(), a.description(), plain(a.amount()), a.taxCategory()))
                        .toList(),
                d.taxes().stream()
                        .map(t -> new TaxTotal(t.taxCategory(), plain(t.rate()), plain(t.taxable()), plain(t.tax())))
                        .toList(),
                plain(d.total()),
                d.prepaidRefs().stream()
                        .map(p -> new InvoiceDocument.PrepaidRef(p.receiptId(), p.invoiceId(), plain(p.amount())))
                        .toList(),
                d.withholding() == null || d.withholding().signum() == 0 ? null : plain(d.withholding()),
                plain(d.payable()),
                d.precedingInvoices(),
                d.reservationId());
    }

    private static Line figures(Line l) {
        return new Line(
                l.kind(),
                l.code(),
                l.description(),
                plain(l.quantity()),
                plain(l.unitPrice()),
                plain(l.amount()),
                l.taxCategory(),
                l.contractId(),
                l.deliveredOn());
    }

    private static BigDecimal plain(BigDecimal number) {
        return Ubl.plain(number);
    }
}
