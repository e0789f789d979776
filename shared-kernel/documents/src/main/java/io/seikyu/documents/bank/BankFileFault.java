package io.seikyu.documents.bank;

/**
 * One thing that is wrong with a file. It quotes nothing of it.
 *
 * @param record  from 1: the record of a 全銀 file, the entry of a camt.054 message; 0 for the file as a whole
 * @param field   e.g. {@code amount}; empty for the whole record
 * @param code    stable, for programs
 * @param message for a person
 */
public record BankFileFault(int record, String field, String code, String message) {
    /** Like a JSON pointer into the file. */
    public String pointer() {
        return (record == 0 ? "" : "/records/" + record) + (field.isEmpty() ? "" : "/" + field);
    }
}
