package io.seikyu.command.directory;

import io.seikyu.contract.id.AccountId;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom money may be of: as the directory knows it now, or as it knew it then. */
public interface Parties {
    /** @param number of a virtual account (バーチャル口座) */
    List<String> payersByVirtualAccount(String tenant, String number);

    /**
     * Those whom a transfer's text may name, by names they have, had, or are known by.
     *
     * @param limit at most so many
     */
    List<String> payersNamedBy(String tenant, String transferText, int limit);

    /** Those that have an invoice over this amount open, yen; at most {@code limit}. */
    List<String> payersOwing(String tenant, BigDecimal amount, int limit);

    /**
     * Of all client companies, those whom a transfer may be of by its text or its virtual account.
     *
     * @param limit at most so many
     */
    List<AccountId> payersEverywhere(String transferText, @Nullable String virtualAccount, int limit);

    /** All contracts ever concluded with this payer. */
    List<String> contractsWith(String tenant, String accountId);
}
