package io.seikyu.documents.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.bank.BankFileFormat;
import io.seikyu.documents.bank.BankFileWriter.Account;
import io.seikyu.documents.bank.BankFileWriter.Section;
import io.seikyu.documents.bank.BankFileWriter.Transfer;
import io.seikyu.documents.bank.BankRecord.Movement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever is in a file, it is read whole or refused with reasons. */
class BankFilesPropertyTest {
    private static final LocalDate TODAY = BankFilesTest.TODAY;
    private static final String KANA = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝﾞﾟ()-. ABC019";

    @Property(tries = 200)
    void whatIsWrittenIsRead(@ForAll long seed, @ForAll @IntRange(max = 40) int size, @ForAll boolean lines)
            throws BankFileRefusedException {
        Section section = section(new Random(seed), size);
        String lineEnd = lines ? "\r\n" : "";
        assertReads(
                section,
                BankFiles.read(BankFileFormat.ZENGIN_01, BankFileWriter.zengin01(section, lineEnd, ""), TODAY));
        assertReads(
                section,
                BankFiles.read(
                        BankFileFormat.ZENGIN_03, BankFileWriter.zengin03(List.of(section), lineEnd, "\u001a"), TODAY));
        assertReads(section, BankFiles.read(BankFileFormat.CAMT_054, BankFileWriter.camt054("08", section), TODAY));
    }

    @Property(tries = 300)
    void aChangedDigitOfAnAmountIsFoundByTheTrailer(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 20) int size,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        Random random = new Random(seed);
        Section section = section(random, size);
        int record = random.nextInt(size) + 1;
        byte[] file = BankFileWriter.zengin01(section, "", "");
        int place = record * 200 + 19 + random.nextInt(10);
        file[place] = (byte) ('0' + (file[place] - '0' + by) % 10);
        assertThat(BankFilesTest.faults(BankFileFormat.ZENGIN_01, file))
                .anyMatch(fault -> fault.contains("otal sum-differs"));

        byte[] statement = BankFileWriter.zengin03(List.of(section), "", "");
        place = record * 200 + 24 + random.nextInt(12);
        statement[place] = (byte) ('0' + (statement[place] - '0' + by) % 10);
        assertThat(BankFilesTest.faults(BankFileFormat.ZENGIN_03, statement))
                .anyMatch(fault -> fault.contains("Total sum-differs"));
    }

    @Property(tries = 500)
    void randomBytesAreRefusedWithReasons(@ForAll @Size(max = 700) byte[] bytes, @ForAll BankFileFormat format) {
        assertThat(BankFilesTest.faults(format, bytes)).isNotEmpty();
    }

    /** Nothing but a refusal comes of bytes that are changed at random: no other exception, no half of a file. */
    @Property(tries = 500)
    void changedBytesAreReadOrRefused(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int changes, @ForAll BankFileFormat format) {
        Random random = new Random(seed);
        Section section = section(random, 5);
        byte[] file = switch (format) {
            case ZENGIN_01 -> BankFileWriter.zengin01(section, "", "");
            case ZENGIN_03 -> BankFileWriter.zengin03(List.of(section), "\n", "");
            case CAMT_054 -> BankFileWriter.camt054("02", section);
        };
        for (int i = 0; i < changes; i++) {
            file[random.nextInt(file.length)] = (byte) random.nextInt(256);
        }
        try {
            assertThat(BankFiles.read(format, file, TODAY).get(0).records()).hasSize(5);
        } catch (BankFileRefusedException refused) {
            assertThat(refused.faults()).isNotEmpty();
        }
    }

    private static void assertReads(Section section, List<BankStatement> read) {
        assertThat(read).hasSize(1);
        List<BankRecord> records = read.get(0).records();
        assertThat(records).hasSameSizeAs(section.transfers());
        for (int i = 0; i < records.size(); i++) {
            Transfer transfer = section.transfers().get(i);
            BankRecord record = records.get(i);
            assertThat(record.amount().longValueExact()).isEqualTo(transfer.amount());
            assertThat(record.bookedOn()).isEqualTo(transfer.booked());
            assertThat(record.payerName()).isEqualTo(transfer.name().strip());
            assertThat(record.reference()).endsWith(transfer.reference());
            assertThat(record.movement()).isEqualTo(transfer.cancelled() ? Movement.CANCELLED : Movement.RECEIVED);
        }
    }

    private static Section section(Random random, int size) {
        List<Transfer> transfers = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            StringBuilder name = new StringBuilder("ﾅ");
            for (int k = random.nextInt(46); k > 0; k--) {
                name.append(KANA.charAt(random.nextInt(KANA.length())));
            }
            Transfer transfer = Transfer.of(
                    TODAY.minusDays(random.nextInt(4000)),
                    1 + random.nextInt(1_000_000_000),
                    name.toString().strip(),
                    "" + random.nextInt(1_000_000));
            transfers.add(random.nextInt(5) == 0 ? transfer.takenBack() : transfer);
        }
        return new Section(new Account("0001", "123", 1, "1234567"), TODAY.minusDays(4000), TODAY, transfers);
    }
}
