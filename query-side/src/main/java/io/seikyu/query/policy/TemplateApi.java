package io.seikyu.query.policy;

import io.seikyu.contract.access.Role;
import io.seikyu.contract.policy.PolicyKind;
import io.seikyu.contract.template.ShippedTemplates;
import io.seikyu.projection.Answers;
import io.seikyu.projection.Projections;
import io.seikyu.query.policy.PolicyView.Version;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.Caller;
import io.seikyu.web.access.TenantScope;
import io.seikyu.web.paging.Page;
import io.seikyu.web.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions about the texts of messages (文例): asked by people of the agency who may act for every client company. */
@RestController
@RequestMapping("/v1/templates")
class TemplateApi {
    private final Answers<PolicyView> answers;

    TemplateApi(Projections projections) {
        this.answers = new Answers<>(projections.of(PolicyProjection.class));
    }

    /** The names there are: those of the texts that are shipped. */
    @Access({Role.OPERATOR, Role.REVIEWER, Role.AUDITOR})
    @GetMapping
    Page<String> names() {
        return new Page<>(List.copyOf(ShippedTemplates.names()), null);
    }

    /** The text that is in force. */
    @Access({Role.OPERATOR, Role.REVIEWER, Role.AUDITOR})
    @GetMapping("/{name}")
    ResponseEntity<PolicyAnswer> find(
            @PathVariable String name, @RequestParam(required = false) @Nullable Long atLeast, Caller caller) {
        if (!ShippedTemplates.names().contains(name) || !caller.grants().isEmpty()) {
            throw ProblemException.notFound("template", name);
        }
        String kind = PolicyKind.TEMPLATE.path();
        Version shipped = new Version(0, ShippedTemplates.text(name), null, null);
        return answers.oneOr(
                TenantScope.all(),
                kind + "." + name,
                atLeast,
                () -> Optional.of(new PolicyView(kind, name, List.of(shipped))),
                view -> PolicyAnswer.whole(view, view.latest()));
    }
}
