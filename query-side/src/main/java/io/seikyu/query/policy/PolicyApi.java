package io.seikyu.query.policy;

import io.seikyu.contract.access.Role;
import io.seikyu.contract.policy.PolicyId;
import io.seikyu.contract.policy.PolicyKind;
import io.seikyu.contract.policy.ShippedPolicies;
import io.seikyu.projection.Answers;
import io.seikyu.projection.Projections;
import io.seikyu.query.policy.PolicyView.Version;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.Caller;
import io.seikyu.web.access.TenantScope;
import io.seikyu.web.paging.Page;
import io.seikyu.web.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions about policies: asked by people of the agency who may act for every client company. */
@RestController
@RequestMapping("/v1/policies/{kind}/{id}")
class PolicyApi {
    private final Answers<PolicyView> answers;

    PolicyApi(Projections projections) {
        this.answers = new Answers<>(projections.of(PolicyProjection.class));
    }

    /** The version that holds, or another one that is kept. */
    @Access({Role.OPERATOR, Role.REVIEWER, Role.CREDIT, Role.AUDITOR})
    @GetMapping
    ResponseEntity<PolicyAnswer> find(
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable Long atLeast,
            Caller caller) {
        return answer(kind, id, atLeast, caller, view -> PolicyAnswer.whole(view, version(view, version)));
    }

    /** The newest first. */
    @Access({Role.OPERATOR, Role.REVIEWER, Role.CREDIT, Role.AUDITOR})
    @GetMapping("/versions")
    ResponseEntity<Page<PolicyAnswer>> versions(
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Long atLeast,
            Caller caller) {
        return answer(kind, id, atLeast, caller, PolicyApi::rows);
    }

    /** What is shipped holds while nobody published anything, so it is found as if it had been. */
    private <T> ResponseEntity<T> answer(
            String kind, String name, @Nullable Long atLeast, Caller caller, Function<PolicyView, T> answer) {
        PolicyKind known =
                PolicyKind.of(kind).filter(one -> one != PolicyKind.TEMPLATE).orElseThrow(() -> unknown(kind, name));
        if (!caller.grants().isEmpty()) {
            throw unknown(kind, name);
        }
        return answers.oneOr(TenantScope.all(), known.path() + "." + name, atLeast, () -> shipped(known, name), answer);
    }

    private static Optional<PolicyView> shipped(PolicyKind kind, String name) {
        return ShippedPolicies.find(kind)
                .filter(text -> name.equals(PolicyId.IN_FORCE))
                .map(text -> new PolicyView(kind.path(), name, List.of(new Version(0, text, null, null))));
    }

    private static Version version(PolicyView view, @Nullable Integer version) {
        return version == null
                ? view.latest()
                : view.versions().stream()
                        .filter(one -> one.version() == version)
                        .findFirst()
                        .orElseThrow(() -> unknown(view.kind(), view.name() + "@" + version));
    }

    private static Page<PolicyAnswer> rows(PolicyView view) {
        List<Version> versions = new ArrayList<>(view.versions());
        Collections.reverse(versions);
        return new Page<>(
                versions.stream().map(one -> PolicyAnswer.row(view, one)).toList(), null);
    }

    private static ProblemException unknown(String kind, String name) {
        return ProblemException.notFound("policy", kind + "/" + name);
    }
}
