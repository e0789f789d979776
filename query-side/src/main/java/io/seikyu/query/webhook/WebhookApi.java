package io.seikyu.query.webhook;

import io.seikyu.contract.access.Role;
import io.seikyu.projection.Answers;
import io.seikyu.projection.Projections;
import io.seikyu.query.webhook.WebhookView.Status;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.paging.Page;
import io.seikyu.web.paging.Paging;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions about subscriptions to events. */
@RestController
@RequestMapping("/v1/webhooks")
class WebhookApi {
    private final Answers<WebhookView> answers;

    WebhookApi(Projections projections) {
        this.answers = new Answers<>(projections.of(WebhookProjection.class));
    }

    @Access({Role.OPERATOR, Role.AUDITOR, Role.CLIENT, Role.INTEGRATION})
    @GetMapping("/{id}")
    ResponseEntity<WebhookView> find(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String clientId,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy) {
        return answers.one(tenancy.scope(clientId), id, atLeast, Function.identity());
    }

    /** Those that the key may see; without {@code status} the removed ones are left out. */
    @Access({Role.OPERATOR, Role.AUDITOR, Role.CLIENT, Role.INTEGRATION})
    @GetMapping
    ResponseEntity<Page<WebhookView>> list(
            @RequestParam(required = false) @Nullable String clientId,
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy,
            Paging paging) {
        return answers.page(
                tenancy.scope(clientId), WebhookViewStore.filters(status), paging, atLeast, Function.identity());
    }
}
