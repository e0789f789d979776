package io.seikyu.documents.bank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes a file apart into records of 200 bytes: with line ends (CRLF, LF or CR) or without any, with or without an end
 * mark (0x1A). No byte of MS932 is mistaken for a line end.
 */
final class ZenginRecords {
    private static final byte END_MARK = 0x1A;

    private ZenginRecords() {}

    /** A record of another length is a fault and stands there as null. */
    static List<byte[]> of(byte[] file, FileFaults faults) {
        int end = file.length;
        while (end > 0 && (file[end - 1] == END_MARK || isLineEnd(file[end - 1]))) {
            end--;
        }
        byte[] records = Arrays.copyOf(file, end);
        return hasLines(records) ? lines(records, faults) : blocks(records, faults);
    }

    private static boolean isLineEnd(byte one) {
        return one == '\r' || one == '\n';
    }

    private static boolean hasLines(byte[] file) {
        for (byte one : file) {
            if (isLineEnd(one)) {
                return true;
            }
        }
        return false;
    }

    private static List<byte[]> lines(byte[] file, FileFaults faults) {
        List<byte[]> records = new ArrayList<>();
        int from = 0;
        while (from <= file.length) {
            int to = from;
            while (to < file.length && !isLineEnd(file[to])) {
                to++;
            }
            records.add(checked(Arrays.copyOfRange(file, from, to), records.size() + 1, faults));
            boolean both = to + 1 < file.length && file[to] == '\r' && file[to + 1] == '\n';
            from = to + (both ? 2 : 1);
        }
        return records;
    }

    private static List<byte[]> blocks(byte[] file, FileFaults faults) {
        List<byte[]> records = new ArrayList<>();
        for (int from = 0; from < file.length; from += ZenginRecord.LENGTH) {
            int to = Math.min(from + ZenginRecord.LENGTH, file.length);
            records.add(checked(Arrays.copyOfRange(file, from, to), records.size() + 1, faults));
        }
        return records;
    }

    private static byte[] checked(byte[] record, int number, FileFaults faults) {
        if (record.length == ZenginRecord.LENGTH) {
            return record;
        }
        faults.add(
                number,
                "",
                "record-length",
                "has " + record.length + " bytes, where a record has " + ZenginRecord.LENGTH);
        return null;
    }
}
