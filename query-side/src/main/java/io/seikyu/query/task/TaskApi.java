package io.seikyu.query.task;

import io.seikyu.projection.Answers;
import io.seikyu.projection.Projections;
import io.seikyu.query.task.TaskViewStore.Question;
import io.seikyu.web.access.AnyRole;
import io.seikyu.web.access.Caller;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.event.Visibility;
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

/** Questions about what people have to do. */
@RestController
@RequestMapping("/v1/tasks")
class TaskApi {
    private final Answers<TaskView> answers;

    TaskApi(Projections projections) {
        this.answers = new Answers<>(projections.of(TaskProjection.class));
    }

    @AnyRole
    @GetMapping("/{id}")
    ResponseEntity<TaskView> find(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String clientId,
            @RequestParam(required = false) @Nullable Long atLeast,
            Caller caller,
            Tenancy tenancy) {
        Visibility.refuseInternal("task", id, caller);
        return answers.one(tenancy.scope(clientId), id, atLeast, Function.identity());
    }

    /** Those that the key may see and that fit the question; without {@code state} those that wait. */
    @AnyRole
    @GetMapping
    ResponseEntity<Page<TaskView>> list(
            @ParameterObject Question question,
            @RequestParam(required = false) @Nullable Long atLeast,
            Caller caller,
            Tenancy tenancy,
            Paging paging) {
        return answers.page(
                tenancy.scope(question.clientId()),
                TaskViewStore.filters(question, caller),
                paging,
                atLeast,
                Function.identity());
    }
}
