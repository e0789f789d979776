package io.seikyu.query.invoice;

import io.seikyu.contract.invoice.InvoiceDocument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** By what invoices are found: the fields of the law on electronic books (電子帳簿保存法) and those of daily work. */
final class InvoiceSearch {
    static final String STATUS = "status";
    static final String ACCOUNT = "accountId";
    static final String CONTRACT = "contractId";
    static final String NUMBER = "invoiceNumber";
    static final String COUNTERPARTY = "counterparty";
    static final String FROM = "transactionFrom";
    static final String TO = "transactionTo";
    static final String DUE = "dueDate";
    static final String AMOUNT = "amount";
    static final String OPEN = "open";
    static final String PRECEDING = "precedingInvoices";
    static final String DISPUTED = "disputed";
    static final String DELIVERED = "delivered";

    static final List<List<String>> INDEXES = List.of(
            List.of(STATUS),
            List.of(ACCOUNT),
            List.of(CONTRACT),
            List.of(NUMBER),
            List.of(TO),
            List.of(DUE),
            List.of(OPEN, DUE),
            List.of(AMOUNT),
            List.of(COUNTERPARTY),
            List.of(DISPUTED),
            List.of(DELIVERED),
            List.of(PRECEDING));

    private InvoiceSearch() {}

    static Map<String, Object> fields(InvoiceView view) {
        InvoiceDocument document = view.last().document();
        Map<String, Object> fields = new HashMap<>();
        fields.put(STATUS, view.status().name());
        fields.put(ACCOUNT, document.accountId());
        fields.put(CONTRACT, document.contractId());
        fields.put(NUMBER, document.invoiceNumber());
        fields.put(
                COUNTERPARTY,
                document.recipient() == null ? null : document.recipient().name());
        fields.put(FROM, text(document.transactionFrom()));
        fields.put(TO, text(document.transactionTo()));
        fields.put(DUE, text(view.dueDate()));
        fields.put(AMOUNT, document.total());
        fields.put(OPEN, view.balance().signum() > 0);
        fields.put(DISPUTED, view.disputed());
        fields.put(DELIVERED, view.delivered());
        fields.put(PRECEDING, document.precedingInvoices());
        return fields;
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
