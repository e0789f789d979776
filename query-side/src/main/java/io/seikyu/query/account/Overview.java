package io.seikyu.query.account;

import io.seikyu.contract.dunning.Tone;
import io.seikyu.projection.Answers;
import io.seikyu.projection.LiveProjection;
import io.seikyu.projection.Projections;
import io.seikyu.query.claim.ClaimProjection;
import io.seikyu.query.claim.ClaimView;
import io.seikyu.query.claim.ClaimViewStore;
import io.seikyu.query.claim.OpenItem;
import io.seikyu.query.reminder.ReminderProjection;
import io.seikyu.query.reminder.ReminderView;
import io.seikyu.query.reminder.ReminderViewStore;
import io.seikyu.web.access.TenantScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What other views know of one payer. */
final class Overview {
    private final LiveProjection<ClaimView> claims;
    private final LiveProjection<ReminderView> reminders;

    Overview(Projections projections) {
        this.claims = projections.of(ClaimProjection.class);
        this.reminders = projections.of(ReminderProjection.class);
    }

    /**
     * @param knownAt as it was known then; null: as it is known now
     */
    Known of(AccountView account, LocalDate asOf, @Nullable Instant knownAt, @Nullable Long atLeast) {
        TenantScope scope = TenantScope.of(account.clientId());
        List<OpenItem> open = new ArrayList<>();
        new Answers<>(claims).computed(atLeast, () -> {
            claims.views()
                    .forEach(
                            scope,
                            ClaimViewStore.openAfter(asOf, knownAt, account.accountId()),
                            claim -> OpenItem.of(claim, asOf, knownAt).ifPresent(open::add));
            return true;
        });
        open.sort(OpenItem.OLDEST_DUE_FIRST);
        List<ReminderView> made = new ArrayList<>();
        new Answers<>(reminders).computed(atLeast, () -> {
            reminders.views().forEach(scope, ReminderViewStore.of(account.accountId()), made::add);
            return true;
        });
        Tone tone = made.stream()
                .filter(reminder -> knownAt == null || !reminder.plannedAt().isAfter(knownAt))
                .max(Comparator.comparing(ReminderView::plannedAt).thenComparing(ReminderView::reminderId))
                .map(ReminderView::tone)
                .orElse(null);
        return new Known(open, tone);
    }

    /** @param tone of the last reminder that was decided; null before the first */
    record Known(List<OpenItem> openItems, @Nullable Tone tone) {}
}
