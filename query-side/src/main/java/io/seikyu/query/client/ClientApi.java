package io.seikyu.query.client;

import io.seikyu.contract.calendar.BusinessDay;
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

/** Questions about client companies. */
@RestController
@RequestMapping("/v1/clients")
class ClientApi {
    private final Answers<ClientView> answers;
    private final BusinessDay day;

    ClientApi(Projections projections, BusinessDay day) {
        this.answers = new Answers<>(projections.of(ClientProjection.class));
        this.day = day;
    }

    /** One with all its versions. */
    @AnyRole
    @GetMapping("/{id}")
    ResponseEntity<ClientAnswer> find(
            @PathVariable String id, Tenancy tenancy, @RequestParam(required = false) @Nullable Long atLeast) {
        return answers.one(tenancy.scope(), id, atLeast, view -> ClientAnswer.whole(view, day.today()));
    }

    /** Those that the key may see. */
    @AnyRole
    @GetMapping
    ResponseEntity<Page<ClientAnswer>> list(
            @RequestParam(required = false) @Nullable String clientId,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy,
            Paging paging) {
        return answers.page(
                tenancy.scope(clientId), List.of(), paging, atLeast, view -> ClientAnswer.row(view, day.today()));
    }
}
