package io.seikyu.query.account;

import io.seikyu.contract.account.AccountEvent;
import io.seikyu.contract.account.AccountEvent.AccountAmended;
import io.seikyu.contract.account.AccountEvent.AccountOpened;
import io.seikyu.contract.account.AccountEvent.ClaimMoved;
import io.seikyu.contract.account.AccountEvent.CorrespondenceRecorded;
import io.seikyu.contract.account.AccountEvent.CreditHeld;
import io.seikyu.contract.account.AccountEvent.CreditHoldLifted;
import io.seikyu.contract.account.AccountEvent.CreditReserved;
import io.seikyu.contract.account.AccountEvent.CreditScreened;
import io.seikyu.contract.account.AccountEvent.DunningHeld;
import io.seikyu.contract.account.AccountEvent.DunningHoldEnded;
import io.seikyu.contract.account.AccountEvent.InsolvencyLifted;
import io.seikyu.contract.account.AccountEvent.InsolvencyRecorded;
import io.seikyu.contract.account.AccountEvent.ReservationAssigned;
import io.seikyu.contract.account.AccountEvent.ReservationEnded;
import io.seikyu.contract.party.KanaText;
import io.seikyu.projection.Dated;
import io.seikyu.projection.Folds;
import io.seikyu.projection.Projection;
import io.seikyu.projection.Recorded;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Payers (請求先) as their client companies know them. */
public final class AccountProjection implements Projection<AccountView> {
    /** Of today and of earlier: of companies, and of those registered for consumption tax. */
    static final String NUMBERS = "numbers";
    /** Of today and of earlier, as {@link KanaText} writes them. */
    static final String NAMES = "names";

    /** Today or earlier. */
    static final String EVER_INSOLVENT = "everInsolvent";

    private static final Folds<AccountView> FOLDS = new Folds<AccountView>()
            .startingWith(AccountOpened.class, AccountProjection::opened)
            .on(AccountAmended.class, AccountProjection::amended)
            .on(ClaimMoved.class, credit(Credit::with))
            .on(CreditScreened.class, credit(Credit::with))
            .on(
                    InsolvencyRecorded.class,
                    (view, event, recorded) -> view.with(view.credit().insolvent(recorded.at())))
            .on(
                    InsolvencyLifted.class,
                    (view, event, recorded) -> view.with(view.credit().solvent(recorded.at())))
            .on(CreditHeld.class, credit((credit, event) -> credit.held(event.reason())))
            .on(CreditHoldLifted.class, credit((credit, event) -> credit.held(null)))
            .on(CreditReserved.class, credit(Credit::and))
            .on(ReservationAssigned.class, credit(Credit::with))
            .on(ReservationEnded.class, credit(Credit::without))
            .on(
                    DunningHeld.class,
                    (view, event, recorded) -> view.with(view.dealings().with(event)))
            .on(
                    DunningHoldEnded.class,
                    (view, event, recorded) -> view.with(view.dealings().with(event)))
            .on(
                    CorrespondenceRecorded.class,
                    (view, event, recorded) -> view.with(view.dealings().with(event)))
            .ignoring(AccountEvent.class);

    @Override
    public String name() {
        return "account";
    }

    @Override
    public int revision() {
        return 7;
    }

    @Override
    public String streamType() {
        return "account";
    }

    @Override
    public Class<AccountView> view() {
        return AccountView.class;
    }

    @Override
    public Folds<AccountView> folds() {
        return FOLDS;
    }

    @Override
    public Map<String, Object> search(AccountView view) {
        return Map.of(
                NUMBERS,
                numbers(view),
                NAMES,
                names(view),
                EVER_INSOLVENT,
                !view.credit().insolvencies().isEmpty());
    }

    private static List<String> numbers(AccountView view) {
        return view.versions().stream()
                .map(Dated::content)
                .flatMap(details -> Stream.of(details.corporateNumber(), details.registrationNumber()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static List<String> names(AccountView view) {
        return view.versions().stream()
                .flatMap(version -> AccountView.names(version.content()).stream())
                .map(KanaText::normalised)
                .distinct()
                .toList();
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(List.of(NUMBERS), List.of(NAMES), List.of(EVER_INSOLVENT));
    }

    private static AccountView opened(AccountOpened event, Recorded recorded) {
        return new AccountView(
                event.clientId(),
                event.accountId(),
                Dated.first(event.details(), recorded),
                Credit.UNKNOWN,
                Dealings.NONE);
    }

    private static AccountView amended(AccountView view, AccountAmended event, Recorded recorded) {
        return new AccountView(
                view.clientId(),
                view.accountId(),
                Dated.and(view.versions(), event.effectiveFrom(), event.reason(), event.details(), recorded),
                view.credit(),
                view.dealings());
    }

    private static <E> Folds.Step<AccountView, E> credit(BiFunction<Credit, E, Credit> change) {
        return (view, event, recorded) -> view.with(change.apply(view.credit(), event));
    }
}
