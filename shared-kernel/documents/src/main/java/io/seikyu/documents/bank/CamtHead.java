package io.seikyu.documents.bank;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a notification says besides its entries: the account (口座), and the days it tells of. */
final class CamtHead {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,20}");

    private final XmlNode notification;
    private final int number;
    private final LocalDate today;
    private final FileFaults faults;

    CamtHead(XmlNode notification, int number, LocalDate today, FileFaults faults) {
        this.notification = notification;
        this.number = number;
        this.today = today;
        this.faults = faults;
    }

    /**
     * Bank and branch stand in the clearing system's number of the servicer (4 and 3 digits), or the branch apart. The
     * account's own may be the number, or all four together (15 digits).
     */
    AccountNumber account() {
        String own = notification
                .text("Acct", "Id", "Othr", "Id")
                .or(() -> notification.text("Acct", "Id", "IBAN"))
                .orElse(null);
        if (own == null) {
            fault("Acct/Id", "missing", "the notification names no account");
            return new AccountNumber(null, null, null, null);
        }
        String digits = own.replaceAll("[ -]", "");
        if (!DIGITS.matcher(digits).matches()) {
            return new AccountNumber(null, null, null, own);
        }
        if (digits.length() == 15) {
            return new AccountNumber(
                    digits.substring(0, 4), digits.substring(4, 7), digits.substring(7, 8), digits.substring(8));
        }
        String member = notification
                .text("Acct", "Svcr", "FinInstnId", "ClrSysMmbId", "MmbId")
                .orElse("");
        String branch = notification
                .text("Acct", "Svcr", "BrnchId", "Id")
                .or(() -> member.length() == 7 ? Optional.of(member.substring(4)) : Optional.empty())
                .orElse(null);
        String kind = notification.text("Acct", "Tp", "Prtry").orElse(null);
        return new AccountNumber(member.length() < 4 ? null : member.substring(0, 4), branch, kind, digits);
    }

    LocalDate from() {
        return day("FrToDt", "FrDtTm").or(() -> day("FrToDt", "FrDt")).orElse(null);
    }

    /** Without days said, a message tells of single movements only, and nothing is known to be complete. */
    LocalDate to() {
        LocalDate to = day("FrToDt", "ToDtTm").or(() -> day("FrToDt", "ToDt")).orElse(null);
        if (to != null && to.isAfter(today)) {
            fault("FrToDt", "in-the-future", "ends after today, " + today);
            return null;
        }
        return to;
    }

    private Optional<LocalDate> day(String... path) {
        return notification.text(path).flatMap(text -> {
            Optional<LocalDate> day = CamtTimes.day(text);
            if (day.isEmpty()) {
                fault(String.join("/", path), "bad-date", "is no date");
            }
            return day;
        });
    }

    private void fault(String field, String code, String message) {
        faults.add(0, "notifications/" + number + "/" + field, code, message);
    }
}
