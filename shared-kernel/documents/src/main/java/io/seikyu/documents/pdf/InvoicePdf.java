package io.seikyu.documents.pdf;

import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.documents.IssuedInvoice;

/**
 * An issued invoice on paper: a qualified invoice (適格請求書, 消費税法57条の4) with its six items, in the payer's language.
 *
 * <ol>
 *   <li>the issuer's name and registration number
 *   <li>the day or period of the transaction
 *   <li>what was sold, with ※ at what is taxed at the reduced rate
 *   <li>the sum of each rate, net or gross as the contract says, and the rate
 *   <li>the tax of each rate
 *   <li>the recipient's name
 * </ol>
 *
 * The agency appears nowhere on it. A contract that lets a client company hand in an invoice that lacks an item (a
 * business exempt from the tax has no number) gets a paper that lacks it as well: this prints, the review judges.
 */
public final class InvoicePdf {
    private InvoicePdf() {}

    /**
     * The PDF, A4. Equal invoices make equal bytes, given one version of this program and one time zone of the machine:
     * the file is dated with the day of issue. The first call loads formatter and font and takes a second or more.
     */
    public static byte[] of(IssuedInvoice invoice) {
        InvoiceDocument document = invoice.document();
        Words words = Words.in(invoice.payer().language());
        String title = words.of("invoice") + " " + document.invoiceNumber();
        Paper paper = new Paper(title, document.issuer().name(), words.language(), invoice.issuedOn());
        return Sheet.print(paper, title + "　" + document.issuer().name(), fo -> {
            new InvoiceHead(fo, words, invoice).print();
            new InvoiceLines(fo, words, invoice).print();
            new InvoiceSums(fo, words, invoice).print();
        });
    }
}
