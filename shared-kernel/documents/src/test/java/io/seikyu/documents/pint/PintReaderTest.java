package io.seikyu.documents.pint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceDocument.Adjustment;
import io.seikyu.contract.invoice.InvoiceDocument.AdjustmentKind;
import io.seikyu.contract.invoice.InvoiceDocument.Line;
import io.seikyu.contract.invoice.InvoiceDocument.PrepaidRef;
import io.seikyu.contract.invoice.InvoiceDocument.TaxTotal;
import io.seikyu.contract.money.TaxCategory;
import io.seikyu.documents.Invoices;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PintReaderTest {
    private static final int MUTATIONS = Integer.getInteger("seikyu.mutations", 400);

    @Test
    void readsWhatAnotherProgramWrites() {
        PintInvoice invoice = PintReader.read(anotherSender()).invoice().orElseThrow();
        InvoiceDocument net = invoice.document("aozora", "K-9", false);

        assertThat(invoice.contractId()).isNull();
        assertThat(invoice.seller().registrationNumber()).isEqualTo("T7123456789012");
        assertThat(invoice.buyer().endpoint()).isEqualTo(new PintParty.Id("0188", "4011001098993"));
        assertThat(net.accountId()).isEqualTo("aozora");
        assertThat(net.contractId()).isEqualTo("K-9");
        assertThat(net.transactionFrom()).isEqualTo(LocalDate.of(2026, 4, 18));
        assertThat(net.transactionTo()).isEqualTo(LocalDate.of(2026, 4, 27));
        assertThat(net.dueDate()).isEqualTo(LocalDate.of(2026, 5, 29));
        assertThat(net.lines().get(0).amount()).as("before its allowance").isEqualByComparingTo("12500");
        assertThat(net.lines().get(0).deliveredOn()).isEqualTo(LocalDate.of(2026, 4, 18));
        assertThat(net.lines())
                .extracting(Line::code, line -> line.unitPrice().toPlainString())
                .containsExactly(tuple("b010", "2500"), tuple("日本茶", "220"));
        assertThat(net.adjustments())
                .containsExactly(
                        new Adjustment(
                                AdjustmentKind.CHARGE, "配送料", "配送料", new BigDecimal("1000"), TaxCategory.STANDARD),
                        new Adjustment(
                                AdjustmentKind.ALLOWANCE, "値引", "値引", new BigDecimal("1000"), TaxCategory.STANDARD));
        assertThat(net.taxes())
                .containsExactly(
                        new TaxTotal(
                                TaxCategory.STANDARD, BigDecimal.TEN, new BigDecimal("12500"), new BigDecimal("1250")),
                        new TaxTotal(
                                TaxCategory.REDUCED,
                                new BigDecimal("8"),
                                new BigDecimal("1320"),
                                new BigDecimal("106")));
        assertThat(net.total()).isEqualByComparingTo("15176");
        assertThat(net.prepaidRefs()).containsExactly(new PrepaidRef("9387439", null, new BigDecimal("3000")));
        assertThat(net.payable()).isEqualByComparingTo("12176");
    }

    @Test
    void putsTheTaxIntoPricesWhereTheContractWantsItSo() {
        InvoiceDocument gross =
                PintReader.read(anotherSender()).invoice().orElseThrow().document("aozora", "K-9", true);

        assertThat(gross.lines())
                .extracting(
                        line -> line.unitPrice().toPlainString(),
                        line -> line.amount().toPlainString())
                .containsExactly(tuple("2750", "13750"), tuple("237.6", "1426"));
        assertThat(gross.taxes())
                .extracting(tax -> tax.taxable().toPlainString())
                .containsExactly("13750", "1426");
        assertThat(gross.total()).isEqualByComparingTo("15176");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            T7123456789012</cbc:CompanyID> | T712</cbc:CompanyID>            | aligned-ibr-jp-01
            >12820<                        | >12821<                         | ibr-co-10
            >15176<                        | >15177<                         | ibr-co-15
            <cbc:IssueDate>2026-05-01      | <cbc:IssueDate>2026-05-41       | xsd
            <cbc:IssueDate>                | <cbc:Issued>x</cbc:Issued><cbc:IssueDate> | xsd
            H87">5<                        | H87">-5<                        | credit
            380                            | 381                             | aligned-ibrp-cl-02-jp
            <cbc:DocumentCurrencyCode>JPY  | <cbc:DocumentCurrencyCode>USD   | ibr-126
            <cbc:ID>9387439</cbc:ID>       | <cbc:InstructionNote>x</cbc:InstructionNote> | xsd
            <cbc:ID>9387439</cbc:ID>       | ''                              | mapping
            <cbc:PaymentDueDate>2026-05-29</cbc:PaymentDueDate> | ''         | mapping
            >2500</cbc:PriceAmount>        | >2500.12345678</cbc:PriceAmount> | limit
            <cbc:Name>日本茶</cbc:Name>     | <cbc:Name> </cbc:Name>          | ibr-025
            """)
    void namesTheRuleThatAFaultBreaks(String right, String wrong, String rule) {
        String xml = new String(anotherSender(), StandardCharsets.UTF_8);
        assertThat(xml).contains(right);

        List<PintFault> faults = PintReader.read(xml.replace(right, wrong).getBytes(StandardCharsets.UTF_8))
                .faults();

        assertThat(faults).extracting(PintFault::rule).contains(rule);
        assertThat(faults).allSatisfy(fault -> {
            assertThat(fault.location()).isNotBlank();
            assertThat(fault.text()).isNotBlank();
        });
    }

    @Test
    void namesEveryFaultAtOnce() {
        String xml = new String(anotherSender(), StandardCharsets.UTF_8);
        String notUbl =
                xml.replace("<cbc:IssueDate>2026-05-01", "<cbc:IssueDate>soon").replace(">12820<", ">much<");
        String against =
                xml.replace(">12820<", ">12821<").replace("T7123456789012</cbc:CompanyID>", "T7</cbc:CompanyID>");
        String unmapped = xml.replace("<cbc:ID>9387439</cbc:ID>", "").replace("H87\">5<", "H87\">-5<");

        for (String wrong : List.of(notUbl, against, unmapped)) {
            assertThat(PintReader.read(wrong.getBytes(StandardCharsets.UTF_8)).faults())
                    .extracting(PintFault::location)
                    .satisfies(places -> assertThat(Set.copyOf(places)).hasSizeGreaterThan(1));
        }
    }

    @Test
    void refusesACreditNoteAsOne() {
        String xml = "<CreditNote xmlns='urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2'/>";

        assertThat(PintReader.read(xml.getBytes(StandardCharsets.UTF_8)).faults())
                .extracting(PintFault::rule)
                .containsExactly("credit");
    }

    @Test
    void expandsAndFetchesNothing() {
        String laughs = "<!DOCTYPE l [<!ENTITY a 'ha'>"
                + "<!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]><l>&c;</l>";
        String file = "<!DOCTYPE l [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><l>&x;</l>";
        String remote = "<!DOCTYPE l SYSTEM 'http://127.0.0.1:1/x.dtd'><l/>";

        for (String xml : List.of(laughs, file, remote)) {
            assertThat(PintReader.read(xml.getBytes(StandardCharsets.UTF_8)).faults())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.rule()).isEqualTo("xml"))
                    .satisfies(fault -> assertThat(fault.text()).contains("DOCTYPE"));
        }
    }

    @Test
    void boundsWhatItReads() {
        String deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);
        String wide = "<a>" + ("<b>" + "<c/>".repeat(900) + "</b>").repeat(70) + "</a>";
        String alike = "<a>" + "<b/>".repeat(UntrustedXml.MOST_ALIKE + 1) + "</a>";
        String number = new String(anotherSender(), StandardCharsets.UTF_8)
                .replace(">15176<", ">" + "9".repeat(1_000_000) + "<");
        String large = "<a>" + " ".repeat(UntrustedXml.LARGEST) + "</a>";

        for (String xml : List.of(deep, wide, alike, number, large)) {
            assertThat(PintReader.read(xml.getBytes(StandardCharsets.UTF_8)).faults())
                    .extracting(PintFault::rule)
                    .containsExactly("limit");
        }
    }

    @Test
    void readsOtherEncodings() {
        String xml = new String(anotherSender(), StandardCharsets.UTF_8);

        for (String encoding : List.of("UTF-16", "Shift_JIS", "EUC-JP")) {
            byte[] bytes = xml.replace("UTF-8", encoding).getBytes(Charset.forName(encoding));
            assertThat(PintReader.read(bytes).faults()).as(encoding).isEmpty();
        }
    }

    @Test
    void throwsForNoInput() {
        List<byte[]> examples = List.of(anotherSender(), PintWriter.write(Invoices.full("ja")));
        Random random = new Random(20261125);
        int read = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            PintReading reading = PintReader.read(mutated(random, examples.get(i % examples.size())));
            assertThat(reading.invoice().isPresent()).isEqualTo(reading.faults().isEmpty());
            read += reading.invoice().isPresent() ? 1 : 0;
        }
        assertThat(read).as("some mutations do no harm").isBetween(1, MUTATIONS - 1);
        assertThat(PintReader.read(new byte[0]).faults()).isNotEmpty();
    }

    /** Elements and texts taken out, doubled, exchanged; bytes overwritten. */
    private static byte[] mutated(Random random, byte[] example) {
        String xml = new String(example, StandardCharsets.UTF_8);
        for (int i = random.nextInt(3); i >= 0; i--) {
            xml = switch (random.nextInt(6)) {
                case 0 -> withoutElement(random, xml);
                case 1 ->
                    replaceText(
                            random,
                            xml,
                            List.of("", "-1", "0", "1E5", "NaN", "99999999999999999999", "0.5", "あ", "2026-02-30")
                                    .get(random.nextInt(9)));
                case 2 -> exchangeTags(random, xml);
                case 3 -> doubled(random, xml);
                case 4 -> xml.replaceFirst("currencyID=\"JPY\"", "currencyID=\"\"");
                default -> overwritten(random, xml);
            };
        }
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    private static int[] element(Random random, String xml) {
        for (int tries = 0; tries < 50; tries++) {
            int start = xml.indexOf("<c", random.nextInt(xml.length()));
            int name = start < 0 ? -1 : xml.indexOf(':', start);
            if (name > 0) {
                String tag = xml.substring(start + 1).split("[ >/]", 2)[0];
                int end = xml.indexOf("</" + tag + ">", start);
                if (end > 0) {
                    return new int[] {start, end + tag.length() + 3};
                }
            }
        }
        return new int[] {0, 0};
    }

    private static String withoutElement(Random random, String xml) {
        int[] at = element(random, xml);
        return xml.substring(0, at[0]) + xml.substring(at[1]);
    }

    private static String doubled(Random random, String xml) {
        int[] at = element(random, xml);
        return xml.substring(0, at[1]) + xml.substring(at[0], at[1]) + xml.substring(at[1]);
    }

    private static String replaceText(Random random, String xml, String text) {
        int[] at = element(random, xml);
        int start = xml.indexOf('>', at[0]);
        int end = xml.indexOf('<', start);
        return start < 0 || end < 0 ? xml : xml.substring(0, start + 1) + text + xml.substring(end);
    }

    private static String exchangeTags(Random random, String xml) {
        int[] one = element(random, xml);
        String tag = xml.substring(one[0] + 1, Math.max(one[0] + 1, one[1])).split("[ >/]", 2)[0];
        return tag.isEmpty() ? xml : xml.replace(tag + ">", "cbc:Note>");
    }

    private static String overwritten(Random random, String xml) {
        int at = random.nextInt(xml.length() - 1);
        return xml.substring(0, at) + "<>&\"'\u0000/ x9".charAt(random.nextInt(10)) + xml.substring(at + 1);
    }

    private static byte[] anotherSender() {
        try (InputStream resource = PintReaderTest.class.getResourceAsStream("another-sender.xml")) {
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
