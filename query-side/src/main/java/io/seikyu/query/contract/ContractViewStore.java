package io.seikyu.query.contract;

import com.mongodb.client.model.Filters;
import io.seikyu.projection.ViewCollection;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** How contracts are looked for. */
final class ContractViewStore {
    private ContractViewStore() {}

    /** @param accountId the payer, in whatever version of the contract */
    static List<Bson> filters(@Nullable String accountId) {
        return accountId == null
                ? List.of()
                : List.of(Filters.eq(ViewCollection.search(ContractProjection.ACCOUNT), accountId));
    }
}
