package io.seikyu.query.bankaccount;

import io.seikyu.projection.Answers;
import io.seikyu.projection.Projections;
import io.seikyu.web.access.AnyRole;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.paging.Page;
import io.seikyu.web.paging.Paging;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions about bank accounts, and up to when what came in on them is known. */
@RestController
@RequestMapping("/v1/bank-accounts")
class BankAccountApi {
    private final Answers<BankAccountView> answers;

    BankAccountApi(Projections projections) {
        this.answers = new Answers<>(projections.of(BankAccountProjection.class));
    }

    @AnyRole
    @GetMapping("/{id}")
    ResponseEntity<BankAccountAnswer> find(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String clientId,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy) {
        return answers.one(tenancy.scope(clientId), id, atLeast, BankAccountAnswer::of);
    }

    /** Those that the key may see; the agency's own only without a client company named. */
    @AnyRole
    @GetMapping
    ResponseEntity<Page<BankAccountAnswer>> list(
            @RequestParam(required = false) @Nullable String clientId,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy,
            Paging paging) {
        return answers.page(tenancy.scope(clientId), List.of(), paging, atLeast, BankAccountAnswer::of);
    }
}
