package io.seikyu.command.approval;

import io.seikyu.command.decision.Refusal;
import io.seikyu.command.request.CommandOrigin;
import io.seikyu.contract.approval.ApprovalKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Who carries out what was approved, by its kind. */
public final class ApprovedWorks {
    private final Map<ApprovalKind, ApprovedWork> works = new EnumMap<>(ApprovalKind.class);

    public ApprovedWorks(List<ApprovedWork> all) {
        all.forEach(work -> {
            if (works.put(work.kind(), work) != null) {
                throw new IllegalArgumentException("approvals of " + work.kind() + " have two who carry them out");
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

    private static void rollBack(UnitOfWork<?> unit, RuntimeException why) {
        if (unit.isActive()) {
            unit.rollback(why);
        }
    }

    private ApprovedWork of(ApprovalState approval) {
        ApprovedWork work = works.get(approval.kind());
        if (work == null) {
            throw new IllegalStateException("nobody carries out approvals of " + approval.kind());
        }
        return work;
    }
}
