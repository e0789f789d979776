package io.seikyu.query.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.projection.Dated;
import io.seikyu.query.contract.ContractView.Standing;
import io.seikyu.query.contract.ContractView.Termination;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contract with the terms of today.
 *
 * @param termination       absent while nobody terminated it
 * @param standingApprovals what the client company agreed to beforehand
 * @param versions          every version, in the order in which they were recorded; absent in lists
 */
public record ContractAnswer(
        String clientId,
        String contractId,
        @JsonUnwrapped ContractTerms terms,
        @Nullable Termination termination,
        List<Standing> standingApprovals,
        @Nullable List<Dated<ContractTerms>> versions) {
    static ContractAnswer row(ContractView view, LocalDate today) {
        return of(view, today, null);
    }

    static ContractAnswer whole(ContractView view, LocalDate today) {
        return of(view, today, view.versions());
    }

    private static ContractAnswer of(
            ContractView view, LocalDate today, @Nullable List<Dated<ContractTerms>> versions) {
        ContractTerms terms = Dated.on(today, view.versions());
        return new ContractAnswer(
                view.clientId(), view.contractId(), terms, view.termination(), view.standingApprovals(), versions);
    }
}
