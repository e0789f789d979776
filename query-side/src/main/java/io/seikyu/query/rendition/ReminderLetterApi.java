package io.seikyu.query.rendition;

import io.seikyu.contract.account.AccountDetails;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.dunning.ContactChannel;
import io.seikyu.documents.certified.CertifiedLetter;
import io.seikyu.documents.certified.CertifiedLetter.Party;
import io.seikyu.documents.certified.CertifiedPages;
import io.seikyu.documents.pdf.CertifiedLetterPdf;
import io.seikyu.documents.pdf.Letter;
import io.seikyu.documents.pdf.LetterPdf;
import io.seikyu.projection.Answers;
import io.seikyu.projection.Dated;
import io.seikyu.projection.Projections;
import io.seikyu.query.account.AccountProjection;
import io.seikyu.query.account.AccountView;
import io.seikyu.query.reminder.ReminderProjection;
import io.seikyu.query.reminder.ReminderView;
import io.seikyu.web.Headers;
import io.seikyu.web.access.AnyRole;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.access.TenantScope;
import io.seikyu.web.problem.ProblemException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reminders that go by post, as paper: demands (督促状) and certified letters (内容証明郵便). */
@RestController
class ReminderLetterApi {
    private final Answers<ReminderView> reminders;
    private final Answers<AccountView> accounts;
    private final String agency;
    private final String address;

    ReminderLetterApi(
            Projections projections,
            @Value("${seikyu.agency-name:Seikyu}") String agency,
            @Value("${seikyu.agency-address:}") String address) {
        this.reminders = new Answers<>(projections.of(ReminderProjection.class));
        this.accounts = new Answers<>(projections.of(AccountProjection.class));
        this.agency = agency;
        this.address = address;
    }

    /** What is to be printed and posted, with the payer's address of that day. */
    @AnyRole
    @GetMapping(path = "/v1/reminders/{id}/letter", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> letter(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String clientId,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy) {
        ResponseEntity<ReminderView> found = reminders.one(tenancy.scope(clientId), id, atLeast, view -> view);
        ReminderView reminder = Objects.requireNonNull(found.getBody());
        refuseUnlessWritten(reminder);
        long reflected =
                Long.parseLong(Objects.requireNonNull(found.getHeaders().getFirst(Headers.POSITION)));
        LocalDate day = BusinessDay.of(reminder.at());
        AccountDetails payer = Objects.requireNonNull(accounts.one(
                        TenantScope.of(reminder.clientId()),
                        reminder.accountId(),
                        reflected,
                        view -> Dated.on(day, view.versions()))
                .getBody());
        return ResponseEntity.ok()
                .headers(found.getHeaders())
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"reminder-" + id + ".pdf\"")
                .body(
                        reminder.channel() == ContactChannel.LETTER
                                ? letter(reminder, payer, day)
                                : certified(reminder, payer, day));
    }

    private static void refuseUnlessWritten(ReminderView reminder) {
        boolean posted =
                reminder.channel() == ContactChannel.LETTER || reminder.channel() == ContactChannel.CERTIFIED_LETTER;
        if (!posted || reminder.text() == null || reminder.text().body() == null) {
            throw new ProblemException(
                    409,
                    "no-letter",
                    "Reminder '" + reminder.reminderId() + "' is " + reminder.state() + " by " + reminder.channel()
                            + ": there is no letter to post.");
        }
    }

    private byte[] letter(ReminderView reminder, AccountDetails payer, LocalDate day) {
        return LetterPdf.of(Letter.written(
                "en".equals(payer.language()) ? "en" : "ja",
                day,
                new Letter.Recipient(payer.name(), payer.corporate(), payer.postalAddress(), payer.contactPerson()),
                new Letter.Sender(agency, address.isBlank() ? List.of() : List.of(address)),
                reminder.reminderId(),
                Objects.requireNonNull(reminder.text()).subject(),
                Objects.requireNonNull(reminder.text().body())));
    }

    private byte[] certified(ReminderView reminder, AccountDetails payer, LocalDate day) {
        if (address.isBlank()) {
            throw new ProblemException(
                    409,
                    "no-sender-address",
                    "A certified letter names its sender's address: set SEIKYU_AGENCY_ADDRESS, start anew and ask again.");
        }
        String title = Objects.requireNonNull(reminder.text()).subject();
        CertifiedPages pages = CertifiedPages.of(new CertifiedLetter(
                title,
                Objects.requireNonNull(reminder.text().body()),
                day,
                new Party(address, agency),
                new Party(
                        Objects.requireNonNullElse(payer.postalAddress(), ""),
                        payer.name() + (payer.corporate() ? "　御中" : "　様"))));
        if (!pages.canBeSent()) {
            throw new ProblemException(
                    409,
                    "not-certifiable",
                    "A certified letter must not hold " + String.join(" ", pages.refused())
                            + ": edit the text, or send another letter.");
        }
        return CertifiedLetterPdf.of(pages, title, agency, day);
    }
}
