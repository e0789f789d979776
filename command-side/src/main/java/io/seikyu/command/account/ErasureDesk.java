package io.seikyu.command.account;

import io.seikyu.contract.id.AccountId;
import java.time.LocalDate;
import java.util.List;

/** Who knows what is on file about a payer, and what the law says of it. */
public interface ErasureDesk {
    /** As of now; it goes through the log. */
    OnFile look(AccountId payer, LocalDate today);

    /** The running command's commit becomes the next erasure of the log. */
    void number();

    /**
     * @param subjects whose keys seal what is known of the persons at this payer's
     * @param underWay what has to end before, in words for a person
     * @param last     the record that the law keeps longest, or null when there is none
     */
    record OnFile(List<String> subjects, List<String> underWay, Kept last) {}

    /**
     * A record that the law keeps (帳簿書類の保存).
     *
     * @param stream the document's, e.g. {@code acme/invoice/i1}
     * @param on     its day
     * @param until  the last day on which it is kept
     */
    record Kept(String stream, LocalDate on, LocalDate until) {}
}
