package io.seikyu.command.bankfile;

import io.seikyu.command.request.Digests;
import io.seikyu.contract.id.BankAccountId;
import io.seikyu.contract.personal.SubjectKeys;
import io.seikyu.documents.bank.BankRecord;
import java.text.Normalizer;
import javax.crypto.SecretKey;

/**
 * What tells one transfer from another, and a file from another, as keyed digests: they stand in the log for ever, and
 * names of persons are in them.
 */
final class Identities {
    /** Whose key digests are made with; nobody's data, but kept where keys are kept. */
    private static final String DIGESTS = "agency/digests/bank-files";

    private final SubjectKeys keys;

    Identities(SubjectKeys keys) {
        this.keys = keys;
    }

    /** Of equal transfers the same one. */
    String of(BankAccountId account, BankRecord record) {
        return digest(
                account.toString(),
                record.bookedOn().toString(),
                String.valueOf(record.reference()),
                record.amount().toPlainString(),
                String.valueOf(record.payerName()));
    }

    /** @param digest SHA-256 of the file */
    String ofFile(String format, String digest) {
        return digest(format, digest);
    }

    /** Width and spaces do not count. */
    String ofName(String name) {
        return digest("name", Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}]+", ""));
    }

    private String digest(String... parts) {
        SecretKey key = keys.findOrCreate(DIGESTS);
        return Digests.keyed(key, String.join("\n", parts));
    }
}
