package io.seikyu.query.sending;

import io.seikyu.contract.access.Role;
import io.seikyu.contract.id.SwitchId;
import io.seikyu.projection.Answers;
import io.seikyu.projection.LiveProjection;
import io.seikyu.projection.Projections;
import io.seikyu.projection.ViewCollection.Found;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.access.TenantScope;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whether messages leave, and if not, why. */
@RestController
class SendingApi {
    private static final int MOST = 500;

    private final LiveProjection<SendingView> switches;
    private final Answers<SendingView> answers;

    SendingApi(Projections projections) {
        this.switches = projections.of(SendingProjection.class);
        this.answers = new Answers<>(switches);
    }

    @Access({Role.OPERATOR, Role.REVIEWER, Role.AUDITOR})
    @GetMapping("/v1/sending")
    ResponseEntity<SendingAnswer> find(
            @RequestParam(required = false) @Nullable String clientId,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy) {
        TenantScope scope = tenancy.scope(clientId);
        return answers.computed(atLeast, () -> {
            SendingView agency =
                    switches.views().list(TenantScope.of(SwitchId.ofAgency().tenant()), List.of(), null, 1).stream()
                            .map(Found::view)
                            .findFirst()
                            .orElse(null);
            List<SendingView> stopped =
                    switches.views().list(scope, List.of(SendingViewStore.off()), null, MOST).stream()
                            .map(Found::view)
                            .filter(view -> view.clientId() != null)
                            .toList();
            return SendingAnswer.of(agency, stopped);
        });
    }
}
