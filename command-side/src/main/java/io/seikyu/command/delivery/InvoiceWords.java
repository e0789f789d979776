package io.seikyu.command.delivery;

import io.seikyu.command.review.Payable;
import io.seikyu.documents.IssuedInvoice;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What a mail says that brings an invoice. The creditor is the client company; the agency writes on its behalf. */
enum InvoiceWords {
    JAPANESE {
        @Override
        String subject(IssuedInvoice invoice) {
            return "請求書送付のご案内（請求書番号：" + invoice.document().invoiceNumber() + "）／" + creditor(invoice);
        }

        @Override
        String body(IssuedInvoice invoice) {
            return """
                    %s

                    いつもお世話になっております。
                    本メールは、%sより請求書発行業務の委託を受けてお送りしております。

                    下記のとおり請求書をお送りいたします。
                    ご査収のほど、よろしくお願い申し上げます。

                    　請求元　　　：%s
                    　請求書番号　：%s
                    　ご請求金額　：%s円
                    　お支払期限　：%s

                    %s
                    ご不明な点がございましたら、お手数ですが請求元までお問い合わせください。
                    """.formatted(
                            addressee(invoice),
                            creditor(invoice),
                            creditor(invoice),
                            invoice.document().invoiceNumber(),
                            amount(invoice),
                            date(invoice.document().dueDate()),
                            isNothingDue(invoice)
                                    ? "本請求書についてお支払いいただく金額はございません。明細は添付のPDFファイルをご確認ください。"
                                    : "明細およびお振込先は、添付のPDFファイルをご確認ください。");
        }

        /** 御中 for a company, 様 for a person. */
        private String addressee(IssuedInvoice invoice) {
            String name = name(invoice);
            if (!invoice.payer().corporate()) {
                return name + "　様";
            }
            String contact = invoice.payer().contactPerson();
            return contact == null ? name + "　御中" : name + "\n" + contact + "　様";
        }

        @Override
        String fileName(String number) {
            return "請求書_" + number + ".pdf";
        }

        private String date(LocalDate date) {
            return date.format(DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.JAPAN));
        }
    },

    ENGLISH {
        @Override
        String subject(IssuedInvoice invoice) {
            return "Invoice " + invoice.document().invoiceNumber() + " from " + creditor(invoice);
        }

        @Override
        String body(IssuedInvoice invoice) {
            String contact = invoice.payer().contactPerson();
            return """
                    Dear %s,

                    we send you this on behalf of %s, who has entrusted us with its invoices.
                    Please find attached the following invoice.

                      Creditor:        %s
                      Invoice number:  %s
                      Amount:          JPY %s
                      Due date:        %s

                    %s
                    If you have any questions, please contact the creditor.
                    """.formatted(
                            contact == null ? name(invoice) : contact,
                            creditor(invoice),
                            creditor(invoice),
                            invoice.document().invoiceNumber(),
                            amount(invoice),
                            invoice.document().dueDate().format(DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK)),
                            isNothingDue(invoice)
                                    ? "There is nothing left to be paid. Details are in the attached PDF."
                                    : "Details and the bank account are in the attached PDF.");
        }

        @Override
        String fileName(String number) {
            return "invoice_" + number + ".pdf";
        }
    };

    abstract String subject(IssuedInvoice invoice);

    abstract String body(IssuedInvoice invoice);

    /** @param number of the invoice, without what no file name holds */
    abstract String fileName(String number);

    /** As on the invoice. */
    static String creditor(IssuedInvoice invoice) {
        return invoice.document().issuer().name();
    }

    static String name(IssuedInvoice invoice) {
        return invoice.document().recipient().name();
    }

    static String amount(IssuedInvoice invoice) {
        return new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(due(invoice));
    }

    static boolean isNothingDue(IssuedInvoice invoice) {
        return due(invoice).signum() == 0;
    }

    private static BigDecimal due(IssuedInvoice invoice) {
        return Payable.of(invoice.document());
    }
}
