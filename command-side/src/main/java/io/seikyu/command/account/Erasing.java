package io.seikyu.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.account.ErasureDesk.Kept;
import io.seikyu.command.account.ErasureDesk.OnFile;
import io.seikyu.command.decision.Refusal;
import io.seikyu.contract.account.AccountCommand;
import io.seikyu.contract.account.AccountCommand.AmendAccount;
import io.seikyu.contract.account.AccountCommand.ErasePersonalData;
import io.seikyu.contract.account.AccountCommand.HoldDunning;
import io.seikyu.contract.account.AccountCommand.JudgeSignal;
import io.seikyu.contract.account.AccountCommand.RecordCorrespondence;
import io.seikyu.contract.account.AccountCommand.RecordSignal;
import io.seikyu.contract.account.AccountCommand.ReserveCredit;
import io.seikyu.contract.account.AccountCommand.ScreenAccount;
import io.seikyu.contract.account.AccountCommand.TakeMeasure;
import io.seikyu.contract.account.AccountEvent.PersonalDataErased;
import io.seikyu.contract.id.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What is known of the persons at a payer's is erased (個人情報の消去), once nothing with it is under way and the law
 * keeps nothing of it any more. A payer without such records is erased at once.
 */
final class Erasing {
    /** What people do with a payer; none of it makes sense with one whom nobody knows any more. */
    private static final Set<Class<? extends AccountCommand>> OF_PEOPLE = Set.of(
            AmendAccount.class,
            ReserveCredit.class,
            HoldDunning.class,
            RecordCorrespondence.class,
            RecordSignal.class,
            JudgeSignal.class,
            ScreenAccount.class,
            TakeMeasure.class);

    private Erasing() {}

    /** What is erased already is not erased twice. */
    static void erase(CustomerAccount account, ErasePersonalData command, ErasureDesk desk) {
        if (account.isErased()) {
            return;
        }
        AccountId payer = account.id();
        OnFile onFile = desk.look(payer, command.today());
        refuseUnderWay(account, onFile);
        Kept kept = onFile.last();
        if (kept != null && !kept.until().isBefore(command.today())) {
            throw Refusal.conflict(
                            "kept-by-law",
                            "the law keeps records of this payer until " + kept.until() + ", the last of them "
                                    + kept.stream() + " of " + kept.on() + "; nothing was erased")
                    .with("keptUntil", kept.until())
                    .with("because", kept.stream());
        }
        desk.number();
        apply(new PersonalDataErased(payer.tenant(), payer.value(), command.reason(), onFile.subjects()));
    }

    private static void refuseUnderWay(CustomerAccount account, OnFile onFile) {
        List<String> underWay = new ArrayList<>(onFile.underWay());
        account.book().claims().open().forEach(claim -> underWay.add("invoice " + claim.invoiceId() + " is open"));
        if (!underWay.isEmpty()) {
            throw Refusal.conflict(
                            "account-in-use",
                            "this payer is still dealt with: " + underWay.get(0)
                                    + (underWay.size() == 1 ? "" : ", and " + (underWay.size() - 1) + " more"))
                    .with("underWay", underWay.stream().distinct().sorted().toList());
        }
    }

    static void refuseIfErased(CustomerAccount account, AccountCommand command) {
        if (OF_PEOPLE.contains(command.getClass())) {
            refuseIfErased(account);
        }
    }

    static void refuseIfErased(CustomerAccount account) {
        if (account.isErased()) {
            throw Refusal.conflict("account-erased", "what was known of this payer's persons was erased; open another");
        }
    }
}
