package io.seikyu.query.ageing;

import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.projection.Answers;
import io.seikyu.projection.Dated;
import io.seikyu.projection.LiveProjection;
import io.seikyu.projection.Projections;
import io.seikyu.query.account.AccountProjection;
import io.seikyu.query.account.AccountView;
import io.seikyu.query.claim.ClaimProjection;
import io.seikyu.query.claim.ClaimView;
import io.seikyu.query.claim.ClaimViewStore;
import io.seikyu.query.csv.CsvFile;
import io.seikyu.query.csv.Download;
import io.seikyu.web.access.AnyRole;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.access.TenantScope;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ageing of receivables (売掛金年齢表) at the end of any day, as it is known today or was known at any moment. */
@RestController
class AgeingApi {
    private final LiveProjection<ClaimView> claims;
    private final Answers<ClaimView> answers;
    private final LiveProjection<AccountView> accounts;
    private final BusinessDay day;

    AgeingApi(Projections projections, BusinessDay day) {
        this.claims = projections.of(ClaimProjection.class);
        this.answers = new Answers<>(claims);
        this.accounts = projections.of(AccountProjection.class);
        this.day = day;
    }

    /**
     * Principal that was open at the end of {@code asOf}, by days since the due date. A payment that was undone is undone
     * on its own day, unless {@code knownAt} is before that was known.
     *
     * @param asOf    business day; absent: today
     * @param knownAt absent: as known now
     */
    @AnyRole
    @GetMapping("/v1/ageing")
    ResponseEntity<Ageing.Answer> ageing(
            @RequestParam(required = false) @Nullable String clientId,
            @RequestParam(required = false) @Nullable String accountId,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy) {
        return answers.computed(atLeast, () -> {
            LocalDate end = asOf == null ? day.today() : asOf;
            Ageing ageing = new Ageing(end, knownAt, accountId != null);
            claims.views()
                    .forEach(tenancy.scope(clientId), ClaimViewStore.openAfter(end, knownAt, accountId), ageing::add);
            return ageing.answer();
        });
    }

    /** The same as a table, one row for each payer, with the names that they have now. */
    @AnyRole
    @GetMapping(path = "/v1/ageing", produces = CsvFile.MEDIA_TYPE)
    void table(
            @RequestParam(required = false) @Nullable String clientId,
            @RequestParam(required = false) @Nullable String accountId,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy,
            HttpServletResponse response)
            throws IOException {
        ResponseEntity<Ageing.Answer> computed = ageing(clientId, accountId, asOf, knownAt, atLeast, tenancy);
        Ageing.Answer answer = Objects.requireNonNull(computed.getBody());
        Download.begin(response, computed, "ageing-" + answer.asOf() + ".csv", CsvFile.CONTENT_TYPE);
        CsvFile file = new CsvFile(response.getOutputStream(), Ageing.Row.COLUMNS);
        for (Ageing.Row row : answer.accounts()) {
            file.row(row.cells(name(row)));
        }
        file.flush();
    }

    private @Nullable String name(Ageing.Row row) {
        return accounts.views().find(TenantScope.of(row.clientId()), "account", row.accountId()).stream()
                .findFirst()
                .map(found -> Dated.on(day.today(), found.view().versions()).name())
                .orElse(null);
    }
}
