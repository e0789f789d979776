package io.seikyu.query.invoice;

import static io.seikyu.projection.ViewCollection.search;

import com.mongodb.client.model.Filters;
import io.seikyu.contract.party.KanaText;
import io.seikyu.query.account.Payers;
import io.seikyu.web.problem.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/** How invoices are looked for. */
final class InvoiceViewStore {
    private final List<Bson> filters = new ArrayList<>();

    private InvoiceViewStore() {}

    /** @param payers who are called as the question's counterparty, {@link Payers#key} */
    static List<Bson> filters(InvoiceQuestion question, List<String> payers, LocalDate today) {
        InvoiceViewStore store = new InvoiceViewStore();
        store.equal(
                InvoiceSearch.STATUS,
                question.status() == null ? null : question.status().name());
        store.equal(InvoiceSearch.ACCOUNT, question.accountId());
        store.equal(InvoiceSearch.CONTRACT, question.contractId());
        store.equal(InvoiceSearch.NUMBER, question.invoiceNumber());
        store.with(question.counterparty(), part -> named(part, payers));
        store.with(question.from(), day -> Filters.gte(search(InvoiceSearch.TO), day.toString()));
        store.with(question.to(), day -> Filters.lte(search(InvoiceSearch.FROM), day.toString()));
        if (question.from() != null && question.to() != null && !question.from().isAfter(question.to())) {
            InvoiceSearch.touching(question.from(), question.to())
                    .ifPresent(months -> store.filters.add(Filters.in(search(InvoiceSearch.MONTHS), months)));
        }
        store.with(question.dueFrom(), day -> Filters.gte(search(InvoiceSearch.DUE), day.toString()));
        store.with(question.dueTo(), day -> Filters.lte(search(InvoiceSearch.DUE), day.toString()));
        store.with(question.minAmount(), min -> Filters.gte(search(InvoiceSearch.AMOUNT), amount("minAmount", min)));
        store.with(question.maxAmount(), max -> Filters.lte(search(InvoiceSearch.AMOUNT), amount("maxAmount", max)));
        store.with(question.overdue(), overdue -> overdue ? overdue(today) : notOverdue(today));
        store.with(question.disputed(), disputed -> Filters.eq(search(InvoiceSearch.DISPUTED), disputed));
        store.with(question.delivered(), wanted -> Filters.eq(search(InvoiceSearch.DELIVERED), wanted));
        store.with(question.missing(), InvoiceViewStore::lacking);
        return store.filters;
    }

    /**
     * Those that were corrected or cancelled.
     *
     * @param from the last time on this day or later; absent: ever
     * @param to   the last time on this day or earlier; absent: ever
     */
    static List<Bson> corrected(@Nullable LocalDate from, @Nullable LocalDate to) {
        InvoiceViewStore store = new InvoiceViewStore();
        store.filters.add(Filters.gte(search(InvoiceSearch.CORRECTED), from == null ? "" : from.toString()));
        store.with(to, day -> Filters.lte(search(InvoiceSearch.CORRECTED), day.toString()));
        return store.filters;
    }

    /** Those that name this invoice as preceding, or did. */
    static List<Bson> following(InvoiceView invoice) {
        return List.of(Filters.in(
                search(InvoiceSearch.PRECEDING),
                invoice.invoiceId(),
                invoice.last().document().invoiceNumber()));
    }

    private void equal(String field, @Nullable String value) {
        with(value, v -> Filters.eq(search(field), v));
    }

    private <T> void with(@Nullable T value, Function<T, Bson> filter) {
        if (value != null) {
            filters.add(filter.apply(value));
        }
    }

    private static Bson named(String part, List<String> payers) {
        Bson recipient = Filters.regex(
                search(InvoiceSearch.COUNTERPARTY), Pattern.compile(Pattern.quote(KanaText.normalised(part))));
        return payers.isEmpty() ? recipient : Filters.or(recipient, Filters.in(search(InvoiceSearch.PAYER), payers));
    }

    private static Decimal128 amount(String parameter, BigDecimal value) {
        try {
            return new Decimal128(value);
        } catch (NumberFormatException e) {
            throw new ProblemException(400, "malformed-parameter", "'" + parameter + "' is no amount of money.");
        }
    }

    private static Bson overdue(LocalDate today) {
        return Filters.and(
                Filters.eq(search(InvoiceSearch.OPEN), true), Filters.lt(search(InvoiceSearch.DUE), today.toString()));
    }

    /** In words that an index can answer, which has no entries for what is not. */
    private static Bson notOverdue(LocalDate today) {
        return Filters.or(
                Filters.eq(search(InvoiceSearch.OPEN), false),
                Filters.gte(search(InvoiceSearch.DUE), today.toString()),
                Filters.eq(search(InvoiceSearch.DUE), null));
    }

    private static Bson lacking(InvoiceQuestion.Missing what) {
        return switch (what) {
            case amount -> Filters.eq(search(InvoiceSearch.AMOUNT), null);
            case date ->
                Filters.or(Filters.eq(search(InvoiceSearch.FROM), null), Filters.eq(search(InvoiceSearch.TO), null));
            case counterparty -> Filters.eq(search(InvoiceSearch.COUNTERPARTY), null);
        };
    }
}
