package io.seikyu.command.directory;

import io.seikyu.command.matching.NameKeys;
import io.seikyu.command.request.Digests;
import io.seikyu.contract.account.AccountDetails;
import io.seikyu.contract.personal.SubjectKeys;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By what a payer can be found. Names and numbers are kept as keyed digests only: who reads the list learns nobody's
 * name from it.
 */
public final class PartyKeys {
    /** Whose key digests are made with; nobody's data, but kept where keys are kept. */
    private static final String DIGESTS = "agency/digests/directory";

    private final SubjectKeys keys;

    PartyKeys(SubjectKeys keys) {
        this.keys = keys;
    }

    String ofId(String accountId) {
        return digest("id", accountId);
    }

    String ofCorporateNumber(String number) {
        return digest("corporate-number", number);
    }

    String ofRegistrationNumber(String number) {
        return digest("registration-number", number.strip().toUpperCase(Locale.ROOT));
    }

    /** Width, spaces and the ways to write 株式会社 do not count. */
    String ofName(String name) {
        String folded = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}]+", "")
                .replace("(株)", "株式会社")
                .replace("(有)", "有限会社")
                .replace("(同)", "合同会社")
                .toUpperCase(Locale.ROOT);
        return digest("name", folded);
    }

    /** @param number of a virtual account (バーチャル口座) */
    String ofVirtualAccount(String number) {
        return digest("virtual-account", number.strip());
    }

    /** By which a payer is found whose name, now or before, this is; also where a bank writes it. */
    Set<String> ofPayerName(String name) {
        return digests(NameKeys.ofName(name));
    }

    String ofAlias(String name) {
        return digest("payer-name", NameKeys.ofAlias(name));
    }

    /** Those of the payers whom a transfer may be of, by its text or its virtual account. */
    public Set<String> ofTransfer(String text, @Nullable String virtualAccount) {
        Set<String> all = isLegible(text) ? digests(NameKeys.ofTransfer(text)) : new LinkedHashSet<>();
        if (virtualAccount != null) {
            all.add(ofVirtualAccount(virtualAccount));
        }
        return all;
    }

    private Set<String> digests(Set<String> names) {
        Set<String> all = new LinkedHashSet<>();
        names.forEach(name -> all.add(digest("payer-name", name)));
        return all;
    }

    private String digest(String kind, String value) {
        return Digests.keyed(keys.findOrCreate(DIGESTS), kind + "\n" + value);
    }

    /** All by which {@code details} let this account be found. */
    Set<String> of(String accountId, AccountDetails details) {
        Set<String> all = new LinkedHashSet<>();
        all.add(ofId(accountId));
        if (details.corporateNumber() != null) {
            all.add(ofCorporateNumber(details.corporateNumber()));
        }
        String registered = details.registrationNumber();
        if (registered != null) {
            all.add(ofRegistrationNumber(registered));
            if (details.corporate() && registered.startsWith("T")) {
                all.add(ofCorporateNumber(registered.substring(1)));
            }
        }
        if (isLegible(details.name())) {
            all.add(ofName(details.name()));
        }
        payerNames(details).forEach(name -> all.addAll(ofPayerName(name)));
        if (details.virtualAccount() != null) {
            all.add(ofVirtualAccount(details.virtualAccount()));
        }
        return all;
    }

    private static List<String> payerNames(AccountDetails details) {
        List<String> names = new ArrayList<>();
        names.add(details.name());
        names.add(details.nameKana());
        names.addAll(details.payerNames() == null ? List.of() : details.payerNames());
        return names.stream().filter(PartyKeys::isLegible).toList();
    }

    static boolean isLegible(String name) {
        return name != null && !name.equals("[erased]");
    }
}
