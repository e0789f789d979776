package io.seikyu.query.account;

import io.seikyu.contract.access.Role;
import io.seikyu.contract.account.AccountDetails;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.party.CorporateNumber;
import io.seikyu.projection.Answers;
import io.seikyu.projection.Dated;
import io.seikyu.projection.LiveProjection;
import io.seikyu.projection.Projections;
import io.seikyu.projection.ViewCollection;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.problem.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions about credit that people of the agency ask: answers tell of scores, sources and other client companies. */
@RestController
class CreditFileApi {
    private static final int MOST = 500;

    private final Answers<CreditFileView> files;
    private final Answers<AccountView> accounts;
    private final LiveProjection<AccountView> views;
    private final BusinessDay day;

    CreditFileApi(Projections projections, BusinessDay day) {
        this.files = new Answers<>(projections.of(CreditFileProjection.class));
        this.views = projections.of(AccountProjection.class);
        this.accounts = new Answers<>(views);
        this.day = day;
    }

    /** Screenings with all that explains them, signals, early warnings and measures. */
    @Access({Role.OPERATOR, Role.REVIEWER, Role.CREDIT, Role.AUDITOR, Role.ANALYST})
    @GetMapping("/v1/accounts/{id}/credit")
    ResponseEntity<CreditFileView> file(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String clientId,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy) {
        return files.one(tenancy.scope(clientId), id, atLeast, Function.identity());
    }

    /** What is at risk with one company (法人番号) over all client companies that the key may see. */
    @Access({Role.OPERATOR, Role.REVIEWER, Role.CREDIT, Role.AUDITOR, Role.ANALYST})
    @GetMapping("/v1/companies/{number}/exposure")
    ResponseEntity<CompanyExposure> exposure(
            @PathVariable String number, @RequestParam(required = false) @Nullable Long atLeast, Tenancy tenancy) {
        if (!CorporateNumber.isValid(number)) {
            throw ProblemException.notFound("company", number);
        }
        LocalDate today = day.today();
        return accounts.computed(atLeast, () -> CompanyExposure.of(number, payers(number, tenancy, today), today));
    }

    private List<AccountView> payers(String number, Tenancy tenancy, LocalDate today) {
        return views
                .views()
                .list(
                        tenancy.scope(),
                        List.of(new Document(ViewCollection.search(AccountProjection.NUMBERS), number)),
                        null,
                        MOST)
                .stream()
                .map(ViewCollection.Found::view)
                .filter(view -> number.equals(details(view, today).corporateNumber()))
                .toList();
    }

    private static AccountDetails details(AccountView view, LocalDate today) {
        return Dated.on(today, view.versions());
    }

    /**
     * @param exposure yen, the sum over {@code payers}
     * @param payers   accounts of this company today, of at most 500 client companies
     */
    record CompanyExposure(String corporateNumber, BigDecimal exposure, List<Payer> payers) {
        static CompanyExposure of(String number, List<AccountView> views, LocalDate today) {
            List<Payer> payers =
                    views.stream().map(view -> Payer.of(view, today)).toList();
            BigDecimal sum =
                    payers.stream().map(payer -> payer.exposure().total()).reduce(BigDecimal.ZERO, BigDecimal::add);
            return new CompanyExposure(number, sum, payers);
        }
    }

    record Payer(String clientId, String accountId, boolean insolvent, ExposureAnswer exposure) {
        static Payer of(AccountView view, LocalDate today) {
            return new Payer(
                    view.clientId(),
                    view.accountId(),
                    view.credit().insolvent(),
                    ExposureAnswer.of(view.credit(), today));
        }
    }
}
