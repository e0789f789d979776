package io.seikyu.command.directory;

import io.seikyu.command.work.WorkList;
import io.seikyu.contract.contract.ContractEvent.ContractConcluded;
import io.seikyu.projection.Folds;
import java.util.List;
import java.util.Map;

/** Contracts by their payers, which never change; what they say is asked of the contract. */
final class KnownContracts implements WorkList<KnownContracts.KnownContract> {
    static final String ACCOUNT = "accountId";

    private static final Folds<KnownContract> FOLDS = new Folds<KnownContract>()
            .startingWith(
                    ContractConcluded.class,
                    (event, recorded) ->
                            new KnownContract(event.contractId(), event.terms().accountId()));

    @Override
    public String name() {
        return "known-contracts";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public String streamType() {
        return "contract";
    }

    @Override
    public Class<KnownContract> view() {
        return KnownContract.class;
    }

    @Override
    public Folds<KnownContract> folds() {
        return FOLDS;
    }

    @Override
    public Map<String, Object> search(KnownContract view) {
        return Map.of(ACCOUNT, view.accountId());
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(List.of(ACCOUNT));
    }

    record KnownContract(String contractId, String accountId) {}
}
