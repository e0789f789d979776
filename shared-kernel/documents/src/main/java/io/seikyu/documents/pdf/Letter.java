package io.seikyu.documents.pdf;

import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.documents.IssuedInvoice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A letter (書面): to whom, from whom, what it says, and the items it is about.
 *
 * @param language   {@code ja} or {@code en}, of dates and forms of address; the text is the caller's
 * @param reference  stands at the foot of each page
 * @param paragraphs in order
 * @param closing    e.g. 敬具; may be absent
 * @param table      may be absent
 */
public record Letter(
        String language,
        LocalDate date,
        Recipient recipient,
        Sender sender,
        String reference,
        String title,
        List<String> paragraphs,
        String closing,
        Table table) {

    /** @param address and person may be absent */
    public record Recipient(String name, boolean corporate, String address, String person) {}

    /** @param details under the name: number, telephone, mail */
    public record Sender(String name, List<String> details) {}

    /** @param rows as many cells each as the head; amounts are {@link BigDecimal}, yen, and dates {@link LocalDate} */
    public record Table(List<String> head, List<List<Object>> rows) {}

    /** One whose text somebody wrote: empty lines part its paragraphs. */
    public static Letter written(
            String language,
            LocalDate date,
            Recipient recipient,
            Sender sender,
            String reference,
            String title,
            String text) {
        List<String> paragraphs = List.of(text.strip().split("\\R(?:[ 　]*\\R)+"));
        return new Letter(language, date, recipient, sender, reference, title, paragraphs, null, null);
    }

    /** The cover letter (送付状) for an invoice that goes by post. */
    public static Letter covering(IssuedInvoice invoice, LocalDate date) {
        InvoiceDocument document = invoice.document();
        Words words = Words.in(invoice.payer().language());
        return new Letter(
                words.language(),
                date,
                new Recipient(
                        document.recipient().name(),
                        invoice.payer().corporate(),
                        invoice.payer().postalAddress(),
                        invoice.payer().contactPerson()),
                new Sender(
                        document.issuer().name(),
                        invoice.client().email() == null
                                ? List.of()
                                : List.of(invoice.client().email())),
                words.of("invoice") + " " + document.invoiceNumber(),
                words.of("cover.title"),
                List.of(words.of("cover.greeting"), words.of("cover.text")),
                words.of("cover.closing"),
                new Table(
                        List.of(words.of("number"), words.of("claimed"), words.of("due"), words.of("cover.copies")),
                        List.of(List.of(
                                document.invoiceNumber(),
                                InvoiceSums.payable(document),
                                document.dueDate(),
                                words.of("cover.one")))));
    }
}
