package io.seikyu.query.message;

import io.seikyu.contract.access.Role;
import io.seikyu.projection.Answers;
import io.seikyu.projection.Projections;
import io.seikyu.query.message.MessageViewStore.Question;
import io.seikyu.query.sending.SendingProjection;
import io.seikyu.query.sending.Stopped;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.paging.Page;
import io.seikyu.web.paging.Paging;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions about messages to the outside: what is held, failed or in doubt is found here. */
@RestController
@RequestMapping("/v1/messages")
class MessageApi {
    private final Answers<MessageView> answers;
    private final Projections projections;

    MessageApi(Projections projections) {
        this.answers = new Answers<>(projections.of(MessageProjection.class));
        this.projections = projections;
    }

    @Access({Role.OPERATOR, Role.REVIEWER, Role.AUDITOR})
    @GetMapping("/{id}")
    ResponseEntity<MessageAnswer> find(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String clientId,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy) {
        return answers.one(tenancy.scope(clientId), id, atLeast, view -> MessageAnswer.of(view, stopped()));
    }

    @Access({Role.OPERATOR, Role.REVIEWER, Role.AUDITOR})
    @GetMapping
    ResponseEntity<Page<MessageAnswer>> list(
            @ParameterObject Question question,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy,
            Paging paging) {
        Stopped stopped = stopped();
        return answers.page(
                tenancy.scope(question.clientId()),
                MessageViewStore.filters(question, stopped),
                paging,
                atLeast,
                view -> MessageAnswer.of(view, stopped));
    }

    private Stopped stopped() {
        return Stopped.in(projections.of(SendingProjection.class));
    }
}
