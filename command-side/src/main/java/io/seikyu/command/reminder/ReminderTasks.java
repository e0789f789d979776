package io.seikyu.command.reminder;

import io.seikyu.command.task.NewTask;
import io.seikyu.command.task.Tasks;
import io.seikyu.contract.dunning.ContactChannel;
import io.seikyu.contract.id.TaskId;
import io.seikyu.contract.task.TaskKind;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What people have to do about reminders. */
final class ReminderTasks {
    private final Tasks tasks;

    ReminderTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    /** A mail leaves by itself; anything else is made by a person. */
    void begin(ReminderState reminder) {
        switch (reminder.channel()) {
            case MAIL -> {}
            case LETTER, CERTIFIED_LETTER ->
                open(reminder, "post", TaskKind.POST_REMINDER, "Print the letter and post it, then say so");
            case PHONE -> open(reminder, "call", TaskKind.CALL_PAYER, "The mail stayed unanswered: call the payer");
            case LEGAL ->
                open(
                        reminder,
                        "legal",
                        TaskKind.TAKE_LEGAL_STEPS,
                        "The last demand went unheeded: agree with the client company on what is done at law");
        }
    }

    /** Another task for each time at which he asked to be called back. */
    void callBack(ReminderState reminder) {
        open(
                reminder,
                callBackId(reminder, reminder.calls().size()),
                TaskKind.CALL_PAYER,
                "The payer asked to be called back now");
    }

    void settle(ReminderState reminder) {
        open(
                reminder,
                "settle-reminder",
                TaskKind.SETTLE_REMINDER,
                "Find out whether the mail left: ask the payer, or look into the mail server's log");
    }

    void fixContact(ReminderState reminder, String how) {
        open(
                reminder,
                "fix-contact",
                TaskKind.FIX_CONTACT,
                "A reminder did not reach the payer (" + how + "): find another address and amend the account");
    }

    void chase(ReminderState reminder) {
        open(
                reminder,
                "chase",
                TaskKind.CHASE_APPROVAL,
                "Nobody decided on a reminder in time: it is asked for anew; find out why nobody answers");
    }

    void apologise(ReminderState reminder) {
        open(reminder, "apologise", TaskKind.APOLOGISE, "The payer was reminded of what had been paid: apologise");
    }

    void made(ReminderState reminder, String outcome) {
        tasks.complete(id(reminder, work(reminder.channel())), outcome);
        callsBack(reminder).forEach(task -> tasks.complete(task, outcome));
        tasks.complete(id(reminder, "settle-reminder"), outcome);
    }

    void end(ReminderState reminder, String why) {
        tasks.close(id(reminder, work(reminder.channel())), why);
        callsBack(reminder).forEach(task -> tasks.close(task, why));
        tasks.close(id(reminder, "settle-reminder"), why);
    }

    private static List<TaskId> callsBack(ReminderState reminder) {
        return IntStream.rangeClosed(1, reminder.calls().size())
                .mapToObj(calls -> callBackId(reminder, calls))
                .toList();
    }

    private static TaskId callBackId(ReminderState reminder, int calls) {
        return TaskId.of(reminder.clientId(), "call-back", reminder.reminderId(), calls);
    }

    private static String work(ContactChannel channel) {
        return switch (channel) {
            case MAIL, LETTER, CERTIFIED_LETTER -> "post";
            case PHONE -> "call";
            case LEGAL -> "legal";
        };
    }

    private void open(ReminderState reminder, String name, TaskKind kind, String because) {
        open(reminder, id(reminder, name), kind, because);
    }

    private void open(ReminderState reminder, TaskId id, TaskKind kind, String because) {
        tasks.open(new NewTask(
                id,
                kind,
                reminder.id(),
                reminder.payer(),
                Map.of(
                        "stage", reminder.stage().name(),
                        "channel", reminder.channel().name()),
                null,
                because));
    }

    private static TaskId id(ReminderState reminder, String name) {
        return TaskId.of(reminder.clientId(), name, reminder.reminderId());
    }
}
