package io.seikyu.documents.bank;

import io.seikyu.contract.bank.BankFileFormat;
import java.time.LocalDate;
import java.util.List;

/** Reads what banks tell. A file is read whole or refused with everything that is wrong with it. */
public final class BankFiles {
    private BankFiles() {}

    /**
     * @param today in Japan: years of eras are told apart by it, and no file tells of days to come
     * @return what it says of each account, in the order of the file; at least one
     */
    public static List<BankStatement> read(BankFileFormat format, byte[] file, LocalDate today)
            throws BankFileRefusedException {
        return switch (format) {
            case ZENGIN_01 -> new ZenginReader(new TransferNotice(), today).read(file);
            case ZENGIN_03 -> new ZenginReader(new AccountStatement(), today).read(file);
            case CAMT_054 -> new Camt054Reader(today).read(file);
        };
    }
}
