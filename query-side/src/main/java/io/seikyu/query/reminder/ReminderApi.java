package io.seikyu.query.reminder;

import io.seikyu.projection.Answers;
import io.seikyu.projection.Projections;
import io.seikyu.query.claim.ClaimProjection;
import io.seikyu.query.reminder.ReminderViewStore.Question;
import io.seikyu.web.access.AnyRole;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.paging.Page;
import io.seikyu.web.paging.Paging;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions about contacts with payers. */
@RestController
@RequestMapping("/v1/reminders")
class ReminderApi {
    private final Answers<ReminderView> answers;
    private final Answers<SuppressionView> silence;
    private final Suppressions suppressions;

    ReminderApi(Projections projections) {
        this.answers = new Answers<>(projections.of(ReminderProjection.class));
        this.silence = new Answers<>(projections.of(SuppressionProjection.class));
        this.suppressions =
                new Suppressions(projections.of(SuppressionProjection.class), projections.of(ClaimProjection.class));
    }

    @AnyRole
    @GetMapping("/{id}")
    ResponseEntity<ReminderView> find(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String clientId,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy) {
        return answers.one(tenancy.scope(clientId), id, atLeast, Function.identity());
    }

    /** Those that the key may see and that fit the question; SUPPRESSED ones only where they are asked for. */
    @AnyRole
    @GetMapping
    ResponseEntity<Page<ReminderView>> list(
            @ParameterObject Question question,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy,
            Paging paging) {
        if (question.state() == ReminderView.State.SUPPRESSED) {
            return silence.computed(
                    atLeast, () -> suppressions.page(tenancy.scope(question.clientId()), question, paging));
        }
        return answers.page(
                tenancy.scope(question.clientId()),
                ReminderViewStore.filters(question),
                paging,
                atLeast,
                Function.identity());
    }
}
