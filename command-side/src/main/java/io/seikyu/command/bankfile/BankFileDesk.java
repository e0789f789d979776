package io.seikyu.command.bankfile;

import io.seikyu.command.bank.BankAccountState;
import io.seikyu.contract.bank.BankFileFormat;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.job.InputRow;
import io.seikyu.documents.bank.AccountNumber;
import io.seikyu.documents.bank.BankFileRefusedException;
import io.seikyu.documents.bank.BankFiles;
import io.seikyu.documents.bank.BankStatement;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.problem.Fault;
import io.seikyu.web.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a file and finds the accounts it tells of; says everything that is wrong before anything is stored. */
final class BankFileDesk {
    private static final String CODE = "unusable-bank-file";

    private final BankFileAccounts accounts;
    private final Identities identities;
    private final BusinessDay day;

    BankFileDesk(BankFileAccounts accounts, Identities identities, BusinessDay day) {
        this.accounts = accounts;
        this.identities = identities;
        this.day = day;
    }

    /**
     * @param hash          SHA-256 of the file
     * @param bankAccountId the account the caller says it tells of, or null
     * @throws ProblemException 422 with every fault
     */
    Filed read(BankFileFormat format, byte[] file, String hash, @Nullable String bankAccountId, Tenancy tenancy) {
        List<BankStatement> statements = statements(format, file);
        String digest = identities.ofFile(format.word(), hash);
        BankFileRows rows = new BankFileRows(format, digest, identities);
        List<Fault> faults = new ArrayList<>();
        String tenant = null;
        for (BankStatement statement : statements) {
            Optional<BankAccountState> account = account(statement, bankAccountId, tenancy, faults);
            if (account.isPresent()) {
                if (tenant != null && !tenant.equals(account.get().clientId())) {
                    faults.add(new Fault(
                            pointer(statement),
                            "several-owners",
                            "is of another owner than the account before: send what belongs to each by itself"));
                }
                tenant = account.get().clientId();
                rows.add(account.get(), statement);
            }
        }
        if (!faults.isEmpty()) {
            throw refused(faults);
        }
        if (rows.rows().isEmpty()) {
            throw new ProblemException(422, "empty-file", "There is no movement in this file, and it names no day.");
        }
        return new Filed(tenant, digest, rows.rows());
    }

    private List<BankStatement> statements(BankFileFormat format, byte[] file) {
        try {
            return BankFiles.read(format, file, day.today());
        } catch (BankFileRefusedException refused) {
            throw refused(refused.faults().stream()
                    .map(fault -> new Fault(fault.pointer(), fault.code(), fault.message()))
                    .toList());
        }
    }

    private Optional<BankAccountState> account(
            BankStatement statement, @Nullable String bankAccountId, Tenancy tenancy, List<Fault> faults) {
        AccountNumber said = statement.account();
        Optional<BankAccountState> found = accounts.find(said, tenancy);
        if (bankAccountId == null) {
            if (found.isEmpty()) {
                faults.add(unknown(statement));
            }
            return found;
        }
        Optional<BankAccountState> named = accounts.find(bankAccountId, tenancy)
                .or(() -> found.filter(account -> account.bankAccountId().equals(bankAccountId)));
        if (named.isEmpty()) {
            faults.add(unknown(statement));
        } else if (!isOf(said, named.get())) {
            faults.add(new Fault(
                    pointer(statement), "other-account", "tells of another account than '" + bankAccountId + "'"));
        }
        return named;
    }

    /** What a file does not say of an account cannot speak against it. */
    private static boolean isOf(AccountNumber said, BankAccountState account) {
        return said.number().equals(account.details().number())
                && (said.bank() == null || said.bank().equals(account.details().bank()))
                && (said.branch() == null
                        || said.branch().equals(account.details().branch()));
    }

    private static Fault unknown(BankStatement statement) {
        return new Fault(
                pointer(statement),
                "unknown-account",
                "tells of an account that is not on file: open it by POST /v1/bank-accounts, or name it by bankAccountId");
    }

    /** Of {@code record 7}: {@code /records/7}. */
    private static String pointer(BankStatement statement) {
        String[] source = statement.source().split(" ");
        return "/" + source[0] + "s/" + source[1];
    }

    private static ProblemException refused(List<Fault> faults) {
        return new ProblemException(
                422,
                CODE,
                "Nothing of this file was booked, because it has " + faults.size()
                        + " fault(s): send it as the bank made it.",
                faults);
    }

    /**
     * A file that can be accepted.
     *
     * @param tenant whose accounts it tells of
     * @param file   by its hash
     */
    record Filed(String tenant, String file, List<InputRow> rows) {}
}
