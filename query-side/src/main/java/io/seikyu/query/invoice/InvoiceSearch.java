package io.seikyu.query.invoice;

import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.party.KanaText;
import io.seikyu.query.account.Payers;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** By what invoices are found: the fields of the law on electronic books (電子帳簿保存法) and those of daily work. */
final class InvoiceSearch {
    static final String STATUS = "status";
    static final String ACCOUNT = "accountId";
    static final String CONTRACT = "contractId";
    static final String NUMBER = "invoiceNumber";
    /** The recipient's name, as {@link KanaText} writes it. */
    static final String COUNTERPARTY = "counterparty";
    /** {@link Payers#key}. */
    static final String PAYER = "payer";

    static final String FROM = "transactionFrom";
    static final String TO = "transactionTo";
    static final String MONTHS = "transactionMonths";
    static final String DUE = "dueDate";
    static final String AMOUNT = "amount";
    static final String OPEN = "open";
    /** Of any version: the past is asked for too. */
    static final String PRECEDING = "precedingInvoices";

    static final String DISPUTED = "disputed";
    static final String DELIVERED = "delivered";
    /** The day of the last correction or of the cancellation; absent without either. */
    static final String CORRECTED = "correctedOn";

    static final List<List<String>> INDEXES = List.of(
            List.of(STATUS),
            List.of(ACCOUNT),
            List.of(CONTRACT),
            List.of(NUMBER),
            List.of(FROM),
            List.of(TO),
            List.of(MONTHS, TO),
            List.of(DUE),
            List.of(OPEN, DUE),
            List.of(AMOUNT),
            List.of(COUNTERPARTY),
            List.of(PAYER),
            List.of(CORRECTED),
            List.of(DISPUTED),
            List.of(DELIVERED),
            List.of(PRECEDING));

    /** Stands for the months of a period that has more of them. */
    private static final String LONG = "long";

    private static final int MOST_MONTHS = 36;

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
                document.recipient() == null || document.recipient().name() == null
                        ? null
                        : KanaText.normalised(document.recipient().name()));
        fields.put(PAYER, Payers.key(view.clientId(), document.accountId()));
        fields.put(CORRECTED, text(Correction.last(view)));
        fields.put(FROM, text(document.transactionFrom()));
        fields.put(TO, text(document.transactionTo()));
        fields.put(MONTHS, months(document.transactionFrom(), document.transactionTo()));
        fields.put(DUE, text(view.dueDate()));
        fields.put(AMOUNT, document.total());
        fields.put(OPEN, view.balance().signum() > 0);
        fields.put(DISPUTED, view.disputed());
        fields.put(DELIVERED, view.delivered());
        fields.put(PRECEDING, preceding(view));
        return fields;
    }

    private static List<String> preceding(InvoiceView view) {
        return view.versions().stream()
                .map(version -> version.document().precedingInvoices())
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /**
     * The months that a period touches. By its ends alone a period is badly found: half of all begin before a day, the
     * other half ends after it.
     */
    private static List<String> months(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null || to == null) {
            return List.of();
        }
        boolean inOrder = !from.isAfter(to);
        return between(inOrder ? from : to, inOrder ? to : from).orElseGet(() -> List.of(LONG));
    }

    /** What is in {@link #MONTHS} of every period that touches one of these days; empty when it is not worth asking. */
    static Optional<List<String>> touching(LocalDate from, LocalDate to) {
        return between(from, to).map(months -> {
            List<String> touching = new ArrayList<>(months);
            touching.add(LONG);
            return touching;
        });
    }

    private static Optional<List<String>> between(LocalDate from, LocalDate to) {
        YearMonth last = YearMonth.from(to);
        List<String> months = new ArrayList<>();
        for (YearMonth month = YearMonth.from(from); !month.isAfter(last); month = month.plusMonths(1)) {
            if (months.size() == MOST_MONTHS) {
                return Optional.empty();
            }
            months.add(month.toString());
        }
        return Optional.of(months);
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
