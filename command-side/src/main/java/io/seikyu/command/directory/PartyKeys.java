package io.seikyu.command.directory;

import io.seikyu.command.request.Digests;
import io.seikyu.contract.account.AccountDetails;
import io.seikyu.contract.personal.SubjectKeys;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * By what a payer can be found. Names and numbers are kept as keyed digests only: who reads the list learns nobody's
 * name from it.
 */
final class PartyKeys {
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
        if (details.name() != null && !details.name().equals("[erased]")) {
            all.add(ofName(details.name()));
        }
        return all;
    }
}
