package io.seikyu.command.approval;

import io.seikyu.command.decision.Refusal;
import io.seikyu.command.request.CommandOrigin;
import io.seikyu.contract.approval.ApprovalKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Who carries out what was approved, by its kind. */
public final class ApprovedWorks {
    private final Map<Of, ApprovedWork> works = new HashMap<>();

    public ApprovedWorks(List<ApprovedWork> all) {
        all.forEach(work -> {
            Of of = new Of(work.kind(), work.aboutType());
            if (works.put(of, work) != null) {
                throw new IllegalArgumentException("two carry out approvals " + of);
            }
        });
    }

    /**
     * Carries it out within the running unit of work, or nothing of it: a nested unit keeps what is done until all of it
     * is done, and forgets it with a refusal.
     *
     * @return why it does not fit any more; empty when it was done
     */
    Optional<Refusal> carryOut(ApprovalState approval, Grant grant) {
        UnitOfWork<?> attempt =
                DefaultUnitOfWork.startAndGet(CurrentUnitOfWork.get().getMessage());
        attempt.registerCorrelationDataProvider(new CommandOrigin());
        try {
            of(approval).carryOut(approval, grant);
            attempt.commit();
            return Optional.empty();
        } catch (Refusal refusal) {
            rollBack(attempt, refusal);
            return Optional.of(refusal);
        } catch (RuntimeException failure) {
            rollBack(attempt, failure);
            throw failure;
        }
    }

    void drop(ApprovalState approval, String why) {
        of(approval).drop(approval, why);
    }

    void failed(ApprovalState approval, String why) {
        of(approval).failed(approval, why);
    }

    private static void rollBack(UnitOfWork<?> unit, RuntimeException why) {
        if (unit.isActive()) {
            unit.rollback(why);
        }
    }

    private ApprovedWork of(ApprovalState approval) {
        ApprovedWork work = works.get(new Of(approval.kind(), approval.aboutType()));
        if (work == null) {
            work = works.get(new Of(approval.kind(), null));
        }
        if (work == null) {
            throw new IllegalStateException("nobody carries out " + approval.kind() + " of " + approval.about());
        }
        return work;
    }

    private record Of(ApprovalKind kind, String aboutType) {}
}
