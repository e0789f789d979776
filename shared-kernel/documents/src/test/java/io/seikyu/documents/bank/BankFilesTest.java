package io.seikyu.documents.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.seikyu.contract.bank.BankFileFormat;
import io.seikyu.contract.receipt.ReceiptEvent.Method;
import io.seikyu.documents.bank.BankFileWriter.Account;
import io.seikyu.documents.bank.BankFileWriter.Section;
import io.seikyu.documents.bank.BankFileWriter.Transfer;
import io.seikyu.documents.bank.BankRecord.Movement;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of banks, read and refused. */
class BankFilesTest {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final LocalDate FROM = LocalDate.of(2026, 11, 24);
    private static final LocalDate TO = LocalDate.of(2026, 11, 25);
    private static final Account ACCOUNT = new Account("0001", "123", 1, "1234567");
    private static final Charset MS932 = Charset.forName("MS932");

    private static final List<Transfer> TRANSFERS = List.of(
            Transfer.of(FROM, 110000, "ｶ)ﾓﾐｼﾞｼﾖｳｶｲ", "101").coded("0000123456").saying("INV-1"),
            Transfer.of(TO, 5500, "ﾔﾏﾀﾞ ﾀﾛｳ", "102"),
            Transfer.of(TO, 5500, "ﾔﾏﾀﾞ ﾀﾛｳ", "102"),
            Transfer.of(TO, 110000, "ｶ)ﾓﾐｼﾞｼﾖｳｶｲ", "103").takenBack());
    private static final Section SECTION = new Section(ACCOUNT, FROM, TO, TRANSFERS);

    @ParameterizedTest
    @CsvSource({"'',''", "CRLF,''", "LF,''", "CR,''", "'',MARK", "CRLF,MARK", "LF,MARK"})
    void aNoticeReadsTheSameHoweverItsRecordsEnd(String lineEnd, String endMark) throws BankFileRefusedException {
        byte[] file = BankFileWriter.zengin01(
                SECTION, lineEnd.replace("CR", "\r").replace("LF", "\n"), endMark.replace("MARK", "\u001a"));

        BankStatement read =
                BankFiles.read(BankFileFormat.ZENGIN_01, file, TODAY).get(0);

        assertThat(read.account()).isEqualTo(new AccountNumber("0001", "123", "1", "1234567"));
        assertThat(read.from()).isEqualTo(FROM);
        assertThat(read.to()).isEqualTo(TO);
        assertThat(read.records())
                .containsExactly(
                        record(
                                "record 2",
                                Movement.RECEIVED,
                                FROM,
                                "110000",
                                "ｶ)ﾓﾐｼﾞｼﾖｳｶｲ",
                                "000101",
                                "0000123456",
                                "INV-1"),
                        record("record 3", Movement.RECEIVED, TO, "5500", "ﾔﾏﾀﾞ ﾀﾛｳ", "000102", null, null),
                        record("record 4", Movement.RECEIVED, TO, "5500", "ﾔﾏﾀﾞ ﾀﾛｳ", "000102", null, null),
                        record("record 5", Movement.CANCELLED, TO, "110000", "ｶ)ﾓﾐｼﾞｼﾖｳｶｲ", "000103", null, null));
    }

    @Test
    void aStatementTellsOfSeveralAccounts() throws BankFileRefusedException {
        Section other = new Section(
                new Account("0005", "001", 2, "7654321"),
                TO,
                TO,
                List.of(Transfer.of(TO, 330, "ｱｵｲ", "7").outgoing(), Transfer.of(TO, 990, "ｱｵｲ", "8")));
        byte[] file = BankFileWriter.zengin03(List.of(SECTION, other), "\r\n", "\u001a");

        List<BankStatement> read = BankFiles.read(BankFileFormat.ZENGIN_03, file, TODAY);

        assertThat(read)
                .extracting(BankStatement::account)
                .containsExactly(
                        new AccountNumber("0001", "123", "1", "1234567"),
                        new AccountNumber("0005", "001", "2", "7654321"));
        assertThat(read.get(0).records())
                .extracting(BankRecord::movement)
                .containsExactly(Movement.RECEIVED, Movement.RECEIVED, Movement.RECEIVED, Movement.CANCELLED);
        assertThat(read.get(1).records())
                .extracting(BankRecord::movement)
                .containsExactly(Movement.OTHER, Movement.RECEIVED);
        assertThat(read.get(0).records().get(0))
                .isEqualTo(record(
                        "record 2",
                        Movement.RECEIVED,
                        FROM,
                        "110000",
                        "ｶ)ﾓﾐｼﾞｼﾖｳｶｲ",
                        "00000101",
                        "0000123456",
                        "INV-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"02", "04", "08", "12"})
    void aMessageReadsTheSameInEveryVersion(String version) throws BankFileRefusedException {
        byte[] file = BankFileWriter.camt054(version, SECTION);

        BankStatement read =
                BankFiles.read(BankFileFormat.CAMT_054, file, TODAY).get(0);

        assertThat(read.account()).isEqualTo(new AccountNumber("0001", "123", "1", "1234567"));
        assertThat(read.to()).isEqualTo(TO);
        assertThat(read.records())
                .containsExactly(
                        record(
                                "entry 1",
                                Movement.RECEIVED,
                                FROM,
                                "110000",
                                "ｶ)ﾓﾐｼﾞｼﾖｳｶｲ",
                                "101",
                                "0000123456",
                                "INV-1"),
                        record("entry 2", Movement.RECEIVED, TO, "5500", "ﾔﾏﾀﾞ ﾀﾛｳ", "102", null, null),
                        record("entry 3", Movement.RECEIVED, TO, "5500", "ﾔﾏﾀﾞ ﾀﾛｳ", "102", null, null),
                        record("entry 4", Movement.CANCELLED, TO, "110000", "ｶ)ﾓﾐｼﾞｼﾖｳｶｲ", "103", null, null));
    }

    @Test
    void anEntryOfSeveralTransactionsIsSeveralMovements() throws BankFileRefusedException {
        String file = message("""
                <Ntry><Amt Ccy="JPY">300</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
                  <BookgDt><DtTm>2026-11-24T16:00:00Z</DtTm></BookgDt><AcctSvcrRef>r</AcctSvcrRef>
                  <NtryDtls><TxDtls><Amt Ccy="JPY">100.00</Amt></TxDtls><TxDtls><Amt Ccy="JPY">200</Amt></TxDtls></NtryDtls>
                </Ntry>""");

        List<BankRecord> read = camt(file).get(0).records();

        assertThat(read).extracting(BankRecord::amount).containsExactly(yen("100"), yen("200"));
        assertThat(read)
                .extracting(BankRecord::source)
                .containsExactly("entry 1, transaction 1", "entry 1, transaction 2");
        assertThat(read).extracting(BankRecord::bookedOn).containsOnly(TO);
    }

    @Test
    void whatIsOnlyAnnouncedIsNotReceived() throws BankFileRefusedException {
        String file = message(entry("PDNG", "CRDT"));
        assertThat(camt(file).get(0).records()).extracting(BankRecord::movement).containsExactly(Movement.PENDING);
    }

    @Test
    void everyFaultOfAMessageIsSaidAtOnce() {
        String file = message(
                entry("BOOK", "CRDT").replace("JPY", "USD").replace("2026-11-25", "2026-13-25") + entry("GONE", "X"));
        assertThat(faults(BankFileFormat.CAMT_054, file.getBytes(StandardCharsets.UTF_8)))
                .containsExactly(
                        "/records/1/Amt wrong-currency",
                        "/records/1/BookgDt bad-date",
                        "/records/2/CdtDbtInd unknown-value",
                        "/records/2/Sts unknown-value");
    }

    @Test
    void aMessageThatReachesElsewhereIsRefused() {
        String file = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + message(entry("BOOK", "CRDT"));
        assertThat(faults(BankFileFormat.CAMT_054, file.getBytes(StandardCharsets.UTF_8)))
                .containsExactly(" malformed-xml");
    }

    @Test
    void anotherMessageIsRefused() {
        String file = message(entry("BOOK", "CRDT")).replace("camt.054", "camt.053");
        assertThat(faults(BankFileFormat.CAMT_054, file.getBytes(StandardCharsets.UTF_8)))
                .containsExactly(" wrong-kind");
    }

    @Test
    void everyFaultOfANoticeIsSaidAtOnceWithItsRecordAndField() {
        byte[] file = BankFileWriter.zengin01(SECTION, "\r\n", "");
        put(file, 1, 1, "03");
        put(file, 1, 16, "081131");
        put(file, 2, 19, "00000x1000");
        put(file, 3, 7, "080931");
        put(file, 5, 127, "7");

        assertThat(faults(BankFileFormat.ZENGIN_01, file))
                .containsExactly(
                        "/records/1/kind wrong-kind",
                        "/records/1/to bad-date",
                        "/records/2/amount not-digits",
                        "/records/3/booked bad-date",
                        "/records/5/cancel unknown-value",
                        "/records/6/count sum-differs",
                        "/records/6/cancelledCount sum-differs",
                        "/records/6/cancelledTotal sum-differs");
    }

    /** Read in an earlier era, it is a day that the file does not tell of. */
    @ParameterizedTest
    @ValueSource(strings = {"2027-01-01", "2030-01-01", "2050-01-01"})
    void aDayToComeIsRefused(LocalDate day) {
        Section section = new Section(ACCOUNT, FROM, TO, List.of(Transfer.of(day, 1, "x", "1")));
        assertThat(faults(BankFileFormat.ZENGIN_01, BankFileWriter.zengin01(section, "", "")))
                .containsExactly("/records/2/booked outside-period");
        assertThat(faults(BankFileFormat.ZENGIN_03, BankFileWriter.zengin03(List.of(section), "", "")))
                .containsExactly("/records/2/booked outside-period");
        assertThat(faults(BankFileFormat.CAMT_054, BankFileWriter.camt054("08", section)))
                .containsExactly("/records/1/BookgDt in-the-future");
    }

    @Test
    void aFileThatIsCutOffIsRefused() {
        byte[] whole = BankFileWriter.zengin01(SECTION, "", "");
        assertThat(faults(BankFileFormat.ZENGIN_01, Arrays.copyOf(whole, whole.length - 200)))
                .containsExactly(" end-missing");
        assertThat(faults(BankFileFormat.ZENGIN_01, Arrays.copyOf(whole, whole.length - 1)))
                .containsExactly("/records/7 record-length", " end-missing");
        assertThat(faults(BankFileFormat.ZENGIN_01, new byte[0])).contains(" end-missing");
    }

    @Test
    void aRecordThatLostAByteIsNamedAndTheOthersAreRead() {
        Section section = new Section(ACCOUNT, FROM, TO, TRANSFERS.subList(0, 3));
        byte[] whole = BankFileWriter.zengin01(section, "\n", "");
        byte[] shorter = new byte[whole.length - 1];
        System.arraycopy(whole, 0, shorter, 0, 300);
        System.arraycopy(whole, 301, shorter, 300, shorter.length - 300);
        assertThat(faults(BankFileFormat.ZENGIN_01, shorter))
                .containsExactly(
                        "/records/2 record-length", "/records/5/count sum-differs", "/records/5/total sum-differs");
    }

    @Test
    void recordsOutOfOrderAreRefused() {
        byte[] file = BankFileWriter.zengin01(SECTION, "", "");
        put200(file, 1, "2");
        assertThat(faults(BankFileFormat.ZENGIN_01, file))
                .contains("/records/1 record-order", "/records/2 record-order");
        byte[] twoEnds = Arrays.copyOf(BankFileWriter.zengin01(SECTION, "", ""), 1600);
        System.arraycopy(twoEnds, 1200, twoEnds, 1400, 200);
        assertThat(faults(BankFileFormat.ZENGIN_01, twoEnds)).containsExactly("/records/8 record-order");
    }

    @Test
    void theSumsOfANoticeMayHoldWhatWasCancelled() throws BankFileRefusedException {
        byte[] file = BankFileWriter.zengin01(SECTION, "", "");
        put200(file, 6, "8000004000000231000");
        assertThat(BankFiles.read(BankFileFormat.ZENGIN_01, file, TODAY).get(0).records())
                .hasSize(4);
    }

    @Test
    void aSignThatTheFieldCutsInTwoDoesNotMatter() throws BankFileRefusedException {
        byte[] file = BankFileWriter.zengin01(SECTION, "", "");
        byte[] name = "a東京商会東京商会東京商会東京商会東京商会東京商会東京商会".getBytes(MS932);
        System.arraycopy(name, 0, file, 200 + 49, 48);
        BankRecord read = BankFiles.read(BankFileFormat.ZENGIN_01, file, TODAY)
                .get(0)
                .records()
                .get(0);
        assertThat(read.payerName()).startsWith("a東京商会").hasSize(24);
    }

    @Test
    void whatIsNoTextIsRefused() {
        byte[] file = BankFileWriter.zengin01(SECTION, "", "");
        file[200 + 55] = (byte) 0x85;
        file[200 + 56] = (byte) 0x20;
        file[400 + 49] = 0x07;
        assertThat(faults(BankFileFormat.ZENGIN_01, file))
                .containsExactly("/records/2/payerName undecodable", "/records/3/payerName control-character");
    }

    private static List<BankStatement> camt(String file) throws BankFileRefusedException {
        return BankFiles.read(BankFileFormat.CAMT_054, file.getBytes(StandardCharsets.UTF_8), TODAY);
    }

    private static String entry(String status, String indicator) {
        return "<Ntry><Amt Ccy=\"JPY\">5</Amt><CdtDbtInd>" + indicator + "</CdtDbtInd><Sts>" + status
                + "</Sts><BookgDt><Dt>2026-11-25</Dt></BookgDt></Ntry>";
    }

    private static String message(String entries) {
        return "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.02\"><BkToCstmrDbtCdtNtfctn><Ntfctn>"
                + "<Acct><Id><Othr><Id>000112311234567</Id></Othr></Id></Acct>" + entries
                + "</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>";
    }

    static List<String> faults(BankFileFormat format, byte[] file) {
        BankFileRefusedException refused =
                catchThrowableOfType(BankFileRefusedException.class, () -> BankFiles.read(format, file, TODAY));
        assertThat(refused).isNotNull();
        Function<BankFileFault, String> told = fault -> fault.pointer() + " " + fault.code();
        return refused.faults().stream().map(told).toList();
    }

    /** Into a file with line ends of two bytes. */
    private static void put(byte[] file, int record, int offset, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, file, (record - 1) * 202 + offset, bytes.length);
    }

    private static void put200(byte[] file, int record, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, file, (record - 1) * 200, bytes.length);
    }

    private static BigDecimal yen(String amount) {
        return new BigDecimal(amount);
    }

    private static BankRecord record(
            String source,
            Movement movement,
            LocalDate day,
            String amount,
            String name,
            String reference,
            String code,
            String edi) {
        return new BankRecord(
                source,
                movement,
                movement == Movement.CANCELLED && reference.length() == 8 ? Method.OTHER : Method.TRANSFER,
                day,
                day,
                yen(amount),
                name,
                reference,
                code,
                edi);
    }
}
