package io.seikyu.documents.bank;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Writes bank files of any size as a bank does. It shares nothing with what reads them: each record is put together by
 * hand, field after field, from the description of the format.
 */
public final class BankFileWriter {
    private static final Charset SHIFT_JIS = Charset.forName("MS932");

    private BankFileWriter() {}

    /** @param number 7 digits */
    public record Account(String bank, String branch, int kind, String number) {}

    /**
     * One movement.
     *
     * @param reference at most 6 digits, so that it fits every format
     * @param kind      取引区分 of 03; 11 is a transfer, 19 a correction
     * @param out       whether the money went out
     * @param cancelled 取消区分 of 01, RvslInd of camt.054
     */
    public record Transfer(
            LocalDate booked,
            LocalDate value,
            long amount,
            String name,
            String reference,
            String payerCode,
            String edi,
            int kind,
            boolean out,
            boolean cancelled) {
        public static Transfer of(LocalDate booked, long amount, String name, String reference) {
            return new Transfer(booked, booked, amount, name, reference, "", "", 11, false, false);
        }

        public Transfer coded(String code) {
            return new Transfer(booked, value, amount, name, reference, code, edi, kind, out, cancelled);
        }

        public Transfer saying(String text) {
            return new Transfer(booked, value, amount, name, reference, payerCode, text, kind, out, cancelled);
        }

        public Transfer takenBack() {
            return new Transfer(booked, value, amount, name, reference, payerCode, edi, 19, true, true);
        }

        public Transfer outgoing() {
            return new Transfer(booked, value, amount, name, reference, payerCode, edi, kind, true, false);
        }
    }

    /** What is told of one account. */
    public record Section(Account account, LocalDate from, LocalDate to, List<Transfer> transfers) {}

    public static byte[] zengin01(Section section, String lineEnd, String endMark) {
        List<byte[]> records = new ArrayList<>();
        records.add(record(
                opening("01", section),
                "" + section.account().kind(),
                section.account().number(),
                left("ｼﾞﾑｶﾝﾘｶﾌﾞｼｷｶﾞｲｼﾔ", 40),
                left("", 93)));
        for (Transfer transfer : section.transfers()) {
            records.add(record(
                    "2",
                    right(transfer.reference(), 6),
                    era(transfer.booked()),
                    era(transfer.value()),
                    right("" + transfer.amount(), 10),
                    right("0", 10),
                    left(transfer.payerCode(), 10),
                    left(transfer.name(), 48),
                    left("ｵｸﾘﾓﾄｷﾞﾝｺｳ", 15),
                    left("ｼﾃﾝ", 15),
                    transfer.cancelled() ? "1" : " ",
                    left(transfer.edi(), 20),
                    left("", 52)));
        }
        records.add(record(
                "8",
                sums(section, transfer -> !transfer.cancelled(), 12),
                sums(section, Transfer::cancelled, 12),
                left("", 163)));
        records.add(record("9", left("", 199)));
        return joined(records, lineEnd, endMark);
    }

    public static byte[] zengin03(List<Section> sections, String lineEnd, String endMark) {
        List<byte[]> records = new ArrayList<>();
        for (Section section : sections) {
            records.add(record(
                    opening("03", section),
                    "000",
                    "" + section.account().kind(),
                    "000" + section.account().number(),
                    left("ｼﾞﾑｶﾝﾘｶﾌﾞｼｷｶﾞｲｼﾔ", 40),
                    "1",
                    "1",
                    right("1000000", 14),
                    left("", 71)));
            for (Transfer transfer : section.transfers()) {
                records.add(record(
                        "2",
                        right(transfer.reference(), 8),
                        era(transfer.booked()),
                        era(transfer.value()),
                        transfer.out() ? "2" : "1",
                        "" + transfer.kind(),
                        right("" + transfer.amount(), 12),
                        right("0", 12),
                        "000000",
                        "000000",
                        "0",
                        "0000000",
                        "000",
                        left(transfer.payerCode(), 10),
                        left(transfer.name(), 48),
                        left("ｵｸﾘﾓﾄｷﾞﾝｺｳ", 15),
                        left("ｼﾃﾝ", 15),
                        left("ﾌﾘｺﾐ", 20),
                        left(transfer.edi(), 20),
                        " "));
            }
            records.add(record(
                    "8",
                    sums(section, transfer -> !transfer.out(), 13),
                    sums(section, Transfer::out, 13),
                    "1",
                    right(
                            ""
                                    + (1000000
                                            + total(section, transfer -> !transfer.out())
                                            - total(section, Transfer::out)),
                            14),
                    right("" + section.transfers().size(), 7),
                    left("", 139)));
        }
        records.add(record("9", right("" + (records.size() + 1), 10), right("" + sections.size(), 5), left("", 184)));
        return joined(records, lineEnd, endMark);
    }

    /** @param version of the message, e.g. {@code 02} or {@code 08} */
    public static byte[] camt054(String version, Section section) {
        boolean late = Integer.parseInt(version) >= 8;
        StringBuilder xml = new StringBuilder();
        xml.append(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.")
                .append(version)
                .append("\"><BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>m1</MsgId></GrpHdr><Ntfctn><Id>n1</Id>")
                .append("<FrToDt><FrDtTm>")
                .append(section.from())
                .append("T00:00:00</FrDtTm><ToDtTm>")
                .append(section.to())
                .append("T23:59:59</ToDtTm></FrToDt><Acct><Id><Othr><Id>")
                .append(section.account().number())
                .append("</Id></Othr></Id><Tp><Prtry>")
                .append(section.account().kind())
                .append("</Prtry></Tp><Svcr><FinInstnId><ClrSysMmbId><MmbId>")
                .append(section.account().bank())
                .append(section.account().branch())
                .append("</MmbId></ClrSysMmbId></FinInstnId></Svcr></Acct>");
        long credits =
                section.transfers().stream().filter(transfer -> !transfer.out()).count();
        xml.append("<TxsSummry><TtlNtries><NbOfNtries>")
                .append(section.transfers().size())
                .append("</NbOfNtries></TtlNtries><TtlCdtNtries><NbOfNtries>")
                .append(credits)
                .append("</NbOfNtries><Sum>")
                .append(total(section, transfer -> !transfer.out()))
                .append("</Sum></TtlCdtNtries></TxsSummry>");
        for (Transfer transfer : section.transfers()) {
            xml.append("<Ntry><Amt Ccy=\"JPY\">")
                    .append(transfer.amount())
                    .append("</Amt><CdtDbtInd>")
                    .append(transfer.out() ? "DBIT" : "CRDT")
                    .append("</CdtDbtInd>")
                    .append(transfer.cancelled() ? "<RvslInd>true</RvslInd>" : "")
                    .append(late ? "<Sts><Cd>BOOK</Cd></Sts>" : "<Sts>BOOK</Sts>")
                    .append("<BookgDt><Dt>")
                    .append(transfer.booked())
                    .append("</Dt></BookgDt><ValDt><Dt>")
                    .append(transfer.value())
                    .append("</Dt></ValDt><AcctSvcrRef>")
                    .append(transfer.reference())
                    .append("</AcctSvcrRef><NtryDtls><TxDtls><RltdPties><Dbtr>")
                    .append(late ? "<Pty>" : "")
                    .append("<Nm>")
                    .append(transfer.name().replace("&", "&amp;"))
                    .append("</Nm>")
                    .append(late ? "</Pty>" : "")
                    .append("</Dbtr>")
                    .append(
                            transfer.payerCode().isEmpty()
                                    ? ""
                                    : "<CdtrAcct><Id><Othr><Id>" + transfer.payerCode()
                                            + "</Id></Othr></Id></CdtrAcct>")
                    .append("</RltdPties>")
                    .append(transfer.edi().isEmpty() ? "" : "<RmtInf><Ustrd>" + transfer.edi() + "</Ustrd></RmtInf>")
                    .append("</TxDtls></NtryDtls></Ntry>");
        }
        xml.append("</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>");
        return xml.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What the headers of both kinds begin with. */
    private static String opening(String kind, Section section) {
        return String.join(
                "",
                "1",
                kind,
                "0",
                era(section.to()),
                era(section.from()),
                era(section.to()),
                section.account().bank(),
                left("ﾐﾎﾝｷﾞﾝｺｳ", 15),
                section.account().branch(),
                left("ﾎﾝﾃﾝ", 15));
    }

    /** How many there are, in six bytes, and what they come to. */
    private static String sums(Section section, Predicate<Transfer> which, int bytes) {
        long count = section.transfers().stream().filter(which).count();
        return right("" + count, 6) + right("" + total(section, which), bytes);
    }

    private static long total(Section section, Predicate<Transfer> which) {
        return section.transfers().stream()
                .filter(which)
                .mapToLong(Transfer::amount)
                .sum();
    }

    private static byte[] record(String... fields) {
        byte[] record = String.join("", fields).getBytes(SHIFT_JIS);
        if (record.length != 200) {
            throw new IllegalArgumentException("the fields come to " + record.length + " bytes");
        }
        return record;
    }

    private static byte[] joined(List<byte[]> records, String lineEnd, String endMark) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (byte[] record : records) {
            file.writeBytes(record);
            file.writeBytes(lineEnd.getBytes(StandardCharsets.US_ASCII));
        }
        file.writeBytes(endMark.getBytes(StandardCharsets.US_ASCII));
        return file.toByteArray();
    }

    private static String era(LocalDate date) {
        int year = !date.isBefore(LocalDate.of(2019, 5, 1))
                ? date.getYear() - 2018
                : !date.isBefore(LocalDate.of(1989, 1, 8)) ? date.getYear() - 1988 : date.getYear() - 1925;
        return "%02d%02d%02d".formatted(year, date.getMonthValue(), date.getDayOfMonth());
    }

    /** By bytes; what is too long is cut as banks cut it. */
    private static String left(String text, int bytes) {
        StringBuilder filled = new StringBuilder(text);
        while (filled.toString().getBytes(SHIFT_JIS).length > bytes) {
            filled.setLength(filled.length() - 1);
        }
        while (filled.toString().getBytes(SHIFT_JIS).length < bytes) {
            filled.append(' ');
        }
        return filled.toString();
    }

    private static String right(String digits, int bytes) {
        return "0".repeat(bytes - digits.length()) + digits;
    }
}
