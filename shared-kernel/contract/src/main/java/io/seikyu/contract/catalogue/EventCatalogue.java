package io.seikyu.contract.catalogue;

import io.seikyu.contract.Event;
import io.seikyu.contract.access.AccessEvent.ApiKeyIssued;
import io.seikyu.contract.access.AccessEvent.ApiKeyRevoked;
import io.seikyu.contract.access.AccessEvent.RequestAnswered;
import io.seikyu.contract.access.ReadingEvent.PersonalDataRead;
import io.seikyu.contract.account.AccountEvent.AccountAmended;
import io.seikyu.contract.account.AccountEvent.AccountOpened;
import io.seikyu.contract.account.AccountEvent.AliasForgotten;
import io.seikyu.contract.account.AccountEvent.AliasTaught;
import io.seikyu.contract.account.AccountEvent.BillingErrorUpheld;
import io.seikyu.contract.account.AccountEvent.ClaimMoved;
import io.seikyu.contract.account.AccountEvent.CorrespondenceRecorded;
import io.seikyu.contract.account.AccountEvent.CreditHeld;
import io.seikyu.contract.account.AccountEvent.CreditHoldLifted;
import io.seikyu.contract.account.AccountEvent.CreditReserved;
import io.seikyu.contract.account.AccountEvent.CreditScreened;
import io.seikyu.contract.account.AccountEvent.DisputeNoted;
import io.seikyu.contract.account.AccountEvent.DunningHeld;
import io.seikyu.contract.account.AccountEvent.DunningHoldEnded;
import io.seikyu.contract.account.AccountEvent.GradeGiven;
import io.seikyu.contract.account.AccountEvent.InsolvencyLifted;
import io.seikyu.contract.account.AccountEvent.InsolvencyRecorded;
import io.seikyu.contract.account.AccountEvent.InvoiceEntered;
import io.seikyu.contract.account.AccountEvent.InvoiceLeft;
import io.seikyu.contract.account.AccountEvent.MeasureTaken;
import io.seikyu.contract.account.AccountEvent.PersonalDataErased;
import io.seikyu.contract.account.AccountEvent.PromiseJudged;
import io.seikyu.contract.account.AccountEvent.ReservationAssigned;
import io.seikyu.contract.account.AccountEvent.ReservationEnded;
import io.seikyu.contract.account.AccountEvent.SignalJudged;
import io.seikyu.contract.account.AccountEvent.SignalRecorded;
import io.seikyu.contract.account.AccountEvent.SlowdownNoticed;
import io.seikyu.contract.approval.ApprovalEvent.ApprovalCarriedOut;
import io.seikyu.contract.approval.ApprovalEvent.ApprovalExpired;
import io.seikyu.contract.approval.ApprovalEvent.ApprovalGranted;
import io.seikyu.contract.approval.ApprovalEvent.ApprovalNotCarriedOut;
import io.seikyu.contract.approval.ApprovalEvent.ApprovalRejected;
import io.seikyu.contract.approval.ApprovalEvent.ApprovalRequested;
import io.seikyu.contract.approval.ApprovalEvent.ApprovalWithdrawn;
import io.seikyu.contract.bank.BankAccountEvent.BankAccountAmended;
import io.seikyu.contract.bank.BankAccountEvent.BankAccountCovered;
import io.seikyu.contract.bank.BankAccountEvent.BankAccountOpened;
import io.seikyu.contract.bank.BankAccountEvent.CancellationLeftOpen;
import io.seikyu.contract.client.ClientEvent.ClientAmended;
import io.seikyu.contract.client.ClientEvent.ClientRegistered;
import io.seikyu.contract.contract.ContractEvent.ContractAmended;
import io.seikyu.contract.contract.ContractEvent.ContractConcluded;
import io.seikyu.contract.contract.ContractEvent.ContractTerminated;
import io.seikyu.contract.contract.ContractEvent.StandingApprovalGranted;
import io.seikyu.contract.contract.ContractEvent.StandingApprovalRevoked;
import io.seikyu.contract.creditnote.CreditNoteEvent.CreditNoteCorrected;
import io.seikyu.contract.creditnote.CreditNoteEvent.CreditNoteExcessKept;
import io.seikyu.contract.creditnote.CreditNoteEvent.CreditNoteIssued;
import io.seikyu.contract.creditnote.CreditNoteEvent.CreditNoteRejected;
import io.seikyu.contract.creditnote.CreditNoteEvent.CreditNoteReviewed;
import io.seikyu.contract.creditnote.CreditNoteEvent.CreditNoteSubmitted;
import io.seikyu.contract.deadletter.DeadLetterEvent.DeadLetterDiscarded;
import io.seikyu.contract.dunning.DunningEvent.ContactEnded;
import io.seikyu.contract.dunning.DunningEvent.ContactPlanned;
import io.seikyu.contract.dunning.DunningEvent.ReminderAgreed;
import io.seikyu.contract.dunning.DunningEvent.ReminderCalled;
import io.seikyu.contract.dunning.DunningEvent.ReminderEdited;
import io.seikyu.contract.dunning.DunningEvent.ReminderFailed;
import io.seikyu.contract.dunning.DunningEvent.ReminderInDoubt;
import io.seikyu.contract.dunning.DunningEvent.ReminderNotSent;
import io.seikyu.contract.dunning.DunningEvent.ReminderPlanned;
import io.seikyu.contract.dunning.DunningEvent.ReminderQueued;
import io.seikyu.contract.dunning.DunningEvent.ReminderRejected;
import io.seikyu.contract.dunning.DunningEvent.ReminderSent;
import io.seikyu.contract.dunning.DunningEvent.ReminderSuppressed;
import io.seikyu.contract.dunning.DunningEvent.ReminderWithdrawn;
import io.seikyu.contract.dunning.DunningEvent.ReminderWrongInHindsight;
import io.seikyu.contract.dunning.DunningEvent.SuppressionLifted;
import io.seikyu.contract.invoice.InvoiceEvent.ChargeClaimed;
import io.seikyu.contract.invoice.InvoiceEvent.ChargePaid;
import io.seikyu.contract.invoice.InvoiceEvent.ChargeWaived;
import io.seikyu.contract.invoice.InvoiceEvent.CoverageDecided;
import io.seikyu.contract.invoice.InvoiceEvent.DeliveryRecorded;
import io.seikyu.contract.invoice.InvoiceEvent.DeliveryRequested;
import io.seikyu.contract.invoice.InvoiceEvent.DiscrepancyFound;
import io.seikyu.contract.invoice.InvoiceEvent.DisputeResolved;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceApproved;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceCancelled;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceCorrected;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceCredited;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceDeducted;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceDisputed;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceHandedBack;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceIssued;
import io.seikyu.contract.invoice.InvoiceEvent.InvoicePaid;
import io.seikyu.contract.invoice.InvoiceEvent.InvoicePutOnPlan;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceRecovered;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceRejected;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceReminded;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceReviewed;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceSubmitted;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceSubrogated;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceTakenOffPlan;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceWrittenOff;
import io.seikyu.contract.invoice.InvoiceEvent.LimitationFactRecorded;
import io.seikyu.contract.invoice.InvoiceEvent.LimitationFactWithdrawn;
import io.seikyu.contract.invoice.InvoiceEvent.PaymentPromised;
import io.seikyu.contract.invoice.InvoiceEvent.PaymentReceived;
import io.seikyu.contract.invoice.InvoiceEvent.PaymentUndone;
import io.seikyu.contract.invoice.InvoiceEvent.PrepaymentSetOff;
import io.seikyu.contract.invoice.InvoiceEvent.PromiseSettled;
import io.seikyu.contract.invoice.InvoiceEvent.ReminderConfirmed;
import io.seikyu.contract.invoice.InvoiceEvent.ReminderReleased;
import io.seikyu.contract.invoice.InvoiceEvent.ReplacementBegun;
import io.seikyu.contract.invoice.InvoiceEvent.ReplacementEnded;
import io.seikyu.contract.job.JobEvent.JobAccepted;
import io.seikyu.contract.job.JobEvent.JobAdvanced;
import io.seikyu.contract.job.JobEvent.JobBegun;
import io.seikyu.contract.job.JobEvent.JobCancelled;
import io.seikyu.contract.job.JobEvent.JobClosed;
import io.seikyu.contract.job.JobEvent.JobConcluded;
import io.seikyu.contract.job.JobEvent.JobDone;
import io.seikyu.contract.job.JobEvent.JobFailed;
import io.seikyu.contract.job.JobEvent.JobInputErased;
import io.seikyu.contract.job.JobEvent.JobOpened;
import io.seikyu.contract.job.JobEvent.JobPaused;
import io.seikyu.contract.job.JobEvent.JobResumed;
import io.seikyu.contract.job.JobEvent.JobRowsDecided;
import io.seikyu.contract.job.JobEvent.JobRowsReceived;
import io.seikyu.contract.message.MessageEvent.MessageOutcomeRecorded;
import io.seikyu.contract.message.MessageEvent.MessageQueued;
import io.seikyu.contract.message.MessageEvent.MessageSent;
import io.seikyu.contract.message.MessageEvent.MessageSettled;
import io.seikyu.contract.message.MessageEvent.MessageWithdrawn;
import io.seikyu.contract.message.MessageEvent.SendingInDoubt;
import io.seikyu.contract.message.MessageEvent.SendingRefused;
import io.seikyu.contract.message.MessageEvent.SendingStarted;
import io.seikyu.contract.plan.PlanEvent.InstalmentJudged;
import io.seikyu.contract.plan.PlanEvent.PlanAgreed;
import io.seikyu.contract.plan.PlanEvent.PlanDeclined;
import io.seikyu.contract.plan.PlanEvent.PlanEnded;
import io.seikyu.contract.plan.PlanEvent.PlanProposed;
import io.seikyu.contract.policy.PolicyEvent.PolicyPublished;
import io.seikyu.contract.receipt.ReceiptEvent.AllocationUndone;
import io.seikyu.contract.receipt.ReceiptEvent.CandidatesFound;
import io.seikyu.contract.receipt.ReceiptEvent.PayerIdentified;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptAllocated;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptAssigned;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptKeptUnapplied;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptRecorded;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptRefunded;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptReversed;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptSetOff;
import io.seikyu.contract.receipt.ReceiptEvent.RefundAsked;
import io.seikyu.contract.receipt.ReceiptEvent.RefundDeclined;
import io.seikyu.contract.schedule.ScheduleEvent.ClockMoved;
import io.seikyu.contract.schedule.ScheduleEvent.ScheduleCancelled;
import io.seikyu.contract.schedule.ScheduleEvent.ScheduleFellDue;
import io.seikyu.contract.schedule.ScheduleEvent.ScheduleSet;
import io.seikyu.contract.schedule.ScheduleEvent.ScheduleWorked;
import io.seikyu.contract.schedule.ScheduleEvent.TimeAskedToPass;
import io.seikyu.contract.sending.SendingEvent.InstanceNotRecognised;
import io.seikyu.contract.sending.SendingEvent.InstanceRecorded;
import io.seikyu.contract.sending.SendingEvent.SendingResumed;
import io.seikyu.contract.sending.SendingEvent.SendingStopped;
import io.seikyu.contract.task.TaskEvent.TaskClaimed;
import io.seikyu.contract.task.TaskEvent.TaskCompleted;
import io.seikyu.contract.task.TaskEvent.TaskOpened;
import io.seikyu.contract.task.TaskEvent.TaskReleased;
import io.seikyu.contract.task.TaskEvent.TaskVoided;
import io.seikyu.contract.webhook.WebhookEvent.WebhookAdvanced;
import io.seikyu.contract.webhook.WebhookEvent.WebhookFailed;
import io.seikyu.contract.webhook.WebhookEvent.WebhookRemoved;
import io.seikyu.contract.webhook.WebhookEvent.WebhookResumed;
import io.seikyu.contract.webhook.WebhookEvent.WebhookSubscribed;
import io.seikyu.contract.webhook.WebhookEvent.WebhookSuspended;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Every event there is, by its stored name. A new event is one line here and one approved file in the tests; a new
 * shape is a higher revision, an upcaster, and a new approved file beside the old one.
 */
public final class EventCatalogue {
    private static final List<EventType<?>> ALL = List.of(
            EventType.of("client.registered", ClientRegistered.class)
                    .personal(PersonalData.ofClient(ClientRegistered::clientId, ClientRegistered::details)),
            EventType.of("client.amended", ClientAmended.class)
                    .personal(PersonalData.ofClient(ClientAmended::clientId, ClientAmended::details)),
            EventType.of("account.opened", AccountOpened.class)
                    .personal(PersonalData.ofAccount(
                            AccountOpened::clientId, AccountOpened::accountId, AccountOpened::details)),
            EventType.of("account.amended", AccountAmended.class)
                    .personal(PersonalData.ofAccount(
                            AccountAmended::clientId, AccountAmended::accountId, AccountAmended::details)),
            EventType.of("account.alias-taught", AliasTaught.class)
                    .personal(PersonalData.ofPayer("name", AliasTaught::clientId, AliasTaught::accountId)),
            EventType.of("account.alias-forgotten", AliasForgotten.class),
            EventType.of("account.invoice-entered", InvoiceEntered.class),
            EventType.of("account.invoice-left", InvoiceLeft.class),
            EventType.of("account.billing-error-upheld", BillingErrorUpheld.class),
            EventType.of("account.claim-moved", ClaimMoved.class),
            EventType.of("account.dispute-noted", DisputeNoted.class),
            EventType.of("account.promise-judged", PromiseJudged.class),
            EventType.of("account.credit-reserved", CreditReserved.class),
            EventType.of("account.reservation-assigned", ReservationAssigned.class),
            EventType.of("account.reservation-ended", ReservationEnded.class),
            EventType.of("account.credit-screened", CreditScreened.class),
            EventType.of("account.signal-recorded", SignalRecorded.class)
                    .personal(new PersonalFields<>(PersonalData::of)),
            EventType.of("account.insolvency-recorded", InsolvencyRecorded.class),
            EventType.of("account.insolvency-lifted", InsolvencyLifted.class),
            EventType.of("account.credit-held", CreditHeld.class),
            EventType.of("account.credit-hold-lifted", CreditHoldLifted.class),
            EventType.of("account.dunning-held", DunningHeld.class)
                    .personal(PersonalData.ofPayer("reason", DunningHeld::clientId, DunningHeld::accountId)),
            EventType.of("account.dunning-hold-ended", DunningHoldEnded.class),
            EventType.of("account.correspondence-recorded", CorrespondenceRecorded.class)
                    .personal(PersonalData.ofPayer(
                            "summary", CorrespondenceRecorded::clientId, CorrespondenceRecorded::accountId)),
            EventType.of("account.grade-given", GradeGiven.class),
            EventType.of("account.signal-judged", SignalJudged.class)
                    .personal(PersonalData.ofPayer("reason", SignalJudged::clientId, SignalJudged::accountId)),
            EventType.of("account.slowdown-noticed", SlowdownNoticed.class),
            EventType.of("account.measure-taken", MeasureTaken.class),
            EventType.of("account.personal-data-erased", PersonalDataErased.class),
            EventType.of("contract.concluded", ContractConcluded.class).revised(ContractShapes::withCredit),
            EventType.of("contract.amended", ContractAmended.class).revised(ContractShapes::withCredit),
            EventType.of("contract.terminated", ContractTerminated.class),
            EventType.of("contract.standing-approval-granted", StandingApprovalGranted.class),
            EventType.of("contract.standing-approval-revoked", StandingApprovalRevoked.class),
            EventType.of("invoice.submitted", InvoiceSubmitted.class)
                    .personal(new PersonalFields<>(e -> PersonalData.ofParties(
                            e.clientId(), e.document().accountId(), e.personalRecipient(), e.personalIssuer()))),
            EventType.of("invoice.corrected", InvoiceCorrected.class)
                    .personal(new PersonalFields<>(e -> PersonalData.ofParties(
                            e.clientId(), e.document().accountId(), e.personalRecipient(), e.personalIssuer()))),
            EventType.of("invoice.reviewed", InvoiceReviewed.class),
            EventType.of("invoice.discrepancy-found", DiscrepancyFound.class),
            EventType.of("invoice.coverage-decided", CoverageDecided.class),
            EventType.of("invoice.approved", InvoiceApproved.class),
            EventType.of("invoice.rejected", InvoiceRejected.class),
            EventType.of("invoice.issued", InvoiceIssued.class),
            EventType.of("invoice.payment-received", PaymentReceived.class),
            EventType.of("invoice.deducted", InvoiceDeducted.class),
            EventType.of("invoice.recovered", InvoiceRecovered.class),
            EventType.of("invoice.prepayment-set-off", PrepaymentSetOff.class),
            EventType.of("invoice.payment-undone", PaymentUndone.class),
            EventType.of("invoice.charge-claimed", ChargeClaimed.class),
            EventType.of("invoice.charge-paid", ChargePaid.class),
            EventType.of("invoice.charge-waived", ChargeWaived.class),
            EventType.of("invoice.paid", InvoicePaid.class),
            EventType.of("invoice.payment-promised", PaymentPromised.class),
            EventType.of("invoice.promise-settled", PromiseSettled.class),
            EventType.of("invoice.disputed", InvoiceDisputed.class)
                    .personal(PersonalData.ofPayer("reason", InvoiceDisputed::clientId, InvoiceDisputed::accountId)),
            EventType.of("invoice.dispute-resolved", DisputeResolved.class)
                    .personal(PersonalData.ofPayer("note", DisputeResolved::clientId, DisputeResolved::accountId)),
            EventType.of("invoice.credited", InvoiceCredited.class),
            EventType.of("invoice.written-off", InvoiceWrittenOff.class),
            EventType.of("invoice.limitation-fact-recorded", LimitationFactRecorded.class)
                    .personal(PersonalData.ofPayer(
                            "evidence", LimitationFactRecorded::clientId, LimitationFactRecorded::accountId)),
            EventType.of("invoice.limitation-fact-withdrawn", LimitationFactWithdrawn.class)
                    .personal(PersonalData.ofPayer(
                            "reason", LimitationFactWithdrawn::clientId, LimitationFactWithdrawn::accountId)),
            EventType.of("invoice.handed-back", InvoiceHandedBack.class)
                    .personal(
                            PersonalData.ofPayer("reason", InvoiceHandedBack::clientId, InvoiceHandedBack::accountId)),
            EventType.of("invoice.subrogated", InvoiceSubrogated.class),
            EventType.of("invoice.put-on-plan", InvoicePutOnPlan.class),
            EventType.of("invoice.taken-off-plan", InvoiceTakenOffPlan.class),
            EventType.of("instalment-plan.proposed", PlanProposed.class),
            EventType.of("instalment-plan.agreed", PlanAgreed.class),
            EventType.of("instalment-plan.declined", PlanDeclined.class)
                    .personal(PersonalData.ofPayer("why", PlanDeclined::clientId, PlanDeclined::accountId)),
            EventType.of("instalment-plan.instalment-judged", InstalmentJudged.class),
            EventType.of("instalment-plan.ended", PlanEnded.class)
                    .personal(PersonalData.ofPayer("reason", PlanEnded::clientId, PlanEnded::accountId)),
            EventType.of("invoice.cancelled", InvoiceCancelled.class),
            EventType.of("invoice.delivery-requested", DeliveryRequested.class),
            EventType.of("invoice.delivery-recorded", DeliveryRecorded.class)
                    .personal(new PersonalFields<>(PersonalData::of)),
            EventType.of("invoice.reminder-confirmed", ReminderConfirmed.class),
            EventType.of("invoice.replacement-begun", ReplacementBegun.class),
            EventType.of("invoice.replacement-ended", ReplacementEnded.class),
            EventType.of("invoice.reminded", InvoiceReminded.class),
            EventType.of("invoice.reminder-released", ReminderReleased.class),
            EventType.of("message.queued", MessageQueued.class).personal(PersonalData.ofMessage("to")),
            EventType.of("message.sending-started", SendingStarted.class),
            EventType.of("message.sent", MessageSent.class).personal(PersonalData.ofMessage("response")),
            EventType.of("message.refused", SendingRefused.class).personal(PersonalData.ofMessage("response")),
            EventType.of("message.in-doubt", SendingInDoubt.class),
            EventType.of("message.settled", MessageSettled.class).personal(PersonalData.ofMessage("note")),
            EventType.of("message.outcome-recorded", MessageOutcomeRecorded.class)
                    .personal(PersonalData.ofMessage("note")),
            EventType.of("message.withdrawn", MessageWithdrawn.class),
            EventType.of("sending.stopped", SendingStopped.class),
            EventType.of("sending.resumed", SendingResumed.class),
            EventType.of("sending.instance-recorded", InstanceRecorded.class),
            EventType.of("sending.instance-not-recognised", InstanceNotRecognised.class),
            EventType.of("credit-note.submitted", CreditNoteSubmitted.class),
            EventType.of("credit-note.corrected", CreditNoteCorrected.class),
            EventType.of("credit-note.reviewed", CreditNoteReviewed.class),
            EventType.of("credit-note.rejected", CreditNoteRejected.class),
            EventType.of("credit-note.issued", CreditNoteIssued.class),
            EventType.of("credit-note.excess-kept", CreditNoteExcessKept.class),
            EventType.of("approval.requested", ApprovalRequested.class)
                    .personal(new PersonalFields<>(PersonalData::of)),
            EventType.of("approval.granted", ApprovalGranted.class)
                    .personal(PersonalData.ofWords(ApprovalGranted::subject)),
            EventType.of("approval.rejected", ApprovalRejected.class)
                    .personal(PersonalData.ofWords(ApprovalRejected::subject)),
            EventType.of("approval.withdrawn", ApprovalWithdrawn.class)
                    .personal(PersonalData.ofWords(ApprovalWithdrawn::subject)),
            EventType.of("approval.expired", ApprovalExpired.class),
            EventType.of("approval.carried-out", ApprovalCarriedOut.class),
            EventType.of("approval.not-carried-out", ApprovalNotCarriedOut.class),
            EventType.of("dunning.reminder-suppressed", ReminderSuppressed.class)
                    .revised(adding("basis")),
            EventType.of("dunning.suppression-lifted", SuppressionLifted.class).revised(adding("basis")),
            EventType.of("dunning.contact-planned", ContactPlanned.class),
            EventType.of("dunning.contact-ended", ContactEnded.class),
            EventType.of("reminder.planned", ReminderPlanned.class).revised(adding("basis")),
            EventType.of("reminder.agreed", ReminderAgreed.class),
            EventType.of("reminder.edited", ReminderEdited.class).personal(PersonalData.ofReminder()),
            EventType.of("reminder.rejected", ReminderRejected.class),
            EventType.of("reminder.queued", ReminderQueued.class).personal(PersonalData.ofReminder()),
            EventType.of("reminder.sent", ReminderSent.class),
            EventType.of("reminder.called", ReminderCalled.class).personal(PersonalData.ofCall()),
            EventType.of("reminder.in-doubt", ReminderInDoubt.class),
            EventType.of("reminder.not-sent", ReminderNotSent.class),
            EventType.of("reminder.failed", ReminderFailed.class),
            EventType.of("reminder.withdrawn", ReminderWithdrawn.class),
            EventType.of("reminder.wrong-in-hindsight", ReminderWrongInHindsight.class),
            EventType.of("schedule.set", ScheduleSet.class),
            EventType.of("schedule.fell-due", ScheduleFellDue.class),
            EventType.of("schedule.worked", ScheduleWorked.class),
            EventType.of("schedule.cancelled", ScheduleCancelled.class),
            EventType.of("clock.time-asked-to-pass", TimeAskedToPass.class),
            EventType.of("clock.moved", ClockMoved.class),
            EventType.of("task.opened", TaskOpened.class),
            EventType.of("task.claimed", TaskClaimed.class),
            EventType.of("task.released", TaskReleased.class),
            EventType.of("task.completed", TaskCompleted.class).personal(new PersonalFields<>(PersonalData::of)),
            EventType.of("task.voided", TaskVoided.class),
            EventType.of("receipt.recorded", ReceiptRecorded.class)
                    .revised(ReceiptShapes::withPayerAndSource)
                    .revised(ReceiptShapes::withRemittance)
                    .personal(new PersonalFields<>(PersonalData::of)),
            EventType.of("receipt.candidates-found", CandidatesFound.class),
            EventType.of("receipt.payer-identified", PayerIdentified.class),
            EventType.of("receipt.allocated", ReceiptAllocated.class).revised(ReceiptShapes::withDeductions),
            EventType.of("receipt.set-off", ReceiptSetOff.class),
            EventType.of("receipt.allocation-undone", AllocationUndone.class),
            EventType.of("receipt.reversed", ReceiptReversed.class),
            EventType.of("receipt.refund-asked", RefundAsked.class).personal(new PersonalFields<>(PersonalData::of)),
            EventType.of("receipt.refunded", ReceiptRefunded.class),
            EventType.of("receipt.refund-declined", RefundDeclined.class),
            EventType.of("receipt.assigned", ReceiptAssigned.class),
            EventType.of("receipt.kept-unapplied", ReceiptKeptUnapplied.class),
            EventType.of("bank-account.opened", BankAccountOpened.class)
                    .personal(new PersonalFields<>(PersonalData::of)),
            EventType.of("bank-account.amended", BankAccountAmended.class)
                    .personal(new PersonalFields<>(PersonalData::of)),
            EventType.of("bank-account.covered", BankAccountCovered.class),
            EventType.of("bank-account.cancellation-left-open", CancellationLeftOpen.class),
            EventType.of("job.opened", JobOpened.class),
            EventType.of("job.rows-received", JobRowsReceived.class).personal(new PersonalFields<>(PersonalData::of)),
            EventType.of("job.accepted", JobAccepted.class),
            EventType.of("job.rows-decided", JobRowsDecided.class),
            EventType.of("job.begun", JobBegun.class).revised(adding("input")),
            EventType.of("job.advanced", JobAdvanced.class),
            EventType.of("job.concluded", JobConcluded.class),
            EventType.of("job.closed", JobClosed.class),
            EventType.of("job.paused", JobPaused.class),
            EventType.of("job.resumed", JobResumed.class),
            EventType.of("job.done", JobDone.class),
            EventType.of("job.cancelled", JobCancelled.class),
            EventType.of("job.failed", JobFailed.class),
            EventType.of("job.input-erased", JobInputErased.class),
            EventType.of("dead-letter.discarded", DeadLetterDiscarded.class),
            EventType.of("policy.published", PolicyPublished.class),
            EventType.of("api-key.issued", ApiKeyIssued.class),
            EventType.of("api-key.revoked", ApiKeyRevoked.class),
            EventType.of("personal-data.read", PersonalDataRead.class),
            EventType.of("webhook.subscribed", WebhookSubscribed.class)
                    .personal(new PersonalFields<>(PersonalData::of)),
            EventType.of("webhook.advanced", WebhookAdvanced.class),
            EventType.of("webhook.failed", WebhookFailed.class),
            EventType.of("webhook.suspended", WebhookSuspended.class),
            EventType.of("webhook.resumed", WebhookResumed.class),
            EventType.of("webhook.removed", WebhookRemoved.class),
            EventType.of("request.answered", RequestAnswered.class).personal(new PersonalFields<>(PersonalData::of)));

    private static final Map<String, EventType<?>> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(EventType::name, Function.identity()));
    private static final Map<Class<?>, EventType<?>> BY_CLASS =
            ALL.stream().collect(Collectors.toUnmodifiableMap(EventType::payload, Function.identity()));

    private EventCatalogue() {}

    public static List<EventType<?>> all() {
        return ALL;
    }

    public static Optional<EventType<?>> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** To a shape that has one field more, which was not known before. */
    private static UnaryOperator<Map<String, Object>> adding(String field) {
        return stored -> {
            Map<String, Object> next = new LinkedHashMap<>(stored);
            next.put(field, null);
            return next;
        };
    }

    /** @throws IllegalArgumentException for a class that is in no line of the catalogue */
    @SuppressWarnings("unchecked")
    public static <E extends Event> EventType<E> of(Class<E> payload) {
        EventType<?> type = BY_CLASS.get(payload);
        if (type == null) {
            throw new IllegalArgumentException(payload.getName() + " is not in the event catalogue");
        }
        return (EventType<E>) type;
    }
}
