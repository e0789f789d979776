package io.seikyu.query.invoice;

import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.projection.Answers;
import io.seikyu.projection.LiveProjection;
import io.seikyu.projection.Projections;
import io.seikyu.projection.ViewCollection.Found;
import io.seikyu.query.account.AccountProjection;
import io.seikyu.query.account.AccountView;
import io.seikyu.query.account.Payers;
import io.seikyu.query.csv.CsvFile;
import io.seikyu.query.csv.Download;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.access.TenantScope;
import io.seikyu.web.paging.Page;
import io.seikyu.web.paging.Paging;
import io.seikyu.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The invoices that a question is about, page by page or all of them as a file. */
@Component
final class InvoiceList {
    private static final int AT_ONCE = 500;

    private final LiveProjection<InvoiceView> invoices;
    private final Answers<InvoiceView> answers;
    private final Answers<AccountView> accounts;
    private final Payers payers;
    private final BusinessDay day;
    private final JsonMapper json;

    InvoiceList(Projections projections, BusinessDay day, JsonMapper json) {
        this.json = json;
        this.invoices = projections.of(InvoiceProjection.class);
        this.answers = new Answers<>(invoices);
        this.accounts = new Answers<>(projections.of(AccountProjection.class));
        this.payers = new Payers(projections);
        this.day = day;
    }

    /**
     * @param asked   by whom, up to which position
     * @param further filters beside those of the question
     */
    <T> ResponseEntity<Page<T>> page(Asked asked, List<Bson> further, Paging paging, Function<InvoiceView, T> row) {
        return answers.page(asked.scope(), filters(asked, further), paging, asked.atLeast, row);
    }

    /**
     * All of them as a table, in the order of clients and ids.
     *
     * @param rows any number of each
     */
    void table(
            Asked asked,
            List<Bson> further,
            String name,
            List<String> columns,
            Function<InvoiceView, List<List<@Nullable Object>>> rows,
            HttpServletResponse response)
            throws IOException {
        List<Bson> filters = begin(asked, further, name + ".csv", CsvFile.CONTENT_TYPE, response);
        CsvFile file = new CsvFile(response.getOutputStream(), columns);
        each(asked, filters, file::flush, view -> {
            for (List<@Nullable Object> row : rows.apply(view)) {
                file.row(row);
            }
        });
    }

    /** All of them, each as a line of JSON, in the order of clients and ids. */
    void lines(
            Asked asked, List<Bson> further, String name, Function<InvoiceView, ?> line, HttpServletResponse response)
            throws IOException {
        List<Bson> filters = begin(asked, further, name + ".ndjson", MediaType.APPLICATION_NDJSON_VALUE, response);
        OutputStream out = response.getOutputStream();
        each(asked, filters, out::flush, view -> {
            out.write(json.writeValueAsBytes(line.apply(view)));
            out.write('\n');
        });
    }

    /** What may be refused is refused before anything is written. */
    private List<Bson> begin(Asked asked, List<Bson> further, String name, String type, HttpServletResponse response) {
        List<Bson> filters = filters(asked, further);
        Download.begin(response, answers.computed(asked.atLeast, () -> true), name, type);
        return filters;
    }

    private void each(Asked asked, List<Bson> filters, Flushable out, Writer writer) throws IOException {
        String after = null;
        List<Found<InvoiceView>> found;
        do {
            found = invoices.views().list(asked.scope(), filters, after, AT_ONCE);
            for (Found<InvoiceView> one : found) {
                writer.write(one.view());
                after = one.stream();
            }
            out.flush();
        } while (found.size() == AT_ONCE);
    }

    @FunctionalInterface
    private interface Writer {
        void write(InvoiceView view) throws IOException;
    }

    private List<Bson> filters(Asked asked, List<Bson> further) {
        List<Bson> filters = new ArrayList<>(InvoiceViewStore.filters(asked.question, called(asked), day.today()));
        filters.addAll(further);
        return filters;
    }

    private List<String> called(Asked asked) {
        String counterparty = asked.question.counterparty();
        if (counterparty == null) {
            return List.of();
        }
        if (counterparty.indexOf('\0') >= 0) {
            throw new ProblemException(400, "malformed-parameter", "'counterparty' holds a control character.");
        }
        List<String> called = accounts.computed(asked.atLeast, () -> payers.called(asked.scope(), counterparty))
                .getBody();
        return called == null ? List.of() : called;
    }

    record Asked(
            InvoiceQuestion question,
            Tenancy tenancy,
            @Nullable Long atLeast) {
        TenantScope scope() {
            return tenancy.scope(question.clientId());
        }
    }
}
